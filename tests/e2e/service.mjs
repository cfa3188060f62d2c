// A running service: the real program on a port of its own, with a store of its own on SQLite or PostgreSQL.

import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { break_off } from './visitor.mjs';

export const PROGRAM = process.env.MICROMOED_BIN ?? join(import.meta.dirname, '../../target/debug/micromoed');
/** The address of a PostgreSQL server on which databases may be made. */
const SERVER = process.env.MICROMOED_TEST_POSTGRES || null;

/** The name of the organisation in addresses. */
export const SLUG = 'zonnehuis';
export const ORGANISATION = 'Zorggroep Zonnehuis';

/** Without a PostgreSQL server it is SQLite alone, for the inner loop only: in continuous integration that is a failure. */
export function databases() {
  if (SERVER !== null) return ['SQLite', 'PostgreSQL'];
  assert.notEqual(process.env.CI, 'true', 'MICROMOED_TEST_POSTGRES is unset');
  console.error('MICROMOED_TEST_POSTGRES is unset: SQLite only');
  return ['SQLite'];
}

let made = 0;

function psql(url, statement) {
  return execFileSync('psql', ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-c', statement, url], { encoding: 'utf8' });
}

/** Starts the program; `settings` are added to its environment. Whoever starts it ends it with `end`. */
export async function start(database, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'micromoed-e2e-'));
  const data = join(folder, 'data');
  mkdirSync(join(folder, 'tmp'));
  const name = `e2e_${process.pid}_${made += 1}`;
  let place = ['--data', data];
  if (database === 'PostgreSQL') {
    psql(SERVER, `CREATE DATABASE ${name}`);
    place = [...place, '--database', SERVER.replace(/\/[^/]*$/, `/${name}`)];
  }
  const env = { ...process.env, TMPDIR: join(folder, 'tmp'), MICROMOED_MAILBOX__TICKS: 'immediate', ...settings };
  const kept = join(folder, 'err');

  async function run() {
    const child = spawn(PROGRAM, [...place, 'serve', '--listen', '127.0.0.1:0'], { env, stdio: ['ignore', 'pipe', openSync(kept, 'a')] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const [first] = await Promise.race([
      new Promise((resolve) => createInterface({ input: child.stdout }).once('line', (line) => resolve([line]))),
      ended.then(() => ['']),
    ]);
    assert.match(first, /^listening on /, readFileSync(kept, 'utf8'));
    return { child, ended, port: Number(new URL(first.replace('listening on ', '')).port) };
  }

  let running = await run();
  const service = {
    /** Where people open it. */
    origin: `http://localhost:${running.port}`,
    data,
    get port() { return running.port; },

    /** Runs a command of the program, and answers its document. A failure of it is a failure of the test. */
    run(args, more = {}) {
      return new Promise((resolve, reject) => {
        const child = execFile(PROGRAM, [...args, '--json'], { env: { ...env, ...more.env } }, (error, stdout, stderr) => {
          if (error) reject(new Error(`${args.join(' ')}: ${stderr}`));
          else resolve(JSON.parse(stdout));
        });
        // Whoever reads no input may be gone before it comes.
        child.stdin.on('error', () => null).end(more.input ?? '');
      });
    },
    /** A command that opens the store. */
    ask: (...args) => service.run([...place, ...args]),
    /** The native client of a coach. */
    desk: (who, args, more = {}) => service.run(['desk', '--server', service.origin, '--org', SLUG, '--state', join(folder, who), ...args], more),

    async create() {
      const { invitation } = await service.ask('org', 'create', SLUG, '--name', ORGANISATION);
      return invitation;
    },
    async invite(name, role = 'coach') {
      const { invitation } = await service.ask('invite', SLUG, '--role', role, '--name', name);
      return invitation;
    },
    /** A coach by the native client, for journeys that are about somebody else. */
    accept: (who, invitation, name) => service.desk(who, ['accept', invitation, '--name', name]),

    /** As an operator does. */
    async stop() {
      running.child.kill('SIGTERM');
      assert.equal(await running.ended, 0, 'it ends well when it is told to');
    },
    async start_again() {
      running = await run();
    },
    /** The log holds. Exit 0, or `run` fails. */
    async verify() {
      assert.deepEqual((await service.ask('audit', 'verify')).problems, []);
    },
    async end() {
      running.child.kill('SIGKILL');
      await running.ended;
      if (database === 'PostgreSQL') psql(SERVER, `DROP DATABASE ${name} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return service;
}

/** Runs a story against a service of its own, which is gone afterwards whatever becomes of the story. */
export async function with_service(database, story, settings, also = []) {
  const service = await start(database, settings);
  try {
    await story(service);
    await service.verify();
  } catch (error) {
    await break_off([service.origin, ...also]);
    throw error;
  } finally {
    await service.end();
  }
}

/** Stands before a service at an address that stays. While `loses` matches what a client asks, the answer is lost. */
export async function relay() {
  const state = { to: 0, loses: null, lost: 0 };
  const open = new Set();
  const server = createServer((client) => {
    open.add(client);
    const onward = connect(state.to, '127.0.0.1');
    let lose = false;
    const end = () => {
      open.delete(client);
      client.destroy();
      onward.destroy();
    };
    client.on('data', (bytes) => {
      if (state.loses?.test(bytes.toString('latin1'))) lose = true;
      onward.write(bytes);
    });
    onward.on('data', (bytes) => {
      if (!lose) return client.write(bytes);
      state.lost += 1;
      end();
    });
    for (const side of [client, onward]) side.on('error', end).on('close', end);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    origin: `http://localhost:${server.address().port}`,
    close: () => {
      for (const client of open) client.destroy();
      server.close();
    },
  });
}
