// A works council looks into the log: the real program, the real module, a browser in front of both. `node --test audit.mjs`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { launch } from './browser.mjs';
import { databases, SLUG, with_service } from './service.mjs';
import { NOTHING, visit } from './visitor.mjs';
import { accept, approve, open_new, refresh, reply, send, unlock, write } from './walk.mjs';

const STORY = 'Sinds Sandra het rooster maakt, krijgen altijd dezelfde drie mensen de vroege diensten.';
const ANSWER = 'Dank je om dit te schrijven. Sinds wanneer merk je dat?';
const HOLDS = 'Het logboek klopt';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Presses a button, and answers what it saved. */
async function saved(auditor, name) {
  const [file] = await Promise.all([auditor.page.waitForEvent('download'), auditor.press(auditor.button(name))]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** Invited by the operator, approved at the coach's desk by her words; a report is opened and answered; then she looks. */
async function look_into(service, how) {
  const noor = await service.accept('noor', await service.create(), 'Noor');
  const coach = await visit(browser, { who: `${how.name}-coach` });
  await coach.open(service, `/desk#${SLUG}`);
  await unlock(coach, noor);

  const auditor = await visit(browser, { ...how, who: `${how.name}-auditor` });
  const hers = await accept(auditor, service, await service.invite('Wout', 'auditor'), 'Wout', true);
  await auditor.press(auditor.button('Open mijn bureau'));
  await unlock(auditor, hers, '.alone .words');
  await auditor.look(/Nog even wachten/);
  await approve(coach, 'Wout', hers.words);
  await auditor.press(auditor.button('Vergrendel, en kom later terug'));

  // At the desk she finds the log, and nothing of a report.
  await unlock(auditor, hers);
  await auditor.look(HOLDS);
  assert.equal(await auditor.page.locator('.list, .nav').count(), 0);
  assert.match(await auditor.text(), /Buiten de server onthoudt niemand dit logboek[\s\S]*docs\/works-councils\.md/);
  assert.equal(await auditor.page.getByRole('table').count(), 0, 'no conversation yet');

  const reporter = await visit(browser, { who: `${how.name}-reporter` });
  await reporter.open(service, `/${SLUG}#fp=${noor.fingerprint}`);
  await write(reporter, STORY);
  await send(reporter);
  await reporter.end();
  await coach.press(coach.button('Terug').first());
  await refresh(coach);
  await open_new(coach);
  await reply(coach, ANSWER);
  await coach.end();
  // One more change of the roster closes the day, as midnight would.
  await service.accept('karim', await service.invite('Karim'), 'Karim');
  await service.desk('noor', ['approve', '1'], { env: { MICROMOED_PASSPHRASE: noor.passphrase } });

  await auditor.open(service, `/audit#${SLUG}`);
  await auditor.page.getByRole('heading', { name: 'Ontgrendel het logboek' }).waitFor();
  await auditor.look();
  await unlock(auditor, hers);
  await auditor.look(HOLDS);
  // What is out of sight is not laid out, and has no inner text.
  const text = (await auditor.page.locator('.audit').textContent()).replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ');
  assert.match(text, /Noor opende een gesprek\s*coach · om het voor het eerst te lezen · gesprek 1 · opening 1/);
  assert.match(text, /Noor schreef een melder terug\s*coach · om te antwoorden · gesprek 1 · nummer \d/);
  assert.match(text, /Een melding kwam binnen\s*gesprek 1/);
  assert.match(text, /1 tot \d, zonder gat/);
  assert.doesNotMatch(text, /Sandra|rooster|Dank je|gesprek 2/);
  assert.ok(!(await auditor.page.content()).includes('rooster'));

  const size = Number(/haalde op .* het hele logboek op, ([\d.]+) regels/.exec(text)[1].replaceAll('.', ''));
  const native = await service.run(['audit', 'verify', '--server', service.origin]);
  assert.deepEqual([native.size, native.problems], [size, []]);

  const lines = await auditor.page.locator('.day-of li').count();
  await auditor.page.selectOption('#kind', 'opened');
  await auditor.page.selectOption('#person', 'Noor');
  assert.ok(await auditor.page.locator('.day-of li').count() < lines);
  for (const line of await auditor.page.locator('.day-of li').allTextContents()) assert.match(line, /Noor/);

  const table = await saved(auditor, 'Bewaar de regels als tabel');
  assert.match(table.name, new RegExp(`^log-${SLUG}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  const rows = table.text.split('\r\n').slice(0, -1);
  assert.equal(rows.length, lines + 1, 'all of them, whatever is shown');
  for (const row of rows.slice(1)) assert.match(row, /^"\d+","\d{4}-\d\d-\d\d","[a-z_]+\.[a-z_]+",("[^"]*",?){7}$/);
  const all = JSON.parse((await saved(auditor, 'Bewaar alles als JSON')).text);
  assert.deepEqual([all.size, all.root, all.lines.length, all.problems], [size, native.root, lines, []]);
  const checkpoint = await saved(auditor, 'Bewaar het ijkpunt');
  assert.equal(checkpoint.text, all.checkpoint);
  assert.ok(checkpoint.text.split('\n')[1] === String(size));

  // Everything instead of three months: the same here, computed anew.
  await auditor.choose(auditor.page.getByRole('radio', { name: 'altijd' }));
  await auditor.look(HOLDS);
  assert.equal(await auditor.page.locator('.day-of li').count(), lines);

  await auditor.page.evaluate(() => { window.print = () => undefined; });
  await auditor.press(auditor.button('Druk een verklaring af'));
  await auditor.page.emulateMedia({ media: 'print' });
  const sheet = (await auditor.page.locator('.statement').innerText()).replaceAll(/\s/g, '');
  assert.ok(sheet.includes(native.root) && sheet.includes('Ikvondgeenenkelprobleem'), sheet);
  await auditor.page.emulateMedia({ media: 'screen' });
  assert.doesNotMatch(sheet, /Noor/);

  await auditor.press(auditor.button(/^Vergrendel/, false));
  await auditor.page.getByRole('heading', { name: 'Ontgrendel het logboek' }).waitFor();
  assert.doesNotMatch(await auditor.text(), /Noor|gesprek 1/);
  await auditor.look();
  assert.deepEqual({ ...await auditor.kept(), cookies: [] }, NOTHING);

  // Whoever has no such key is told where she belongs.
  const lost = await visit(browser, { who: `${how.name}-lost` });
  await lost.open(service, `/audit#${SLUG}`);
  await unlock(lost, noor);
  await lost.look('Deze pagina is voor wie het logboek nakijkt');
  await lost.press(lost.link('Naar mijn bureau'));
  await unlock(lost, noor);
  await lost.page.locator('.nav').waitFor();
  await lost.end();
  await auditor.end();
}

describe('the log', { concurrency: Number(process.env.MICROMOED_AT_ONCE ?? 2) }, () => {
  for (const database of databases()) {
    test(`an auditor sees who opened what and that nothing is missing, ${database}`, () =>
      with_service(database, (service) => look_into(service, { name: `audit-${database}` })));
  }

  test('an auditor on a phone, in the dark, from right to left', () =>
    with_service('SQLite', (service) => look_into(service, { device: 'phone', colorScheme: 'dark', rtl: true, name: 'audit-phone' })));
});
