// A concern from end to end: the real program, the real module, a browser in front of both. `node --test concern.mjs`.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from './browser.mjs';
import { databases, relay, SLUG, with_service } from './service.mjs';
import { seen, visit } from './visitor.mjs';
import { accept, approve, leaves_nothing, note, open_mailbox, open_new, receipt, refresh, reply, send, set_status, unlock, write } from './walk.mjs';

const STORY = 'Sinds Sandra het rooster maakt, krijgen altijd dezelfde drie mensen de vroege diensten.';
const ANSWER = 'Dank je om dit te schrijven. Sinds wanneer merk je dat?';
const NOTE = 'Vorig jaar al eens gehoord, zelfde afdeling';
const MORE = 'Sinds de zomer, en het wordt erger.';
const ERASED = [/status: 410/, /status of 410/];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The whole way: both people, every page, until nothing is left. */
async function whole(service, how = {}) {
  const fp = await (async () => {
    const coach = await visit(browser, { ...how, who: `${how.name}-coach` });
    const mine = await accept(coach, service, await service.create(), 'Noor');
    await coach.press(coach.button('Open mijn bureau'));
    await unlock(coach, mine);
    await coach.look();
    return { coach, words: mine.words.join('.') };
  })();
  const { coach } = fp;

  const reporter = await visit(browser, { ...how, who: `${how.name}-reporter` });
  await reporter.open(service, `/${SLUG}#fp=${fp.words}`);
  await write(reporter, STORY, { urgency: 'Liefst binnen de week', effects: ['Ik ga met minder zin werken'], wants: ['Raad'] });
  const key = await send(reporter, { replaces: 'Sandra' });
  await reporter.press(reporter.button('Ik heb hem bewaard'));
  await reporter.look('Je brievenbus');
  assert.match(await reporter.text(), /Nog geen antwoord[\s\S]*een collega het rooster maakt/);
  await reporter.press(reporter.button('Sluit de brievenbus'));
  await reporter.look(/Zit er iets niet goed/);
  await leaves_nothing(reporter, service, ['Sandra', 'rooster', ...key.split('-')]);
  for (const way of ['goBack', 'goForward']) {
    for (let n = 0; n < 12; n += 1) {
      await reporter.page[way]().catch(() => null);
      assert.doesNotMatch(await seen(reporter.page), new RegExp(`rooster|${key.slice(0, 4)}`));
    }
  }
  await reporter.end();

  await refresh(coach);
  await open_new(coach);
  assert.match(await coach.text(), /een collega het rooster maakt[\s\S]*Liefst binnen de week[\s\S]*minder zin[\s\S]*Raad/);
  assert.doesNotMatch(await coach.text(), /Sandra/);
  await reply(coach, ANSWER);
  await note(coach, NOTE);
  await set_status(coach, 'actie', 'In actie');

  const again = await visit(browser, { ...how, who: `${how.name}-again`, expected: ERASED });
  await again.open(service, `/${SLUG}/nl-be/mailbox#fp=${fp.words}`);
  await again.look('Je sleutel');
  let asked = 0;
  again.page.on('request', (request) => (asked += Number(request.url().includes('/threads'))));
  await open_mailbox(again, key.replace(/.$/, (sign) => (sign === '7' ? '9' : '7')));
  await again.page.locator('#key-fault').waitFor();
  await again.look(/sleutel/);
  assert.match(await again.page.locator('#key-fault').innerText(), /tikfout/);
  assert.equal(asked, 0, 'a typing error asks nobody');
  await open_mailbox(again, `Mijn sleutel is ${key.toLowerCase().replaceAll('-', ' ')}.`);
  await again.look('Je brievenbus');
  const fresh = await again.page.locator('section', { has: again.page.locator('#fresh') }).innerText();
  assert.match(fresh, new RegExp(`Nieuw sinds je laatste bericht[\\s\\S]*${ANSWER.slice(0, 20)}`));
  assert.match(fresh, /Noor.* zette dit op .*Er wordt aan gewerkt/);
  assert.ok(!(await again.page.content()).includes(NOTE.slice(0, 10)), 'a note is never in a mailbox');

  await again.press(again.button('Schrijf terug'));
  await again.look(/nog zeggen/);
  await again.write(again.field('words'), MORE);
  await again.press(again.button('Versleutel en verstuur'));
  await again.page.getByText('Verstuurd. Je bericht staat hieronder.').first().waitFor();
  await again.look('Je brievenbus');
  assert.ok((await again.text()).includes(MORE));
  // A log of some weeks: not all of its bodies are fetched.
  for (let n = 0; n < 12; n += 1) await service.invite('Niemand');
  let fetched = 0;
  again.page.on('response', (response) => (fetched += Number(response.url().includes('/ledger/volume/'))));
  await again.press(again.button('Wie opende je melding?'));
  await again.look('Wie opende je melding?');
  await again.page.getByText(/nagerekend\. Het klopt\./).last().waitFor();
  await again.look('Wie opende je melding?');
  const log = await again.text();
  assert.match(log, /Je melding kwam binnen/);
  assert.match(log, /Geopend door .?Noor[\s\S]*om het voor het eerst te lezen[\s\S]*Noor.? schreef je terug/);
  assert.ok(!log.includes('Hier klopt iets niet'));
  await again.press(again.page.locator('.back'));
  await again.look('Je brievenbus');
  // Nothing of it lies in the browser's cache: the next time all of it comes anew.
  const before = fetched;
  await again.press(again.button('Wie opende je melding?'));
  await again.page.getByText(/nagerekend\. Het klopt\./).last().waitFor();
  assert.equal(fetched, 2 * before);
  await again.press(again.page.locator('.back'));
  await again.look('Je brievenbus');
  await again.press(again.button('Trek mijn melding in'));
  await again.look(/intrekken/);
  await again.press(again.button('Ja, trek in'));
  await again.page.getByText(/Ingetrokken/).first().waitFor();
  await again.look('Je brievenbus');

  // Where the case is on screen it is read with the list; else its row waits among those that wait for her.
  if (coach.device === 'phone') await coach.page.goBack();
  await refresh(coach);
  if (coach.device === 'phone') {
    await coach.press(coach.button(/^Wacht op mij/, false));
    await coach.look();
    await coach.press(coach.page.locator('.thread-row').first());
  }
  await coach.page.getByText('De melder trekt dit in').waitFor();
  await coach.look();
  assert.ok((await coach.text()).includes(MORE));

  await again.press(again.button('Wis mijn melding'));
  await again.look(/wissen/);
  await again.press(again.button('Ga verder'));
  await again.look(/Zeker/);
  await again.press(again.button('Ja, wis nu'));
  await again.look(/Gewist/);
  await again.press(again.link('Naar het begin'));
  await again.press(again.link('Ik heb al een sleutel'));
  assert.equal(await again.field('key').inputValue(), '', 'the key is in no field any more');
  await open_mailbox(again, key);
  await again.page.getByText(/Dit gesprek is gewist/).first().waitFor();
  await again.look();
  await leaves_nothing(again, service, ['Sandra', 'rooster', 'zomer', ...key.split('-')]);
  await again.end();

  if (coach.device === 'phone') await coach.page.goBack();
  await refresh(coach);
  // What is erased is on no screen, once the list has come.
  await coach.page.waitForFunction((words) => !document.documentElement.outerHTML.includes(words), MORE);
  await coach.look();
  await coach.end();
}

/** Stories wait more than they compute: for an answer that can still be taken back, for a server that is away. */
describe('a concern', { concurrency: Number(process.env.MICROMOED_AT_ONCE ?? 2) }, () => {
  for (const database of databases()) {
    for (const device of ['desktop', 'phone']) {
      test(`from invitation to erasure, ${database}, ${device}`, () =>
        with_service(database, (service) => whole(service, { device, name: `${database}-${device}` })));
    }
  }

  test('from invitation to erasure, by keyboard alone', () =>
    with_service('SQLite', (service) => whole(service, { hand: 'keyboard', name: 'keyboard' })));

  test('from invitation to erasure, with forced colours and reduced motion', () =>
    with_service('SQLite', (service) => whole(service, { forcedColors: 'active', reducedMotion: 'reduce', name: 'forced' })));

  test('from invitation to erasure, from right to left, in the dark', () =>
    with_service('SQLite', (service) => whole(service, { rtl: true, device: 'phone', colorScheme: 'dark', name: 'rtl' })));

  test('a link without words sends all the same, and no door makes words up', () => with_service('SQLite', async (service) => {
    await service.accept('noor', await service.create(), 'Noor');
    const reporter = await visit(browser, { who: 'wordless' });
    await reporter.open(service, `/${SLUG}`);
    await reporter.page.waitForFunction(() => history.state !== null);
    assert.deepEqual(await reporter.page.locator('.doors a').evaluateAll((doors) => doors.map((door) => door.hash)), ['', '']);
    await write(reporter, STORY);
    const key = await send(reporter);
    await reporter.open(service, `/${SLUG}/nl-be/mailbox`);
    await open_mailbox(reporter, key);
    await reporter.look('Je brievenbus');
    assert.ok((await reporter.text()).includes(STORY));
    await reporter.end();
  }));

  test('other words than the link says: no door, no field, and somebody to ask', () => with_service('SQLite', async (service) => {
    const { fingerprint } = await service.accept('noor', await service.create(), 'Noor');
    const other = fingerprint.split('.').reverse().join('.');
    for (const path of ['', '/nl-be', '/nl-be/report', '/nl-be/mailbox']) {
      const reporter = await visit(browser, { who: `distrust${path.replaceAll('/', '-')}` });
      await reporter.open(service, `/${SLUG}${path}#fp=${other}`);
      await reporter.look(/klopt niet/);
      assert.equal(await reporter.page.locator('textarea, input, .doors').count(), 0);
      assert.match(await reporter.text(), /Typ hier niets[\s\S]*onder vier ogen/);
      await reporter.end();
    }
  }));

  test('a coach approved by her words reads; excluded, nothing tells her that there is anything', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const karim = await visit(browser, { who: 'karim' });
    const his = await accept(karim, service, await service.invite('Karim'), 'Karim', true);
    await karim.press(karim.button('Open mijn bureau'));
    await karim.page.getByRole('heading', { name: 'Ontgrendel je bureau' }).waitFor();
    await unlock(karim, his, '.alone .words');
    await karim.look(/Nog even wachten/);

    const guardian = await visit(browser, { who: 'noor' });
    await guardian.open(service, `/desk#${SLUG}`);
    await unlock(guardian, noor);
    await approve(guardian, 'Karim', his.words);
    await karim.press(karim.button('Vergrendel, en kom later terug'));
    await unlock(karim, his);
    await karim.look();

    const reporter = await visit(browser, { who: 'excluding', device: 'phone' });
    await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
    await write(reporter, STORY, { exclude: ['Karim'] });
    await send(reporter);
    await reporter.end();
    const answers = [];
    karim.page.on('response', (response) => answers.push(response));
    await refresh(karim);
    await refresh(guardian);
    await guardian.page.locator('.thread-row.new').waitFor();
    assert.equal(await karim.page.locator('.thread-row').count(), 0);
    assert.match(await karim.text(), /Er wacht niets op jou/);
    await karim.look();

    const second = await visit(browser, { who: 'including' });
    await second.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
    await write(second, STORY);
    await send(second);
    await second.end();
    await refresh(karim);
    await karim.page.locator('.thread-row.new').waitFor();
    assert.equal(await karim.page.locator('.thread-row').count(), 1);
    await open_new(karim);
    await refresh(guardian);
    await guardian.page.waitForFunction(() => document.querySelectorAll('.thread-row').length === 2);
    await karim.end();
    await guardian.end();
  }));

  test('a server that is away or loses its answer costs no word, and what is sent again counts once', async () => {
    const between = await relay();
    await with_service('SQLite', async (service) => {
      between.to = service.port;
      service.origin = between.origin;
      const noor = await service.accept('noor', await service.create(), 'Noor');
      const reporter = await visit(browser, { who: 'patient', expected: [/ERR_/, /status: 50\d/] });
      await reporter.open(between, `/${SLUG}#fp=${noor.fingerprint}`);
      await write(reporter, STORY);
      await reporter.press(reporter.button('Verder'));
      await reporter.look(/nog niets verstuurd/);
      const failed = async () => {
        await reporter.press(reporter.button('Versleutel en verstuur'));
        await reporter.page.getByRole('heading', { name: 'Je tekst gaat op slot' }).waitFor();
        await reporter.page.locator('.failure').waitFor();
        await reporter.look();
        assert.match(await reporter.page.locator('.failure').innerText(), /nergens anders[\s\S]*nooit dubbel/);
        assert.ok((await reporter.page.locator('.rows').innerText()).includes(STORY));
      };
      await service.stop();
      await failed();
      await service.start_again();
      between.to = service.port;
      between.loses = /^POST \/api\/v1\/threads /;
      await failed();
      assert.ok(between.lost > 1, 'it arrived, more than once');
      between.loses = null;
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await receipt(reporter);
      await reporter.end();
      const { threads } = await service.desk('noor', ['inbox'], { env: { MICROMOED_PASSPHRASE: noor.passphrase } });
      assert.equal(threads.length, 1);
    }, { MICROMOED_HTTP__ORIGINS: JSON.stringify([between.origin]) }, [between.origin]).finally(between.close);
  });

  test('another language in the middle keeps every word, and goes along to the coach', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const reporter = await visit(browser, { who: 'french', device: 'phone' });
    await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
    await reporter.press(reporter.link('Vertel wat er speelt'));
    await reporter.write(reporter.field('text'), STORY);
    await reporter.press(reporter.button('Verder'));
    await reporter.look(/Hoe snel/);
    await reporter.choose(reporter.page.getByRole('radio', { name: 'Zo snel mogelijk' }));
    await reporter.press(reporter.link('Français'));
    await reporter.page.waitForFunction(() => document.documentElement.lang === 'fr-BE');
    await reporter.look(/délai/);
    assert.ok(await reporter.page.getByRole('radio').nth(2).isChecked());
    await reporter.page.goBack();
    assert.equal(await reporter.field('text').inputValue(), STORY);
    await reporter.press(reporter.page.locator('p.row .button.quiet'));
    await reporter.look();
    await reporter.press(reporter.page.locator('#after-marks button'));
    await reporter.look();
    await reporter.press(reporter.page.locator('.button.wide'));
    await reporter.page.locator('.key').waitFor();
    await reporter.look(/Merci/);
    await reporter.end();
    const coach = { env: { MICROMOED_PASSPHRASE: noor.passphrase } };
    await service.desk('noor', ['inbox'], coach);
    const { messages } = await service.desk('noor', ['show', '1'], coach);
    assert.match(messages[0].text, new RegExp(`^${STORY}\\n\\nDélai|${STORY}\\n\\n`));
    assert.doesNotMatch(messages[0].text, /Hoe snel/);
  }));

  test('what an organisation does not ask stands nowhere on the way', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const landing = `/${SLUG}#fp=${noor.fingerprint}`;
    const asked = async (questions, titles) => {
      assert.deepEqual(await service.ask('org', 'questions', SLUG, ...questions), questions.filter((each) => each !== '--none'));
      const reporter = await visit(browser, { who: 'asked' });
      await reporter.open(service, landing);
      await reporter.press(reporter.link('Vertel wat er speelt'));
      await reporter.write(reporter.field('text'), STORY);
      for (const [n, title] of titles.entries()) {
        await reporter.press(reporter.button('Verder'));
        await reporter.look(title);
        const text = (await reporter.text()).replace(/[\u2068\u2069]/g, '');
        assert.match(text, new RegExp(`Vraag ${n + 2} van ${titles.length + 1}`));
      }
      // By its address, too, a question that is not asked leads on.
      await reporter.page.evaluate(() => history.replaceState({ ...history.state, step: 'wants' }, ''));
      await reporter.press(reporter.button('Verder'));
      await reporter.look();
      await reporter.press(reporter.button('Verder'));
      await reporter.look(/nog niets verstuurd/);
      assert.equal(await reporter.page.locator('dt', { hasText: 'Wat zou helpen' }).count(), 0);
      assert.equal(await reporter.page.locator('dt', { hasText: 'Onderwerp' }).count(), questions.includes('topics') ? 1 : 0);
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await receipt(reporter);
      await reporter.end();
    };
    await asked(['effect', 'topics'], [/Wat doet het met jou/, /Waarover/, /níét lezen/, /Bestanden|bestanden|foto/]);
    await asked(['--none'], [/níét lezen/, /Bestanden|bestanden|foto/]);
  }));

  test('until the next tick what was said can be taken back, and no page calls itself a test', async () => {
    const far = `${String((new Date().getUTCHours() + 12) % 24).padStart(2, '0')}:30`;
    await with_service('SQLite', async (service) => {
      const noor = await service.accept('noor', await service.create(), 'Noor');
      const reporter = await visit(browser, { who: 'ticks' });
      await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
      await write(reporter, STORY);
      assert.doesNotMatch(await reporter.text(), /proefopstelling/);
      await send(reporter);
      await reporter.press(reporter.button('Ik heb hem bewaard'));
      await reporter.look('Je brievenbus');
      await reporter.press(reporter.button('Schrijf terug'));
      await reporter.write(reporter.field('words'), MORE);
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await reporter.page.locator('.letter', { hasText: MORE }).getByText('nog niet te lezen voor de coach').waitFor();
      await reporter.look();
      await reporter.press(reporter.page.locator('.letter', { hasText: MORE }).getByRole('button', { name: 'Neem terug' }));
      await reporter.page.getByText('Teruggenomen. Niemand kon het lezen.').first().waitFor();
      await reporter.page.locator('.letter', { hasText: MORE }).waitFor({ state: 'detached' });
      await reporter.look();
      await reporter.end();
    }, { MICROMOED_MAILBOX__TICKS: JSON.stringify([far]) });
  });

  test('whoever leaves in the middle leaves what the page says: a visit, and no word', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    for (const device of ['desktop', 'phone']) {
      const reporter = await visit(browser, { who: `leaving-${device}`, device, expected: [/ERR_ABORTED/] });
      await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
      await reporter.press(reporter.page.locator('summary', { hasText: 'Snel weg van deze pagina' }));
      assert.match(await reporter.text(), /dat je hier was, blijft in de geschiedenis van je browser staan. Wat je schreef niet/);
      await write(reporter, STORY);
      if (device === 'desktop') for (let n = 0; n < 3; n += 1) await reporter.key('ShiftLeft');
      else await reporter.press(reporter.page.locator('.exit'));
      await reporter.page.waitForURL('https://www.meteo.be/');
      const left = await reporter.history();
      assert.deepEqual(left.map(({ url }) => url).filter((url) => url !== 'about:blank'), ['https://www.meteo.be/', `${service.origin}/`]);
      for (const way of ['goBack', 'goForward', 'goForward']) {
        await reporter.page[way]().catch(() => null);
        assert.doesNotMatch(await seen(reporter.page), /rooster/);
      }
      await reporter.open(service, `/${SLUG}/nl-be/report`);
      assert.equal(await reporter.field('text').inputValue(), '');
      await leaves_nothing(reporter, { origin: `(${service.origin}|https://www.meteo.be)` }, ['Sandra', 'rooster']);
      await reporter.end();
    }
  }));
});
