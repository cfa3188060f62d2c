// Somebody in front of a browser, watched: what the page says to nobody, asks of others, or shows to no eye is a failure.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { POLICY } from './serve.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Where the way out leads; nothing else is ever asked of anybody. */
const NEUTRAL = 'https://www.meteo.be/';
/** Pictures of every page that is passed, for whoever wants to look. */
const SHOTS = process.env.MICROMOED_SHOTS;
/** What the browser says by itself when the desk asks it to forget. */
const FORGETS = /^console: Clear-Site-Data header on '[^']*\/api\/v1\/session': Cleared data types: "cache", "cookies", "storage"/;
const TABS = 120;
const AGAIN = 1_100;
/** Two taps in less are one double tap. */
const TWICE = 500;
/** For machines that do other things as well. */
const PATIENCE = Number(process.env.MICROMOED_PATIENCE ?? 60_000);

export const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

/** How somebody presses, chooses and writes. */
const HANDS = {
  mouse: (page) => ({
    press: (target) => target.click(),
    choose: (target) => target.check(),
    write: (target, text) => target.fill(text),
    key: (keys) => page.keyboard.press(keys),
  }),
  finger: (page) => ({
    press: (target) => target.tap(),
    choose: (target) => target.check(),
    write: async (target, text) => {
      await target.tap();
      await target.fill(text);
    },
    key: (keys) => page.keyboard.press(keys),
  }),
  /** Not one call that a mouse or finger would make. */
  keyboard: (page) => {
    const here = (target) => target.evaluate((element) => element === document.activeElement);
    const reach = async (target, key = 'Tab', there = here) => {
      await target.waitFor();
      for (let n = 0; n < TABS; n += 1) {
        if (await there(target)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`no key leads to ${target}`);
    };
    const in_group = (target) => target.evaluate((element) => document.activeElement?.name !== '' && element.name === document.activeElement?.name);
    return {
      press: async (target) => {
        await reach(target);
        await page.keyboard.press('Enter');
      },
      choose: async (target) => {
        const radio = (await target.getAttribute('type')) === 'radio';
        if (radio) {
          await reach(target, 'Tab', in_group);
          await reach(target, 'ArrowDown');
        } else await reach(target);
        if (!(await target.isChecked())) await page.keyboard.press('Space');
        assert.ok(await target.isChecked());
      },
      write: async (target, text) => {
        await reach(target);
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText(text);
      },
      key: (keys) => page.keyboard.press(keys),
    };
  },
};

/** Opens a context of its own. `expected` matches what this journey makes a browser say. */
export async function visit(browser, { device = 'desktop', hand = device === 'phone' ? 'finger' : 'mouse', who, rtl = false, expected = [], ...options }) {
  const context = await browser.newContext({ ...DEVICES[device], locale: 'nl-BE', permissions: [], ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const said = [];
  const note = (text) => {
    if (![FORGETS, ...expected].some((each) => each.test(text))) said.push(text);
  };
  let origin = null;
  let passed = 0;

  // The neutral page is somewhere else: nothing leaves this machine.
  await context.route(`${NEUTRAL}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Sunny' }));
  if (rtl) {
    await context.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl')));
  }
  page.on('console', (message) => note(`console: ${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('dialog', (dialog) => void dialog.accept().catch(() => null));
  page.on('request', (request) => {
    const { protocol, origin: to, href } = new URL(request.url());
    const ours = to === origin || protocol === 'data:' || protocol === 'blob:' || href === NEUTRAL;
    if (!ours) note(`asks elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => note(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', async (response) => {
    const { pathname, origin: from } = new URL(response.url());
    if (from !== origin) return;
    const headers = response.headers();
    if (response.status() >= 400) note(`status: ${response.status()} ${pathname}`);
    if (response.ok() && response.request().resourceType() === 'document' && headers['content-security-policy'] !== POLICY) {
      note(`policy of ${pathname}: ${headers['content-security-policy']}`);
    }
    // What is the same for everybody may be kept on its way; the worker asks past the browser's own cache.
    const everybodys = pathname.startsWith('/assets/') || pathname.startsWith('/ledger/');
    if (!everybodys && headers['cache-control'] !== 'no-store') note(`${pathname} may be kept: ${headers['cache-control']}`);
    if ('set-cookie' in headers && !pathname.startsWith('/api/v1/session')) note(`cookie from ${pathname}`);
  });

  const hands = HANDS[hand](page);
  const pressed = { what: '', at: 0 };
  const visitor = {
    page, context, said, who, device, hand, ...hands,

    /** The page takes a second press within a second for an accident of the hand; nobody who reads is that quick. */
    async press(target) {
      const what = target.toString();
      const least = what === pressed.what ? AGAIN : hand === 'finger' ? TWICE : 0;
      await page.waitForTimeout(Math.max(0, pressed.at + least - Date.now()));
      await hands.press(target);
      Object.assign(pressed, { what, at: Date.now() });
    },
    async open(service, path) {
      visitor.at = origin = service.origin;
      await page.goto(service.origin + path);
    },
    button: (name, exact = true) => page.getByRole('button', { name, exact }),
    link: (name) => page.getByRole('link', { name, exact: true }),
    field: (id) => page.locator(`#${id}`),
    text: () => page.locator('body').innerText(),

    /** Waits for a page by its heading, then looks at it: no finding of axe, no sideways scroll, focus where it belongs. */
    async look(heading) {
      if (heading !== undefined) await page.getByRole('heading', { name: heading }).first().waitFor();
      passed += 1;
      const name = `${who}-${String(passed).padStart(2, '0')}`;
      await rest(page);
      if (SHOTS) {
        mkdirSync(SHOTS, { recursive: true });
        await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
      }
      const shown = await page.locator('h1').first().innerText().catch(() => name);
      // Through the debugger: the page's own policy would refuse a script that somebody adds.
      await page.evaluate(AXE);
      // Forced colours are the system's; which of them lies behind a text is more than a script can ask.
      const rules = options.forcedColors === 'active' ? { 'color-contrast': { enabled: false } } : {};
      const find = async () => (await page.evaluate((how) => globalThis.axe.run(document, how), { runOnly: RULES, rules })).violations;
      let found = await find();
      if (found.length > 0) {
        // What fades in meanwhile was measured half-way; what is wrong is wrong twice.
        await rest(page);
        found = await find();
      }
      for (const { id, help, nodes } of found) {
        said.push(`axe at «${shown}»: ${id}: ${help}: ${nodes.map((node) => node.html).join(' | ').slice(0, 300)}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) said.push(`«${shown}» scrolls sideways by ${wide} px`);
      assert.doesNotMatch(await page.title(), /melding|report/i, 'a title stays in the history');
    },

    /** Everything that a device could keep of a visit. */
    async kept() {
      const storages = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        cookie: document.cookie,
        databases: (await indexedDB.databases()).length,
        caches: await caches.keys().then((keys) => keys.length, () => 0),
        workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
        files: await navigator.storage.getDirectory().then(async (root) => {
          let n = 0;
          for await (const _ of root.keys()) n += 1;
          return n;
        }, () => 0),
      }));
      return { ...storages, cookies: await context.cookies() };
    },

    /** What lies under Back and Forward. */
    async history() {
      const session = await context.newCDPSession(page);
      const { entries } = await session.send('Page.getNavigationHistory');
      await session.detach();
      return entries.map(({ url, title }) => ({ url, title }));
    },

    async end() {
      visitors.delete(visitor);
      await context.close();
      assert.deepEqual(said, []);
    },
  };
  visitors.add(visitor);
  return visitor;
}

const visitors = new Set();

/** Where a story broke off: what each of its people had on screen, and what the page had said. */
export async function break_off(origins) {
  for (const visitor of visitors) {
    const { page, context, said, who, at } = visitor;
    if (!origins.includes(at)) continue;
    console.error(`${who} at ${page.url()}:\n${await page.locator('body').innerText({ timeout: 1_000 }).catch(() => '')}\n${said.join('\n')}`);
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${who}-broken.png`), fullPage: true }).catch(() => null);
    visitors.delete(visitor);
    await context.close();
  }
}

/** Until nothing moves. */
export function rest(page) {
  return page.evaluate(async () => {
    for (let calm = 0; calm < 3; calm += 1) {
      await new Promise(requestAnimationFrame);
      if (document.getAnimations().some((each) => each.effect?.getTiming().iterations !== Infinity && each.playState === 'running')) calm = -1;
    }
  });
}

export const NOTHING = { local: 0, session: 0, cookie: '', databases: 0, caches: 0, workers: 0, files: 0, cookies: [] };

/** All a reader could see, fields too; asked again where the page changes under the question. */
export async function seen(page) {
  for (let n = 0; n < 50; n += 1) {
    try {
      return await page.evaluate(() => document.body.innerText + [...document.querySelectorAll('textarea, input')].map((each) => each.value).join());
    } catch {
      await page.waitForLoadState('domcontentloaded').catch(() => null);
    }
  }
  throw new Error('the page never came to rest');
}
