// Puts the desk on the page. What the address says is taken first, before anything is waited for: an invitation must
// not stand in the address bar.

import { render } from 'preact';
import type { Desk } from '../../crypto/port';
import { App } from './app';
import { browser } from './host';
import { log_pages } from './log';
import { make_state } from './state';

export async function start_desk(root: HTMLElement, port: Desk, texts: Promise<void>): Promise<void> {
  const home = root.dataset['page'] === 'audit' ? 'audit' : 'desk';
  const state = make_state(port, browser, home);
  state.begin(location.hash);
  await texts;
  // It comes while she types; that it cannot is said where it is needed.
  if (home === 'audit') void log_pages.load();
  root.replaceChildren();
  render(<App state={state} port={port} version={root.dataset['version'] ?? ''} />, root);
}
