// Browsers that compile no WebAssembly: the reporter's half runs as JavaScript, is fetched only there, and what cannot be
// done is said. The real program, the real twin. `node --test twin.mjs`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import '../../web/tools/typescript.mjs';
import { launch } from './browser.mjs';
import { photo, PLANTED } from './pictures.mjs';
import { SLUG, with_service } from './service.mjs';
import { visit } from './visitor.mjs';
import { choose, open_mailbox, send, write } from './walk.mjs';

const STORY = 'De vroege diensten komen altijd bij dezelfde drie mensen terecht.';
const MORE = 'Sinds de zomer, en het wordt erger.';
const WORKER = /\/assets\/worker-[^/]*\.js$/;
const TWIN = /\/assets\/(report|mailbox|files|strip)\.twin-[^/]*\.js$/;
const MODULE = /\/assets\/[a-z]+-[^/]*\.wasm$/;

/** The worker as it is served, changed on its way: a script that a page begins with does not reach into workers. */
async function change_worker(reporter, change) {
  await reporter.context.route(WORKER, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, ...change(await response.text(), response.headers()) });
  });
}

/** Three ways in which a browser may compile nothing. */
const MODES = {
  'without compiled JavaScript': { flags: ['--js-flags=--jitless'], prepare: async () => null },
  'without WebAssembly': {
    flags: [],
    prepare: (reporter) => change_worker(reporter, (body) => ({ body: `delete globalThis.WebAssembly;\n${body}` })),
  },
  'that refuses to compile': {
    flags: [],
    prepare: (reporter) => change_worker(reporter, (body, headers) => ({
      body, headers: { ...headers, 'content-security-policy': headers['content-security-policy'].replace(" 'wasm-unsafe-eval'", '') },
    })),
  },
};

/** Which of these files a reporter's browser asked for. */
function asked_for(reporter) {
  const asked = [];
  reporter.page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
  return (pattern) => asked.filter((path) => pattern.test(path)).map((path) => /([a-z]+)[.-]/.exec(path.split('/').pop())[1]);
}

/** In the page: what the bar said, each time it moved. */
function watch_bar() {
  globalThis.bar = [];
  new MutationObserver(() => {
    const progress = document.querySelector('progress');
    if (progress) globalThis.bar.push(progress.value / progress.max);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

for (const [name, { flags, prepare }] of Object.entries(MODES)) {
  describe(`a browser ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(...flags);
    });
    after(() => browser.close());

    test('a reporter sends, comes back, reads and writes; the twin is what was fetched', () => with_service('SQLite', async (service) => {
      const noor = await service.accept('noor', await service.create(), 'Noor');
      const reporter = await visit(browser, { who: 'protected', device: 'phone' });
      await prepare(reporter);
      const asked = asked_for(reporter);
      await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
      await write(reporter, STORY);
      await reporter.page.evaluate(watch_bar);
      const key = await send(reporter);
      const bar = await reporter.page.evaluate(() => globalThis.bar);
      assert.deepEqual(bar, bar.toSorted((one, other) => one - other), 'the bar never goes back');
      assert.ok(bar.every((part) => part > 0 && part <= 1));
      if (flags.length > 0) assert.ok(new Set(bar).size >= 4, `the bar moves: ${bar}`);
      await reporter.press(reporter.button('Ik heb hem bewaard'));
      await reporter.look('Je brievenbus');
      assert.ok((await reporter.text()).includes(STORY));
      await reporter.press(reporter.button('Sluit de brievenbus'));

      const coach = { env: { MICROMOED_PASSPHRASE: noor.passphrase } };
      await service.desk('noor', ['inbox'], coach);
      const { messages } = await service.desk('noor', ['show', '1'], coach);
      assert.equal(messages[0].text, STORY);
      await service.desk('noor', ['reply', '1'], { ...coach, input: 'Dank je.' });

      await reporter.press(reporter.link('Ik heb al een sleutel'));
      await open_mailbox(reporter, key);
      await reporter.look('Je brievenbus');
      assert.match(await reporter.text(), /Dank je\./);
      await reporter.press(reporter.button('Schrijf terug'));
      await reporter.write(reporter.field('words'), MORE);
      await choose(reporter, [await photo(reporter.page)]);
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await reporter.page.getByText('Verstuurd. Je bericht staat hieronder.').first().waitFor();
      assert.ok((await reporter.text()).includes(MORE));
      await reporter.page.getByRole('heading', { name: 'Je bestanden zijn aangekomen' }).waitFor();
      await reporter.press(reporter.button('Wie opende je melding?'));
      await reporter.page.getByText(/daarin kan hij het logboek niet narekenen/).first().waitFor();
      await reporter.look('Wie opende je melding?');
      assert.deepEqual([...new Set(asked(TWIN))].sort(), ['files', 'mailbox', 'report', 'strip']);
      if (name !== 'that refuses to compile') assert.deepEqual(asked(MODULE), [], 'what cannot be compiled is not fetched');
      await reporter.end();
      const shown = await service.desk('noor', ['show', '1'], coach);
      assert.equal(shown.messages.at(-2).text, MORE);
      const file = join(service.data, '../file.jpg');
      await service.desk('noor', ['fetch', '1', `${shown.messages.length}.1`, file], coach);
      assert.ok(!readFileSync(file).includes(PLANTED), 'a twin takes out the same');
    }));

    test('the desk says that it needs WebAssembly', () => with_service('SQLite', async (service) => {
      await service.accept('noor', await service.create(), 'Noor');
      const coach = await visit(browser, { who: 'protected-coach' });
      await prepare(coach);
      const asked = asked_for(coach);
      await coach.open(service, `/desk#${SLUG}`);
      await coach.page.getByText(/Het bureau heeft WebAssembly nodig/).waitFor();
      await coach.look('Ontgrendel je bureau');
      assert.deepEqual(asked(TWIN), []);
      await coach.end();
    }));
  });
}

describe('what comes over the network', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  test('an ordinary browser never fetches a twin, nor does one whose module does not come', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const reporter = await visit(browser, { who: 'ordinary', expected: [/ERR_FAILED/] });
    const asked = asked_for(reporter);
    await reporter.context.route(MODULE, (route) => route.abort());
    await reporter.open(service, `/${SLUG}/nl-be/report#fp=${noor.fingerprint}`);
    await reporter.write(reporter.field('text'), STORY);
    await reporter.press(reporter.button('Verder'));
    for (const _ of [1, 2, 3, 4]) await reporter.press(reporter.page.getByRole('button', { name: 'Sla over' }).last());
    await reporter.page.getByText(/er is geen verbinding met de server/).waitFor();
    await reporter.look(/níét lezen/);
    await reporter.context.unroute(MODULE);
    await reporter.press(reporter.button('Probeer opnieuw'));
    await reporter.page.locator('.now-reads').waitFor();
    await reporter.press(reporter.button('Verder'));
    await reporter.press(reporter.button('Sla over'));
    await send(reporter);
    await reporter.press(reporter.button('Ik heb hem bewaard'));
    await reporter.look('Je brievenbus');
    assert.deepEqual(asked(TWIN), []);
    assert.deepEqual([...new Set(asked(MODULE))].sort(), ['mailbox', 'report']);
    await reporter.end();
  }));

  test('a twin that computes something else seals nothing', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const reporter = await visit(browser, { who: 'miscomputing' });
    await MODES['without WebAssembly'].prepare(reporter);
    let changed = 0;
    await reporter.context.route(TWIN, async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      // One letter in the label under which stanzas are sealed, as it stands in the data.
      const other = body.replaceAll(btoa('\x01\0\0\0micromoed/1/stanza').slice(0, -2), btoa('\x01\0\0\0micromoed/1/stanzb').slice(0, -2));
      changed += Number(other !== body);
      await route.fulfill({ response, body: other });
    });
    const sent = [];
    reporter.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await reporter.open(service, `/${SLUG}/nl-be/report#fp=${noor.fingerprint}`);
    await reporter.write(reporter.field('text'), STORY);
    await reporter.press(reporter.button('Verder'));
    for (const _ of [1, 2, 3, 4]) await reporter.press(reporter.page.getByRole('button', { name: 'Sla over' }).last());
    await reporter.page.getByText(/open versturen doen we niet/).waitFor();
    await reporter.look();
    assert.ok(changed > 0);
    assert.deepEqual(sent, []);
    await reporter.end();
  }));
});

test('once warm, no report makes the memory of a twin grow: nothing of it stays behind in old memory', () => with_service('SQLite', async (service) => {
  await service.accept('noor', await service.create(), 'Noor');
  const [{ Module, CODES, fields_of, text_of }, { OPERATIONS }] = await Promise.all(['seam', 'operations'].map((file) => import(`../../web/src/crypto/${file}.ts`)));
  // Node asks servers by WebAssembly: it is away only while the seam looks for it.
  const kept = globalThis.WebAssembly;
  delete globalThis.WebAssembly;
  const module = await Module.load('', 'report').finally(() => (globalThis.WebAssembly = kept));
  assert.ok(module.slow);
  const { memory } = module.exports;
  const warm = memory.buffer;
  module.begin(service.origin, Math.floor(Date.now() / 86_400_000));
  const journey = async (operation, fields) => {
    for (let { code, out } = module.call(operation, fields); ; ) {
      if (code === CODES.done) return JSON.parse(text_of(out));
      assert.notEqual(code, CODES.failed, text_of(out));
      let answer = [];
      if (code === CODES.request) {
        const [method, path, kind, body] = fields_of(out);
        const response = await fetch(service.origin + text_of(path), {
          method: text_of(method), ...(body.length > 0 ? { body, headers: { 'content-type': text_of(kind) } } : {}),
        });
        answer = [response.status, new Uint8Array(await response.arrayBuffer())];
      }
      ({ code, out } = module.call(OPERATIONS.ANSWER, answer));
    }
  };
  await journey(OPERATIONS.ORGANISATION, [SLUG]);
  await journey(OPERATIONS.WORK, []);
  const { token } = await journey(OPERATIONS.SEND, ['attempt', 'é'.repeat(32_000), 0, '']);
  assert.match(token, /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  assert.equal(memory.buffer, warm);
  // The test can fail: more than it was warmed up for does make it grow.
  module.call(OPERATIONS.TRY, [new Uint8Array(8 << 20)]);
  assert.notEqual(memory.buffer, warm);
}));
