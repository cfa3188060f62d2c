// The vectors of the formats, computed by the same crate as WebAssembly and as the twin that is made of it, in Node and in
// the browser, with compiled JavaScript and without: byte for byte what the native program computes.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';

const VECTORS = 90;
const folder = join(import.meta.dirname, '../../web/wasm');
const module = readFileSync(join(folder, 'vectors.wasm')).toString('base64');
/** Argon2, which only the desk has: it would take a twin minutes. */
const LEFT_OUT = ['staff'];

const vectors = join(import.meta.dirname, '../vectors');
const expected = readdirSync(vectors, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  .map(({ name }) => [name.replace(/\.json$/, ''), readFileSync(join(vectors, name), 'utf8')]);

/** Runs wherever there is JavaScript: all it needs comes in. Of module or twin, one is given. */
async function compute({ module: text, twin, operation, left_out }) {
  const bytes = () => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const { memory, buf, call, out, out_len } = twin ? await import(twin) : (await WebAssembly.instantiate(bytes(), {})).instance.exports;
  const names = left_out.map((name) => new TextEncoder().encode(name)).flatMap((name) => [name.length, 0, 0, 0, ...name]);
  const into = buf(names.length);
  new Uint8Array(memory.buffer, into, names.length).set(names);
  const code = call(operation);
  const answer = new TextDecoder().decode(new Uint8Array(memory.buffer, out(), out_len()));
  return code === 0 ? JSON.parse(answer) : { code, answer };
}

function compare(found, left_out = []) {
  const files = new Map(found);
  assert.ok(expected.length >= 9, 'the vectors are not where this test looks');
  const wanted = expected.filter(([name]) => !left_out.includes(name));
  assert.deepEqual([...files.keys()].sort(), wanted.map(([name]) => name).sort());
  for (const [name, text] of wanted) assert.equal(files.get(name), text, `${name}.json`);
}

const MODULE = { module, operation: VECTORS, left_out: [] };
const twin = (address) => ({ twin: address, operation: VECTORS, left_out: LEFT_OUT });

test('Node computes the vectors', async () => compare(await compute(MODULE)));

test('Chromium computes the vectors', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    compare(await page.evaluate(compute, MODULE));
  } finally {
    await browser.close();
  }
});

for (const flags of [[], ['--jitless']]) {
  const how = flags.length > 0 ? 'without compiled JavaScript' : 'as JavaScript';

  test(`the twin in Node computes the vectors ${how}`, async () => {
    const program = `(${compute})(${JSON.stringify(twin(join(folder, 'vectors.twin.js')))}).then((found) => process.stdout.write(JSON.stringify(found)))`;
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--input-type=module', '--eval', program], { maxBuffer: 1 << 26 });
    compare(JSON.parse(stdout), LEFT_OUT);
  });

  test(`the twin in Chromium computes the vectors ${how}`, async () => {
    const site = await serve(folder, (path) => (path === '/' ? '<!doctype html><title>Vectors</title>' : null));
    const browser = await launch(...flags.map((flag) => `--js-flags=${flag}`));
    try {
      const page = await browser.newPage();
      await page.goto(site.origin);
      assert.equal(await page.evaluate(() => typeof WebAssembly), flags.length > 0 ? 'undefined' : 'object');
      compare(await page.evaluate(compute, twin('/vectors.twin.js')), LEFT_OUT);
    } finally {
      await browser.close();
      site.close();
    }
  });
}
