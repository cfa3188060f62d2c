// Draws every state of the gallery: no finding of axe, nothing in the console, no sideways scroll at 320 px.
// `node gallery.mjs [--page desk.html] [--shots FOLDER] [--only NAME] [--language LANGUAGE] [--dark] [--width N]`

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';

const { values } = parseArgs({
  options: {
    shots: { type: 'string' }, only: { type: 'string' }, language: { type: 'string', default: 'nl-be' },
    dark: { type: 'boolean', default: false }, width: { type: 'string', default: '390' }, built: { type: 'boolean', default: false }, page: { type: 'string', default: '' },
  },
});
const web = join(import.meta.dirname, '../../web');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

if (!values.built) execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'gallery/vite.config.ts', '--logLevel', 'error'], { cwd: web, stdio: 'inherit' });
const { origin, close } = await serve(join(web, 'dist-gallery'));
const browser = await launch();
const context = await browser.newContext({
  colorScheme: values.dark ? 'dark' : 'light', viewport: { width: Number(values.width), height: 780 }, bypassCSP: false,
  // What fades in would be measured half-way.
  reducedMotion: 'reduce',
});
const page = await context.newPage();
let state = '';
let faults = 0;
const fault = (text) => {
  faults += 1;
  console.error(`${state}: ${text}`);
};
page.on('console', (message) => fault(`console: ${message.text()}`));
page.on('pageerror', (error) => fault(`error: ${error.message}`));

await page.goto(`${origin}/${values.page}`);
await page.waitForSelector('h1');
const names = await page.$$eval('li a', (links) => links.map((link) => link.textContent));
for (const name of names.filter((each) => !values.only || each.startsWith(values.only))) {
  state = name;
  await page.goto(`${origin}/${values.page}?state=${name}&language=${values.language}`);
  await page.waitForSelector('#app[data-ready]');
  if (values.shots) {
    mkdirSync(values.shots, { recursive: true });
    await page.screenshot({ path: join(values.shots, `${name}.png`), fullPage: true });
  }
  // Through the debugger: the page's own policy would refuse a script that somebody adds.
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), RULES);
  for (const { id, help, nodes } of found.violations) fault(`${id}: ${help}: ${nodes.map((node) => node.html).join(' | ').slice(0, 300)}`);
  await page.setViewportSize({ width: 320, height: 640 });
  const doors = await page.locator('.doors a, textarea, input').count();
  if (name.endsWith('distrust') && doors > 0) fault('there is a door or a field where nothing may be typed');
  const sideways = (how) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    .then((wide) => wide > 0 && fault(`scrolls sideways by ${wide} px ${how}`));
  await sideways('at 320 px');
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await sideways('from right to left');
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  await page.setViewportSize({ width: 640, height: 640 });
  // By the object model, which the policy allows; twice the text on twice the width is how people enlarge.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    document.body.style.cssText = 'letter-spacing: .12em; word-spacing: .16em; line-height: 1.8';
  });
  await sideways('with large and spaced text');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
    document.body.style.cssText = '';
  });
  await page.setViewportSize({ width: Number(values.width), height: 780 });
}
await browser.close();
close();
console.log(`${names.length} states, ${faults} faults`);
process.exitCode = faults > 0 || names.length < 40 ? 1 : 0;
