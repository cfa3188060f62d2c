// Photos and files from a reporter's telephone to a coach's desk: the real program, the real modules. `node --test files.mjs`.

import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { launch } from './browser.mjs';
import { document, photo, PLANTED } from './pictures.mjs';
import { databases, relay, SLUG, with_service } from './service.mjs';
import { visit } from './visitor.mjs';
import { accept, choose, leaves_nothing, open_mailbox, open_new, receipt, refresh, reply, send, unlock, write } from './walk.mjs';

const STORY = 'De planning in de keuken verandert elke donderdagavond.';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What a press of this button saves. */
async function saved(person, button) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.press(button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

function is_clean({ name, bytes }) {
  for (const word of [PLANTED, 'Exif', '2026']) {
    assert.ok(!bytes.includes(word) && !name.includes(word), `${word} is in ${name}`);
  }
}

/** A coach who sits at her desk. */
async function sit(service, who) {
  const coach = await visit(browser, { who });
  const mine = await accept(coach, service, await service.create(), 'Noor');
  await coach.press(coach.button('Open mijn bureau'));
  await unlock(coach, mine);
  return { coach, words: mine.words.join('.') };
}

/** What lies half under the bar would be measured as half a button. */
async function look_from_top(reporter) {
  await reporter.page.evaluate(() => scrollTo(0, 0));
  await reporter.look();
}

async function arrived(reporter) {
  await reporter.page.getByRole('heading', { name: 'Je bestanden zijn aangekomen' }).waitFor();
  await look_from_top(reporter);
}

describe('files', { concurrency: Number(process.env.MICROMOED_AT_ONCE ?? 2) }, () => {
  for (const database of databases()) {
    test(`a photo and a document reach the coach without what was hidden in them, ${database}`, () => with_service(database, async (service) => {
      const { coach, words } = await sit(service, `files-${database}-coach`);
      const reporter = await visit(browser, { device: 'phone', who: `files-${database}-reporter` });
      await reporter.open(service, `/${SLUG}#fp=${words}`);
      const picture = await photo(reporter.page);
      assert.ok(picture.buffer.includes(PLANTED));
      await write(reporter, STORY, { files: [picture, document()] });
      await reporter.page.goBack();
      await reporter.look(/foto's of bestanden/);
      const rows = reporter.page.locator('.choose .files > li');
      assert.match(await rows.nth(0).innerText(), /Foto .?1[\s\S]*Weg\s+plaats, toestel, datum, (titel en )?opmerkingen en kleurprofiel[\s\S]*Blijft\s+wat je op de foto ziet/);
      assert.match(await rows.nth(1).innerText(), /Document .?2[\s\S]*Weg[\s\S]*auteur[\s\S]*Een foto van het scherm is veiliger/);
      assert.ok(!(await reporter.page.content()).includes(PLANTED), 'no name of a file is anywhere on the page');
      // The small picture is drawn from what is left, in colours she knows.
      await reporter.page.waitForFunction(() => document.querySelector('.thumb img')?.naturalWidth > 0);
      await reporter.press(reporter.button('Verder'));
      const key = await send(reporter);
      await arrived(reporter);
      await reporter.press(reporter.button('Ik heb hem bewaard'));
      await reporter.look('Je brievenbus');
      const own = reporter.page.locator('.saved');
      await own.nth(1).waitFor();
      const back = await saved(reporter, own.nth(0).getByRole('button', { name: /^Bewaar/ }));
      assert.equal(back.name, 'file-1.jpg');
      is_clean(back);

      await refresh(coach);
      await open_new(coach);
      await coach.page.getByText('Elk bestand dat je ophaalt, wordt een regel in het logboek.').waitFor();
      await coach.look();
      await coach.press(coach.button('Haal op file-1.jpg'));
      await coach.page.locator('.attached img').waitFor();
      await coach.page.waitForFunction(() => document.querySelector('.attached img').naturalWidth === 640);
      await coach.look();
      const seen = await saved(coach, coach.button('Bewaar file-1.jpg'));
      is_clean(seen);
      assert.deepEqual(seen.bytes, back.bytes);
      await coach.press(coach.button('Haal op file-2.pdf'));
      await coach.page.getByText('We openen het hier niet').waitFor();
      await coach.look();
      const paper = await saved(coach, coach.button('Bewaar file-2.pdf'));
      is_clean(paper);
      assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-');

      // The log tells the reporter of each.
      await reporter.press(reporter.button('Wie opende je melding?'));
      await reporter.page.getByText(/nagerekend\. Het klopt\./).last().waitFor();
      await reporter.look();
      assert.equal((await reporter.text()).split('opende een bestand uit dit gesprek').length - 1, 2);
      await reporter.press(reporter.page.locator('.back'));
      await reporter.press(reporter.button('Sluit de brievenbus'));
      await leaves_nothing(reporter, service, [PLANTED, 'planning', ...key.split('-')]);
      await reporter.end();
      await coach.end();
    }));
  }

  for (const database of databases()) {
    test(`a coach's photo and document go with her answer, and the reporter looks before she keeps any, ${database}`, () => with_service(database, async (service) => {
      const { coach, words } = await sit(service, `answer-${database}-coach`);
      const reporter = await visit(browser, { device: 'phone', who: `answer-${database}-reporter` });
      await reporter.open(service, `/${SLUG}#fp=${words}`);
      await write(reporter, STORY);
      const key = await send(reporter);
      await reporter.press(reporter.button('Ik heb hem bewaard'));
      await reporter.look('Je brievenbus');
      await reporter.press(reporter.button('Sluit de brievenbus'));

      await refresh(coach);
      await open_new(coach);
      await coach.press(coach.page.getByText('Bestanden meesturen'));
      await choose(coach, [await photo(coach.page), document()]);
      const rows = coach.page.locator('.choose .files > li');
      assert.match(await rows.nth(0).innerText(), /Weg\s+plaats, toestel, datum[\s\S]*Blijft\s+wat je op de foto ziet/);
      assert.match(await rows.nth(1).innerText(), /Weg[\s\S]*auteur[\s\S]*Een foto van het scherm is veiliger/);
      assert.ok(!(await coach.page.content()).includes(PLANTED), 'no name of a file is anywhere on the page');
      await reply(coach, 'Hier zijn de afspraken.');
      const ours = coach.page.locator('.letter.ours', { hasText: 'Hier zijn de afspraken.' });
      assert.match(await ours.innerText(), /file-1\.jpg[\s\S]*file-2\.pdf/);
      assert.equal(await rows.count(), 0, 'the next reply begins without them');

      await reporter.open(service, `/${SLUG}/nl-be/mailbox`);
      await open_mailbox(reporter, key);
      await reporter.look('Je brievenbus');
      const theirs = reporter.page.locator('.saved');
      await theirs.nth(1).waitFor();
      await reporter.press(theirs.nth(0).getByRole('button', { name: /^Haal op/ }));
      await theirs.nth(0).locator('img').waitFor();
      await reporter.page.waitForFunction(() => document.querySelector('.saved img').naturalWidth === 640);
      await look_from_top(reporter);
      assert.match(await theirs.nth(0).innerText(), /Op dit toestel staat het pas als je het bewaart/);
      const seen = await saved(reporter, theirs.nth(0).getByRole('button', { name: /^Bewaar/ }));
      assert.equal(seen.name, 'file-1.jpg');
      is_clean(seen);
      await reporter.press(theirs.nth(1).getByRole('button', { name: /^Haal op/ }));
      await reporter.page.getByText('We openen het hier niet').waitFor();
      await look_from_top(reporter);
      const paper = await saved(reporter, theirs.nth(1).getByRole('button', { name: /^Bewaar/ }));
      is_clean(paper);
      assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-');

      // Her own reading is nobody's entry, that of a desk is one.
      const opened = async () => {
        await reporter.press(reporter.button('Wie opende je melding?'));
        await reporter.page.getByText(/nagerekend\. Het klopt\./).last().waitFor();
        const count = (await reporter.text()).split('opende een bestand').length - 1;
        await reporter.press(reporter.page.locator('.back'));
        return count;
      };
      assert.equal(await opened(), 0);
      await coach.press(coach.button('Haal op file-1.jpg'));
      await coach.page.locator('.attached img').waitFor();
      await coach.look();
      assert.equal(await opened(), 1);
      await reporter.press(reporter.button('Sluit de brievenbus'));
      await leaves_nothing(reporter, service, [PLANTED, 'planning', 'afspraken', ...key.split('-')]);
      await reporter.end();
      await coach.end();
    }));
  }

  test('what she is about to press stays where it is while files arrive', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const reporter = await visit(browser, { device: 'phone', who: 'still' });
    await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
    await write(reporter, STORY, { files: [await photo(reporter.page), document()] });
    const puts = new EventEmitter();
    await reporter.context.route('**/mailbox/files/put', (route) => void puts.emit('held', route));
    let held = once(puts, 'held');
    await reporter.press(reporter.button('Verder'));
    await reporter.press(reporter.button('Versleutel en verstuur'));
    const places = [];
    for (const n of [0, 1]) {
      const [put] = await held;
      await reporter.page.locator('.pass > li').nth(n).getByText('wordt verstuurd').waitFor();
      places.push(await reporter.button('Dek af en vraag').boundingBox());
      held = once(puts, 'held');
      await put.continue();
    }
    await reporter.page.getByRole('heading', { name: 'Je bestanden zijn aangekomen' }).waitFor();
    places.push(await reporter.button('Dek af en vraag').boundingBox());
    assert.deepEqual(places.slice(1), [places[0], places[0]]);
    await arrived(reporter);
    await reporter.end();
  }));

  test('a line that breaks costs neither text nor key, and what was sent is not sent again', async () => {
    const between = await relay();
    await with_service('SQLite', async (service) => {
      between.to = service.port;
      service.origin = between.origin;
      const noor = await service.accept('noor', await service.create(), 'Noor');
      const reporter = await visit(browser, { device: 'phone', who: 'broken-line', expected: [/ERR_/] });
      await reporter.open(between, `/${SLUG}#fp=${noor.fingerprint}`);
      const large = await photo(reporter.page, { width: 1_000, height: 800, noise: true });
      assert.ok(large.buffer.length > 1_000_000, 'it has more than three parts');
      await write(reporter, STORY, { files: [large, document()] });
      // Two parts are acknowledged; what comes after them arrives, and no answer to it.
      let puts = 0;
      between.loses = { test: (bytes) => /^POST \/api\/v1\/mailbox\/files\/put /.test(bytes) && (puts += 1) > 2 };
      await reporter.press(reporter.button('Verder'));
      await reporter.press(reporter.button('Versleutel en verstuur'));
      await receipt(reporter);
      await reporter.page.getByRole('heading', { name: 'De verbinding viel weg' }).waitFor();
      await look_from_top(reporter);
      assert.match(await reporter.text(), /Je tekst is er al[\s\S]*Stuur de rest/);
      assert.ok(between.lost > 1, 'it was tried again, quietly');
      puts = 0;
      between.loses = { test: (bytes) => void (puts += Number(/^POST \/api\/v1\/mailbox\/files\/put /.test(bytes))) };
      await reporter.press(reporter.button('Stuur de rest'));
      await arrived(reporter);
      // Of three parts that were there the last goes once more; then the rest, and the document's one.
      assert.equal(puts, Math.ceil(large.buffer.length / 262_144) - 2 + 1);
      await reporter.press(reporter.button('Ik heb hem bewaard'));
      await reporter.look('Je brievenbus');
      await reporter.page.locator('.saved').nth(1).waitFor();
      is_clean(await saved(reporter, reporter.page.locator('.saved').nth(0).getByRole('button', { name: /^Bewaar/ })));
      await reporter.end();
    }, { MICROMOED_HTTP__ORIGINS: JSON.stringify([between.origin]) }, [between.origin]).finally(between.close);
  });

  test('more is sent from the mailbox, with words or without; what the server has no room for is said', () => with_service('SQLite', async (service) => {
    const noor = await service.accept('noor', await service.create(), 'Noor');
    const reporter = await visit(browser, { device: 'phone', who: 'more', expected: [/status: 413/, /status of 413/] });
    await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
    await write(reporter, STORY);
    const key = await send(reporter);
    await reporter.press(reporter.button('Ik heb hem bewaard'));
    await reporter.press(reporter.button('Schrijf terug'));
    await reporter.look(/nog zeggen/);
    await choose(reporter, [await photo(reporter.page)]);
    await reporter.press(reporter.button('Versleutel en verstuur'));
    await arrived(reporter);
    await reporter.page.locator('.saved').waitFor();

    await reporter.press(reporter.button('Schrijf terug'));
    await reporter.look(/nog zeggen/);
    await reporter.write(reporter.field('words'), 'En nog een.');
    await choose(reporter, [await photo(reporter.page, { width: 1_000, height: 800, noise: true })]);
    await reporter.press(reporter.button('Versleutel en verstuur'));
    await reporter.page.getByRole('heading', { name: 'Eén bestand kwam niet aan' }).waitFor();
    await reporter.look();
    assert.match(await reporter.text(), /De server heeft hiervoor nu geen plaats[\s\S]*En nog een\./);
    await reporter.press(reporter.page.getByRole('button', { name: /^Ga verder zonder/ }));
    await reporter.press(reporter.button('Sluit de brievenbus'));
    await leaves_nothing(reporter, service, [PLANTED, ...key.split('-')]);
    await reporter.end();
  }, { MICROMOED_LIMITS__ROOM: '1' }));
});
