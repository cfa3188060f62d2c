// A concern from end to end: the real program, the real module, a browser in front of both. `node --test concern.mjs`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { databases, relay, SLUG, start } from './service.mjs';
import { break_off, seen, visit } from './visitor.mjs';
import { accept, leaves_nothing, note, open_mailbox, open_new, refresh, reply, send, set_status, unlock, write } from './walk.mjs';

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

/** Runs a story against a service of its own, which is gone afterwards whatever becomes of the story. */
async function with_service(database, story, settings) {
  const service = await start(database, settings);
  try {
    await story(service);
    await service.verify();
  } catch (error) {
    await break_off();
    throw error;
  } finally {
    await service.end();
  }
}

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
  await write(reporter, STORY, { urgency: 'Liefst binnen de week', wants: ['Raad'] });
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
  assert.match(await coach.text(), /een collega het rooster maakt[\s\S]*Liefst binnen de week[\s\S]*Raad/);
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
  await again.press(again.button('Trek mijn melding in'));
  await again.look(/intrekken/);
  await again.press(again.button('Ja, trek in'));
  await again.page.getByText(/Ingetrokken/).first().waitFor();
  await again.look('Je brievenbus');

  if (coach.device === 'phone') await coach.page.goBack();
  await refresh(coach);
  const row = coach.page.locator('.thread-row').first();
  await row.waitFor();
  await (coach.hand === 'keyboard' ? coach.press(coach.page.locator('#list')) : coach.press(row));
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
  await coach.page.locator('.thread-row', { hasText: 'Gewist' }).waitFor();
  await coach.look();
  await coach.end();
}

for (const database of databases()) {
  for (const device of ['desktop', 'phone']) {
    test(`a concern from invitation to erasure, ${database}, ${device}`, () =>
      with_service(database, (service) => whole(service, { device, name: `${database}-${device}` })));
  }
}
