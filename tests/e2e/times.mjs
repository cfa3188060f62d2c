// Prints what a browser costs, for `cargo xtask bench`: `node times.mjs`. It asserts nothing: machines that test are shared.

import { launch } from './browser.mjs';
import { SLUG, start } from './service.mjs';
import { DEVICES } from './visitor.mjs';

const RUNS = 5;
const REPORTS = Number(process.env.MICROMOED_REPORTS ?? 200);
const ENTRIES = 100_000;
/** New threads sent by as many pages at a time. */
const AT_ONCE = 4;
const LONG_MS = 50;
const TEXT = 'De vroege diensten komen altijd bij dezelfde mensen terecht, en niemand zegt waarom dat zo gaat. '.repeat(50).slice(0, 4096);

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const print = (what, milliseconds, wanted) => console.log(`${what.padEnd(58)} ${String(Math.round(milliseconds)).padStart(6)} ms   (aim: ${wanted})`);

const service = await start('SQLite', { MICROMOED_LIMITS__ONE: '1000000000' });
const browser = await launch();
try {
  const coach = await service.accept('noor', await service.create(), 'Noor');
  const address = `${service.origin}/${SLUG}/nl-be/report#fp=${coach.fingerprint}`;

  // A context of its own has an empty cache.
  const visible = [];
  const usable = [];
  for (let n = 0; n < RUNS; n += 1) {
    const context = await browser.newContext({ ...DEVICES.phone, locale: 'nl-BE' });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => history.state !== null);
    usable.push(await page.evaluate(() => performance.now()));
    visible.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN));
    await context.close();
  }
  print('form visible, empty cache', middle(visible), 350);
  print('form taken over by its script, empty cache', middle(usable), 350);

  // Sealing is timed by the page itself, beside the module; long tasks on the page's thread from the click to the receipt.
  const sealed = [];
  const receipts = [];
  let longest = 0;
  let begun = 0;
  let token = '';
  const send = async (until, measured) => {
    const context = await browser.newContext({ ...DEVICES.desktop, locale: 'nl-BE' });
    while (begun < until) {
      begun += 1;
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction(() => history.state !== null);
      await page.evaluate(watch_tasks);
      await page.fill('#text', TEXT);
      await page.getByRole('button', { name: 'Meteen naar het nakijken' }).click();
      await page.locator('#after-marks button').click();
      const pressed = Date.now();
      await page.getByRole('button', { name: 'Versleutel en verstuur' }).click();
      await page.locator('.key').waitFor({ timeout: 60_000 });
      const took = Date.now() - pressed;
      token = await page.locator('.key').innerText();
      if (measured) {
        receipts.push(took);
        longest = Math.max(longest, await page.evaluate(() => globalThis.longest));
        const seconds = /Op slot in \D*([\d,]+)/.exec(await page.locator('body').innerText())?.[1];
        if (seconds) sealed.push(Number(seconds.replace(',', '.')) * 1000);
      }
      await page.close();
    }
    await context.close();
  };
  await send(RUNS, true);
  print('a report of 4 KiB sealed', middle(sealed), 50);
  print('from the button to the receipt', middle(receipts), 250);
  print('longest task of the reporter’s page', longest, LONG_MS);
  await Promise.all(Array.from({ length: AT_ONCE }, () => send(REPORTS, false)));

  const context = await browser.newContext({ ...DEVICES.desktop, locale: 'nl-BE' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const desk = async () => {
    await page.goto('about:blank');
    await page.goto(`${service.origin}/desk#${SLUG}`);
    await page.locator('#unlock-account').fill(coach.account);
    await page.locator('#unlock-secret').fill(coach.passphrase);
    await page.evaluate(watch_tasks);
    const begun = Date.now();
    await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click();
    await page.locator('.desk').waitFor();
    const unlocked = Date.now();
    await page.locator('.thread-row, .breath').first().waitFor();
    return [unlocked - begun, Date.now() - unlocked];
  };
  print('unlock: passphrase to desk', (await desk())[0], 2000);
  await page.keyboard.press('Shift+O');
  const asked = Date.now();
  await page.locator('dialog #open-all').click();
  await page.waitForFunction(() => document.querySelector('.new-ones') === null && document.querySelector('.thread-row.new') === null);
  print(`${REPORTS} new threads opened in one go`, Date.now() - asked, 3000);
  print('longest task of the desk meanwhile', await page.evaluate(() => globalThis.longest), LONG_MS);
  await page.keyboard.press('Shift+L');
  await page.locator('#unlock-secret').waitFor();
  const [, cards] = await desk();
  print(`${REPORTS} cards decrypted, from desk to list`, cards, '1000 for 1,000');
  print('longest task of the desk meanwhile', await page.evaluate(() => globalThis.longest), LONG_MS);
  await context.close();

  // With immediate ticks each entry is padded to a whole epoch: this is the log of years.
  for (let size = 0; size < ENTRIES; ) {
    await Promise.all(Array.from({ length: 2 * AT_ONCE }, () => service.invite('Niemand')));
    size = (await (await fetch(`${service.origin}/ledger/epochs`)).json()).epochs.at(-1).size;
  }
  const reader = await (await browser.newContext({ ...DEVICES.phone, locale: 'nl-BE' })).newPage();
  await reader.goto(`${service.origin}/${SLUG}/nl-be/mailbox#fp=${coach.fingerprint}`);
  await reader.waitForFunction(() => history.state !== null);
  await reader.evaluate(watch_tasks);
  await reader.fill('#key', token);
  await reader.getByRole('button', { name: 'Open mijn brievenbus' }).click();
  const log = reader.getByRole('button', { name: 'Wie opende je melding?' });
  await log.waitFor();
  const looked = Date.now();
  await log.click();
  const holds = reader.getByText(/nagerekend\. Het klopt\./).last();
  await holds.waitFor({ timeout: 60_000 });
  const took = Date.now() - looked;
  const entries = Number((await holds.innerText()).replace(/\D/g, ''));
  print(`a log of ${entries} entries verified on a phone's page`, took, '2000 for 100,000');
  print('longest task of the page meanwhile', await reader.evaluate(() => globalThis.longest), LONG_MS);
} finally {
  await browser.close();
  await service.end();
}

/** In the page: the longest task of its own thread from now on. */
function watch_tasks() {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: 'longtask' });
}
