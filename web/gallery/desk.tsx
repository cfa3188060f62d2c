// The desk's pages in every state: `desk.html?state=NAME&language=fr`; without a state, the list of them.

import '../src/look/tokens.css';
import '../src/look/base.css';
import '../src/look/files.css';
import '../src/look/desk.css';
import { render } from 'preact';
import { App } from '../src/pages/desk/app';
import { browser } from '../src/pages/desk/host';
import { log_pages } from '../src/pages/desk/log';
import { make_state } from '../src/pages/desk/state';
import { is_language, type Language, SOURCE } from '../src/text/languages';
import { load } from '../src/text/load';
import { make_port } from './desk-port';
import { STATES } from './desk-states';
import { VERSION } from './fixture';
import addresses from 'virtual:texts/desk';

const asked = new URLSearchParams(location.search);
const wanted = asked.get('language') ?? SOURCE;
const language: Language = is_language(wanted) ? wanted : SOURCE;
await load(language, addresses);

const root = document.getElementById('app') ?? document.body;
const entry = STATES[asked.get('state') ?? ''];
if (entry === undefined) {
  const names = Object.keys(STATES);
  render(<main><h1>Desk</h1><ul>{names.map((name) => <li key={name}><a href={`?state=${name}`}>{name}</a></li>)}</ul></main>, root);
} else {
  const port = make_port(entry.setting);
  const shift = { now: 0 };
  // The day of the made-up data at 14 h in Brussels, whatever day it is.
  const start = Date.parse('2026-11-25T13:00:00Z');
  const began = performance.now();
  const state = make_state(port, { ...browser, now: () => start + performance.now() - began + shift.now, print: () => undefined }, entry.home);
  if (entry.home === 'audit') await log_pages.load();
  state.session.slug.value = 'bakkerij-noord';
  state.session.account.value = 'ilse';
  if (location.hash !== '') state.begin(location.hash);
  render(<App state={state} port={port} version={VERSION} />, root);
  await entry.drive?.(state, shift);
  root.dataset['ready'] = '';
}
