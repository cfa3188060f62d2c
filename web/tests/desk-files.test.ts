// Files at the desk: each fetching is an entry, so what came is kept until the lock, and nothing comes after it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk_view, make_port, message, show, thread } from '../gallery/desk-port';
import { Failure, type Desk } from '../src/crypto/port';
import type { Host } from '../src/pages/desk/host';
import { make_state, type State } from '../src/pages/desk/state';

const PDF = new TextEncoder().encode('%PDF-1.7');
const named = message('reporter', '', { sequence: 1, kind: 'files', attachments: [
  { number: 1, name: 'file-1.pdf', media_type: 'image/png', size: 8 }, { number: 2, name: 'file-2.pdf', media_type: 'application/pdf', size: 8 },
] });
const [one, two] = named.attachments;
assert.ok(one && two);

async function sit(fetch_file: Desk['fetch_file']): Promise<State> {
  const listed = thread(2);
  const host: Host = {
    mac: false, now: () => Date.parse('2026-11-25T13:00:00Z'), chance: () => 0, every: () => () => undefined, push: () => undefined,
    back: () => undefined, set_fragment: () => undefined, set_title: () => undefined, print: () => undefined, save: () => undefined,
    copy: () => Promise.resolve(true),
  };
  const shown = show({ ...listed, new: false }, { messages: [message('reporter', 'Kijk.'), named] });
  const state = make_state({ ...make_port({ view: desk_view(), threads: [listed], shows: { 2: shown } }), fetch_file }, host);
  state.session.slug.value = 'noord';
  state.session.account.value = 'ilse';
  await state.enter('six words');
  await state.cases.show(2);
  return state;
}

test('a file is asked for by the place of its message and its number, and what it is its bytes say', async () => {
  const asked: unknown[] = [];
  const state = await sit((n, place, number) => {
    asked.push([n, place, number]);
    return Promise.resolve(PDF as Uint8Array<ArrayBuffer>);
  });
  await state.files.fetch(2, named, 2, one);
  const had = state.files.of(2, named, one);
  assert.deepEqual([asked, had.whole, had.counted, had.picture], [[[2, 2, 1]], PDF, null, null], 'its sender called it a picture');
  assert.equal(state.files.of(2, named, two).whole, null);
});

test('a second press fetches nothing twice; one that was stopped or failed can be fetched again', async () => {
  let asked = 0;
  const state = await sit((_n, _place, _number, progress, stop) => new Promise((_, refuse) => {
    asked += 1;
    progress({ stage: 'count', done: 1, total: 3 });
    stop.addEventListener('abort', () => refuse(new Failure('unacknowledged')));
  }));
  const fetching = state.files.fetch(2, named, 2, one);
  await state.files.fetch(2, named, 2, one);
  assert.deepEqual([asked, state.files.of(2, named, one).counted], [1, { done: 1, total: 3 }]);
  state.files.stop(2, named, one);
  await fetching;
  assert.deepEqual([state.files.of(2, named, one).counted, state.files.of(2, named, one).failure], [null, null]);
  assert.equal(state.session.offline.value, false, 'nobody waits, which is not nobody there');
  void state.files.fetch(2, named, 2, one);
  assert.equal(asked, 2);
});

test('after the lock nothing is kept, and what comes late is not taken in', async () => {
  let come: (bytes: Uint8Array<ArrayBuffer>) => void = () => undefined;
  const state = await sit(() => new Promise((settle) => (come = settle)));
  const first = state.files.fetch(2, named, 2, one);
  come(PDF as Uint8Array<ArrayBuffer>);
  await first;
  void state.files.fetch(2, named, 2, two);
  state.session.lock('idle');
  come(PDF as Uint8Array<ArrayBuffer>);
  // All that waits for it has had its turn.
  await new Promise(setImmediate);
  assert.deepEqual([state.files.of(2, named, one).whole, state.files.of(2, named, two).whole], [null, null]);
});
