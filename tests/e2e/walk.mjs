// What coach and reporter do, page by page. Every page that is passed is looked at.

import assert from 'node:assert/strict';
import { SLUG } from './service.mjs';
import { NOTHING } from './visitor.mjs';

/** Longer than an answer waits before it leaves. */
const LEAVES = { timeout: 40_000 };

/** Four pages; answers what the coach has on paper, read off the screen as she does. */
export async function accept(coach, service, invitation, name, by_link = false) {
  const { page } = coach;
  if (by_link) await coach.open(service, `/desk#invite=${invitation}`);
  else {
    await coach.open(service, `/desk#${SLUG}`);
    await coach.look('Ontgrendel je bureau');
    await coach.press(coach.button('Ik heb een uitnodiging'));
    await coach.write(coach.field('invitation'), invitation);
  }
  await page.getByRole('heading', { name: 'Neem je uitnodiging aan' }).waitFor();
  assert.ok(!page.url().includes(invitation), 'no invitation stays in the address bar');
  await coach.look();
  await coach.press(coach.button('Kijk na'));
  await coach.look('Wie je hier zal zijn');
  await coach.write(coach.field('accept-name'), name);
  await coach.press(coach.button('Maak mijn sleutels'));
  await coach.look('Je wachtzin');
  const words = await page.locator('.passphrase li').allInnerTexts();
  assert.equal(words.length, 6);
  await coach.press(coach.button('Ik heb ze opgeschreven'));
  await coach.look('Je herstelblad');
  const groups = await page.locator('.kit span').allInnerTexts();
  assert.equal(groups.length, 7);
  await coach.press(coach.button('Het blad ligt veilig'));
  await page.getByRole('heading', { name: 'Even nakijken' }).waitFor();
  for (const n of [0, 1, 2]) {
    const label = await page.locator(`label[for=check-${n}]`).innerText();
    const place = Number(/\d+/.exec(label)[0]) - 1;
    await coach.write(coach.field(`check-${n}`), (label.startsWith('Woord') ? words : groups)[place]);
  }
  await coach.look();
  await coach.press(coach.button('Maak mijn account'));
  await coach.look(/^Welkom/);
  const shown = await page.locator('.words li').allInnerTexts();
  assert.equal(shown.length, 7);
  const account = /korte naam is (\S+)\./.exec(await coach.text())[1].replaceAll(/[\u2068\u2069]/g, '');
  return { account, passphrase: words.join(' '), kit: groups.join('-'), words: shown };
}

/** At the unlock page, wherever she came from. */
export async function unlock(coach, { account, passphrase }, shown = '.desk') {
  await coach.page.getByRole('heading', { name: /^Ontgrendel (je bureau|het logboek)$/ }).waitFor();
  if (await coach.field('unlock-account').isVisible()) await coach.write(coach.field('unlock-account'), account);
  await coach.write(coach.field('unlock-secret'), passphrase);
  await coach.press(coach.button('Ontgrendel'));
  await coach.page.locator(shown).first().waitFor();
}

/** A guardian hears seven words on the telephone, is asked for two of them, and signs. */
export async function approve(guardian, name, words) {
  const { page } = guardian;
  await guardian.press(guardian.button(/^Mensen/, false));
  await guardian.look('Mensen');
  await guardian.press(guardian.button(`Vergelijk de woorden ${name}`));
  await guardian.look(/^Is dit/);
  assert.deepEqual(await page.locator('.ceremony li').allInnerTexts(), words);
  await guardian.press(guardian.button('Ik hoorde alle zeven'));
  for (let turn = 0; turn < 2; turn += 1) {
    await page.locator('.picks').waitFor();
    await guardian.look();
    const place = Number(/\d+/.exec(await page.locator('.approve h2').innerText())[0]) - 1;
    await guardian.press(page.locator('.picks').getByRole('button', { name: words[place], exact: true }));
  }
  await guardian.look();
  await guardian.press(guardian.button('Ze kloppen'));
  await page.getByText('Goedgekeurd door').first().waitFor();
  await guardian.look();
}

/** From the landing page to the page before the last. Answers what the reporter sees of it. */
export async function write(reporter, text, { exclude = [], urgency, effects = [], wants = [], files = [] } = {}) {
  const { page } = reporter;
  await reporter.look(/Zit er iets niet goed/);
  await reporter.press(reporter.link('Vertel wat er speelt'));
  await reporter.look(/anders/);
  await reporter.write(reporter.field('text'), text);
  await reporter.press(reporter.button('Verder'));
  await reporter.look(/Hoe snel/);
  if (urgency) await reporter.choose(page.getByRole('radio', { name: urgency, exact: true }));
  await reporter.press(reporter.button('Verder'));
  await reporter.look(/Wat doet het met jou/);
  for (const effect of effects) await reporter.choose(page.getByRole('checkbox', { name: effect, exact: true }));
  await reporter.press(reporter.button('Verder'));
  await reporter.look(/Wat zou jou helpen/);
  for (const want of wants) await reporter.choose(page.getByRole('checkbox', { name: want, exact: true }));
  await reporter.press(reporter.button('Verder'));
  await reporter.look(/Waarover/);
  await reporter.press(page.getByRole('button', { name: 'Sla over' }).last());
  await page.getByRole('heading', { name: /níét lezen/ }).waitFor();
  await page.locator('.now-reads').waitFor();
  await reporter.look();
  for (const name of exclude) await reporter.choose(page.getByRole('checkbox', { name: new RegExp(`^${name} `) }));
  await reporter.press(reporter.button('Verder'));
  await reporter.look(/foto's of bestanden/);
  if (files.length > 0) await choose(reporter, files);
  await reporter.press(reporter.button(files.length > 0 ? 'Verder' : 'Sla over'));
  await reporter.look(/herkenbaar maken|niets opvallends/);
}

/** Hands over files, and waits until the device has looked into each. */
export async function choose(reporter, files) {
  const { page } = reporter;
  const before = await page.locator('.choose .files > li').count();
  await page.locator('[data-choose]').setInputFiles(files);
  await page.locator('.choose .files > li').nth(before + files.length - 1).waitFor();
  await page.waitForFunction(() => !document.body.innerText.includes('We kijken na wat erin zit'));
  await reporter.look();
}

/** Names make place for what they stand for; then the overview, and away it goes. Answers the key. */
export async function send(reporter, { replaces } = {}) {
  const { page } = reporter;
  if (replaces) await reporter.press(reporter.button(new RegExp(`Vervang ${replaces}`), false));
  await reporter.press(reporter.button('Verder'));
  await reporter.look(/nog niets verstuurd/);
  if (replaces) assert.doesNotMatch(await page.locator('.rows').innerText(), new RegExp(replaces));
  await reporter.press(reporter.button('Versleutel en verstuur'));
  return receipt(reporter);
}

export async function receipt(reporter) {
  const { page } = reporter;
  await page.locator('.key').waitFor();
  await reporter.look(/Dank je/);
  const key = (await page.locator('.key').innerText()).replaceAll(/\s/g, '');
  assert.match(key, /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await reporter.press(reporter.button('Dek af en vraag'));
  assert.ok(!(await reporter.text()).includes(key.slice(-4)), 'asked under a covered key');
  // What lies half under the bar would be measured as half a button.
  await page.evaluate(() => scrollTo(0, 0));
  await reporter.look();
  await reporter.write(reporter.field('group'), key.split('-')[3].toLowerCase());
  await reporter.press(reporter.button('Kijk na'));
  await page.getByText('Klopt. Je hebt je sleutel.').first().waitFor();
  return key;
}

/** Opens the mailbox with a key that is typed. */
export async function open_mailbox(reporter, key) {
  await reporter.write(reporter.field('key'), key);
  await reporter.press(reporter.button('Open mijn brievenbus'));
}

/** The list anew, and the row whose text begins so. */
export async function refresh(coach) {
  const answered = coach.page.waitForResponse((response) => response.url().includes('/api/v1/') && response.request().method() !== 'DELETE');
  await coach.press(coach.button(/^Ververs/, false));
  await answered;
}

/** Opens the row that is new. */
export async function open_new(coach) {
  const { page } = coach;
  const row = page.locator('.thread-row.new').first();
  await row.waitFor();
  await coach.look();
  if (coach.hand === 'keyboard') {
    await coach.press(page.locator('#list'));
  } else await coach.press(row);
  await page.locator('#reply').waitFor();
  await coach.look();
}

/** An answer, sent by the keys at a desk with keys, and gone for good when the time to take it back is over. */
export async function reply(coach, text) {
  const { page } = coach;
  await coach.write(coach.field('reply'), text);
  if (coach.device === 'phone') await coach.press(coach.field('send'));
  else await coach.key('Control+Enter');
  await page.locator('.undo').waitFor();
  await coach.look();
  await page.locator('.undo').waitFor({ state: 'detached', ...LEAVES });
  await page.locator('.letter.ours', { hasText: text }).waitFor();
  await coach.look();
}

export async function note(coach, text) {
  await coach.write(coach.field('note'), text);
  if (coach.device === 'phone') await coach.press(coach.button(/^Bewaar notitie/, false));
  else await coach.key('Control+Enter');
  await coach.page.locator('.memo', { hasText: text }).waitFor();
}

/** The reporter reads it as soon as it can no longer be undone. */
export async function set_status(coach, typed, shown) {
  const { page } = coach;
  if (coach.device === 'phone') {
    await coach.press(coach.button(/^Labels/, false));
    await coach.look();
    await coach.press(page.locator('dialog').getByRole('button', { name: /^Stand/ }));
  } else {
    // Out of the box, where letters are letters; also where the list beside it is empty by now.
    await coach.key('Escape');
    await coach.key('s');
  }
  await page.locator('#combo').waitFor();
  await coach.look();
  await page.keyboard.insertText(typed);
  await coach.key('Enter');
  await page.locator('.undo').waitFor();
  await page.locator('.undo').waitFor({ state: 'detached', ...LEAVES });
  // On a phone the labels are behind their button.
  if (coach.device !== 'phone') await page.getByText(shown).first().waitFor();
}

/** Nothing of a visit is on the device; what is in its history are pages, and no step of what was done on them. */
export async function leaves_nothing(reporter, service, words) {
  assert.deepEqual(await reporter.kept(), NOTHING);
  const pages = new RegExp(`^${service.origin}/(${SLUG}(/nl-be|/fr)?(/who|/report|/mailbox)?(#fp=[a-z.%0-9-]+)?)?$|^about:blank$`);
  for (const { url, title } of await reporter.history()) {
    assert.match(url, pages);
    for (const word of words) assert.ok(!title.includes(word) && !url.includes(word), `${title} ${url}`);
  }
}
