// Makes the pictures of `docs/screens`, from a demo that is gone afterwards: `node screens.mjs [--to FOLDER]`.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { PROGRAM } from './service.mjs';
import { rest } from './visitor.mjs';

const { values } = parseArgs({ options: { to: { type: 'string', default: join(import.meta.dirname, '../../docs/screens') } } });
const STORY = 'Sinds Sandra het rooster maakt, krijgen altijd dezelfde drie mensen de vroege diensten. Vorige dinsdag vroeg ik waarom. '
  + '«Niet zeuren», zei ze.';
const ANSWER = 'Dank je om dit te schrijven. Ik heb het rustig gelezen. Klopt het dat dit al sinds de zomer speelt? Ik doe niets zonder dat jij weet wat.';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const DESK = { viewport: { width: 1440, height: 900 } };

async function demo() {
  const child = spawn(PROGRAM, ['demo', '--listen', '127.0.0.1:0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const told = new Promise((resolve) => createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('{') && resolve(JSON.parse(line))));
  const document = await Promise.race([told, ended.then((code) => { throw new Error(`the demo ended with ${code}`); })]);
  return { ...document, end: () => child.kill('SIGTERM') && ended };
}

mkdirSync(values.to, { recursive: true });
const { server, organisation, people, token, end } = await demo();
const browser = await launch();
const [slug, words] = organisation.split('#fp=');

async function sit(look, colorScheme) {
  const context = await browser.newContext({ ...look, colorScheme, locale: 'nl-BE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept().catch(() => null));
  const dark = colorScheme === 'dark' ? '-dark' : '';
  return {
    page,
    button: (name) => page.getByRole('button', { name }).last(),
    async take(name) {
      await rest(page);
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(values.to, `${name}${dark}.png`) });
    },
    end: () => context.close(),
  };
}

try {
  for (const theme of ['light', 'dark']) {
    const { page, button, take, end: leave } = await sit(PHONE, theme);
    await page.goto(`${server}/${slug}#fp=${words}`);
    await page.locator('h1').waitFor();
    await take('reporter-1-landing');
    if (theme === 'light') {
      await page.goto(`${server}/${slug}/nl-be/report#fp=${words}`);
      await page.waitForFunction(() => history.state !== null);
      await page.fill('#text', STORY);
      await take('reporter-2-story');
      await button('Meteen naar het nakijken').click();
      await page.locator('.marks').waitFor();
      await take('reporter-3-recognise');
      await button(/Vervang Sandra/).click();
      await button('Verder').click();
      await page.getByRole('heading', { name: /nog niets verstuurd/ }).waitFor();
      await take('reporter-4-check');
      await button('Versleutel en verstuur').click();
      await page.locator('.key').waitFor();
      await take('reporter-5-receipt');
    }
    await page.goto(`${server}/${slug}/nl-be/mailbox#fp=${words}`);
    await page.waitForFunction(() => history.state !== null);
    await page.fill('#key', token);
    await button('Open mijn brievenbus').click();
    await page.locator('.letter').first().waitFor();
    await take('reporter-6-mailbox');
    await leave();
  }
  for (const theme of ['light', 'dark']) {
    const { page, button, take, end: leave } = await sit(DESK, theme);
    const [{ account, passphrase }] = people;
    await page.goto(`${server}/desk#${slug}`);
    await page.fill('#unlock-account', account);
    await page.fill('#unlock-secret', passphrase);
    await button('Ontgrendel').click();
    await page.locator('.thread-row').first().waitFor();
    if (theme === 'light') await take('desk-1-inbox');
    await page.locator('.thread-row:not(.new)').nth(1).click();
    await page.locator('#reply').waitFor();
    if (theme === 'light') await page.fill('#reply', ANSWER);
    await take('desk-2-case');
    if (theme === 'light') {
      await page.keyboard.press('Control+k');
      await page.locator('#combo').waitFor();
      await take('desk-3-palette');
      await page.keyboard.press('Escape');
    }
    await leave();
  }
  for (const theme of ['light', 'dark']) {
    const { page, button, take, end: leave } = await sit(DESK, theme);
    const { account, passphrase } = people.find(({ role }) => role === 'auditor');
    await page.goto(`${server}/audit#${slug}`);
    await page.fill('#unlock-account', account);
    await page.fill('#unlock-secret', passphrase);
    await button('Ontgrendel').click();
    await page.locator('.verdict.well').waitFor({ timeout: 120_000 });
    // The first time she is told who came into office since she did.
    if (theme === 'light') await button('Sluit').click();
    await take('audit');
    await leave();
  }
} finally {
  await browser.close();
  await end();
}
