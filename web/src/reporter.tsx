// The reporter's pages take over from what the server sent. Until they do, every link works and fields take words.

import './look/tokens.css';
import './look/base.css';
import './look/reporter.css';
import { hydrate } from 'preact';
import { say } from './components/live';
import { make_reporter } from './crypto/loader';
import { listen } from './device/exit';
import { fingerprint_in, parse_address, Places } from './device/place';
import { App } from './pages/app';
import { read_served } from './pages/organisations/served';
import { Reporter } from './pages/reporter';
import { load } from './text/load';
import { t } from './text/text';
import addresses from 'virtual:texts/reporter';

const root = document.getElementById('app');
if (root) {
  const served = read_served(root);
  const { page } = parse_address(location.pathname);
  const fingerprint = fingerprint_in(location.hash);
  const places = new Places(page, served.slug, fingerprint === null ? '' : location.hash);
  const app = new App(make_reporter(), served, places, fingerprint, (language) => load(language, addresses));
  // The way out works before the words have come.
  listen(() => app.leave(), (left) => say(t('exit-presses', { n: left })));
  await load(served.language, addresses);
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
