// A code on the poster: made at the desk, asked of whoever writes, and a code that is not everybody's is refused.
// `node --test gate.mjs`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { databases, SLUG, with_service } from './service.mjs';
import { visit } from './visitor.mjs';
import { accept, leaves_nothing, open_new, refresh, send, unlock } from './walk.mjs';

const STORY = 'Sinds de zomer krijgen altijd dezelfde mensen de vroege diensten.';
const OTHER = 'abacus bagel cactus zoom tulip';
const REFUSED = [/status: 403/, /status of 403/];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function make_code(coach) {
  await coach.press(coach.button(/^Maak een (nieuwe )?code$/));
  const words = coach.page.locator('.notice .code-words');
  await words.waitFor();
  await coach.look('Mensen');
  return words.innerText();
}

/** From the first question to the page before the last, in the shortest way. */
async function skip(reporter) {
  await reporter.look(/anders/);
  await reporter.write(reporter.field('text'), STORY);
  await reporter.press(reporter.button('Meteen naar het nakijken'));
  await reporter.look(/herkenbaar maken|niets opvallends/);
}

for (const database of databases()) {
  test(`a code is asked before the first question, checked on the device, and asked anew when it changed: ${database}`, async () => {
    await with_service(database, async (service) => {
      const coach = await visit(browser, { who: 'gate-coach' });
      const mine = await accept(coach, service, await service.create(), 'Noor');
      await coach.press(coach.button('Open mijn bureau'));
      await unlock(coach, mine);
      const fp = mine.words.join('.');
      await coach.press(coach.button(/^Mensen/, false));
      await coach.look('Mensen');
      await coach.page.getByText(/Iedereen kan schrijven/).waitFor();
      const first = await make_code(coach);
      assert.equal(first.split(' ').length, 5);
      assert.match(await coach.text(), /Ze geldt vanaf nu/);

      const reporter = await visit(browser, { who: 'gate-reporter', expected: REFUSED });
      await reporter.open(service, `/${SLUG}#fp=${fp}`);
      await reporter.look(/Zit er iets niet goed/);
      assert.match(await reporter.text(), /Je hebt de code op de affiche nodig/);
      await reporter.press(reporter.link('Vertel wat er speelt'));
      await reporter.look(/code/);
      const asked = [];
      reporter.page.on('request', (request) => asked.push(request.url()));
      for (const [typed, told] of [['drie kleine woorden', /Typ de vijf woorden/], [OTHER, /niet de code die iedereen heeft\. Gebruik ze niet/]]) {
        await reporter.write(reporter.field('code'), typed);
        await reporter.press(reporter.button('Verder'));
        await reporter.page.locator('#code-fault').filter({ hasText: told }).waitFor();
        await reporter.look(/code/);
      }
      assert.deepEqual(asked, [], 'the device finds it out by itself');
      await reporter.write(reporter.field('code'), first.toUpperCase());
      await reporter.press(reporter.button('Verder'));
      await skip(reporter);

      // Two new codes while she writes: hers counts no longer, and nothing of what she wrote is lost.
      const second = await make_code(coach);
      const third = await make_code(coach);
      assert.equal(new Set([first, second, third]).size, 3);
      await reporter.press(reporter.button('Verder'));
      await reporter.look(/nog niets verstuurd/);
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await reporter.page.getByText(/De code is intussen veranderd/).waitFor();
      await reporter.look(/code/);
      await reporter.write(reporter.field('code'), third);
      await reporter.press(reporter.button('Verder'));
      await reporter.look(/nog niets verstuurd/);
      assert.match(await reporter.text(), /vroege diensten/);
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await reporter.page.locator('.key').waitFor();
      await reporter.look(/Dank je/);
      await leaves_nothing(reporter, service, ['diensten', ...third.split(' ')]);
      await reporter.end();

      await coach.press(coach.page.locator('.back'));
      await refresh(coach);
      await open_new(coach);
      assert.match(await coach.text(), /vroege diensten/);

      // Whoever began to write before the page knew of a code is asked when she goes on.
      const quick = await visit(browser, { who: 'gate-quick' });
      await quick.open(service, `/${SLUG}/nl-be/report#fp=${fp}`);
      await quick.look(/code/);
      await quick.write(quick.field('code'), third);
      await quick.press(quick.button('Verder'));
      await skip(quick);
      await send(quick);
      await quick.end();
      await coach.end();
    });
  });
}
