// Puts the desk on the page. What the address says is taken first, before anything is waited for: an invitation must
// not stand in the address bar.

import { render } from 'preact';
import type { Desk } from '../../crypto/port';
import { App } from './app';
import { browser } from './host';
import { make_state } from './state';

export async function start_desk(root: HTMLElement, port: Desk, texts: Promise<void>): Promise<void> {
  const state = make_state(port, browser);
  state.begin(location.hash);
  await texts;
  root.replaceChildren();
  render(<App state={state} port={port} />, root);
}
