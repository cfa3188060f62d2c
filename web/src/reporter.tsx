// The reporter's pages take over from what the server sent. Until they do, every link works and fields take words.

import './look/tokens.css';
import './look/base.css';
import './look/files.css';
import './look/reporter.css';
import { hydrate } from 'preact';
import { say } from './components/live';
import { make_reporter } from './crypto/loader';
import { leaving, listen } from './device/exit';
import { fingerprint_in, parse_address, Places } from './device/place';
import { App } from './pages/app';
import { read_served } from './pages/organisations/served';
import { Reporter } from './pages/reporter';
import { load } from './text/load';
import type { Language } from './text/languages';
import { t } from './text/text';
import addresses from 'virtual:texts/reporter';

const PAUSES_MS = [1_000, 4_000, 10_000];

const root = document.getElementById('app');
if (root) {
  const served = read_served(root);
  const { page } = parse_address(location.pathname);
  const fingerprint = fingerprint_in(location.hash);
  const places = new Places(page, served.slug, fingerprint);
  const app = new App(make_reporter(page === 'mailbox' ? 'mailbox' : 'report'), served, places, fingerprint, (language) => load(language, addresses));
  // The way out works before the words have come.
  listen(() => app.leave(), (left) => say(t('exit-presses', { n: left })));
  const ready = await load_patiently(served.language);
  if (ready) take_over(root, app);
  else own_up();
  // A fault of ours: what she typed is still on the page, and she is told what to do with it.
  window.addEventListener('error', own_up);
  window.addEventListener('unhandledrejection', own_up);
}

/** Shows what the served page holds ready for the case that it does not work. */
function own_up(): void {
  const box = document.getElementById('unready');
  if (!box || leaving.now) return;
  box.hidden = false;
  box.scrollIntoView();
}

/** Words that do not come at once are asked for again, quietly; then the page says so. */
async function load_patiently(language: Language): Promise<boolean> {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      await load(language, addresses);
      return true;
    } catch {
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return false;
}

function take_over(root: HTMLElement, app: App): void {
  // What was typed while scripts were on their way stays where it is.
  const typed = (id: string): string => {
    const field = document.getElementById(id);
    return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : '';
  };
  app.draft.text.value = typed('text');
  app.mailbox.typed.value = typed('key');
  hydrate(<Reporter app={app} />, root);
  app.start();
}
