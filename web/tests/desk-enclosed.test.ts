// Files that go with a reply: it leaves with all of them or stays, and nothing is sent twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk_view, make_port, message, show, thread } from '../gallery/desk-port';
import { Failure, type Desk, type Enclosed } from '../src/crypto/port';
import type { Host } from '../src/pages/desk/host';
import { make_state, type State } from '../src/pages/desk/state';

const file = (name: string): File => new File([new Uint8Array(9)], name);
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

interface Sitting { state: State; sent: { ending: string; before: number }[]; replies: { text: string; numbers: number[] }[] }

/** With a case open and two files chosen; `enclose` may refuse. */
async function sit(change: Partial<Desk> = {}): Promise<Sitting> {
  const sent: Sitting['sent'] = [];
  const replies: Sitting['replies'] = [];
  const listed = { ...thread(2), new: false };
  const port = make_port({ view: desk_view(), threads: [listed], shows: { 2: show(listed, { messages: [message('reporter', 'Mag ik het zien?')] }) } });
  const host: Host = {
    mac: false, now: () => Date.parse('2026-11-25T13:00:00Z'), chance: () => 0, every: () => () => undefined, push: () => undefined,
    back: () => undefined, set_fragment: () => undefined, set_title: () => undefined, print: () => undefined, save: () => undefined,
    copy: () => Promise.resolve(true),
  };
  const heard: Desk = {
    ...port, ...change,
    // What cannot be drawn is listed by its kind; nothing here draws.
    strip: async ({ ending, bytes }) => ({
      kind: 'other', gone: [], assurance: 'untouched', ending, bytes: new Uint8Array(await bytes.arrayBuffer()),
    }),
    enclose: (n, chosen, before, ...how) => {
      sent.push({ ending: chosen.ending, before });
      return (change.enclose ?? port.enclose)(n, chosen, before, ...how);
    },
    reply: (n, text, files) => {
      replies.push({ text, numbers: files.map(({ number }) => number) });
      return (change.reply ?? port.reply)(n, text, files);
    },
  };
  const state = make_state(heard, host);
  state.session.slug.value = 'noord';
  state.session.account.value = 'ilse';
  await state.enter('six words');
  await state.cases.show(2);
  state.cases.enclosed.of(2).add([file('een.pdf'), file('twee.txt')]);
  await settle();
  return { state, sent, replies };
}

/** What the bar does when its time is up. */
async function leave({ cases }: State): Promise<void> {
  cases.send(2);
  const held = cases.act.value;
  cases.end();
  await held?.leave();
}

test('a reply names all files that were sent for it, and shows them at once', async () => {
  const { state, sent, replies } = await sit();
  state.cases.draft(2).reply.value = 'Hier.';
  state.cases.send(2);
  assert.deepEqual([sent, replies], [[], []], 'while it is held nothing leaves');
  state.cases.undo();
  assert.equal(state.cases.enclosed.of(2).goes().length, 2, 'they wait with it');
  await leave(state);
  assert.deepEqual(sent, [{ ending: 'pdf', before: 0 }, { ending: 'txt', before: 1 }]);
  assert.deepEqual(replies, [{ text: 'Hier.', numbers: [1, 2] }]);
  const shown = state.cases.thread.value?.opened?.messages.at(-1);
  assert.deepEqual([shown?.kind, shown?.attachments.map(({ name }) => name)], ['text', ['file-1.pdf', 'file-2.txt']]);
  assert.equal(state.cases.enclosed.of(2).rows.value.length, 0);
});

test('files may go without a text, and a text without files', async () => {
  const { state, replies } = await sit();
  await leave(state);
  assert.equal(state.cases.thread.value?.opened?.messages.at(-1)?.kind, 'files');
  await leave(state);
  assert.deepEqual(replies, [{ text: '', numbers: [1, 2] }], 'nothing is no reply');
  state.cases.draft(2).reply.value = 'Dank je';
  await leave(state);
  assert.deepEqual(replies.at(-1), { text: 'Dank je', numbers: [] });
});

test('where one does not get through nothing is said, and what is there is not sent again', async () => {
  let full = true;
  const port = make_port({});
  const { state, sent, replies } = await sit({
    enclose: (n, chosen, ...how) => chosen.ending === 'txt' && full ? Promise.reject(new Failure('problem', '', 'no-room')) : port.enclose(n, chosen, ...how),
  });
  state.cases.draft(2).reply.value = 'Hier.';
  await leave(state);
  assert.deepEqual([replies, state.cases.draft(2).reply.value], [[], 'Hier.']);
  assert.deepEqual([state.cases.outcome.value?.what, state.cases.outcome.value?.failure?.problem], ['failed', 'no-room']);
  assert.deepEqual(state.cases.enclosed.of(2).goes().map(({ stage }) => stage), ['sent', 'ready']);
  full = false;
  await leave(state);
  assert.deepEqual(sent.map(({ ending }) => ending), ['pdf', 'txt', 'txt']);
  assert.deepEqual(replies, [{ text: 'Hier.', numbers: [1, 2] }]);
});

test('whoever stops it keeps text and files, and the server is not taken for away', async () => {
  const { state, replies } = await sit({
    enclose: (_n, _file, _before, progress, stop) => new Promise<Enclosed>((_, refuse) => {
      progress({ stage: 'count', done: 1, total: 3 });
      stop.addEventListener('abort', () => refuse(new Failure('unacknowledged')));
    }),
  });
  state.cases.draft(2).reply.value = 'Hier.';
  const leaving = leave(state);
  await settle();
  const files = state.cases.enclosed.of(2);
  assert.deepEqual(files.rows.value.map(({ stage }) => stage), ['sending', 'ready']);
  // A lock that is asked for meanwhile seals the text.
  state.cases.settle();
  assert.equal(state.cases.draft(2).reply.value, 'Hier.');
  files.stop_all();
  await leaving;
  assert.deepEqual([replies, state.cases.draft(2).reply.value, files.working.value], [[], 'Hier.', false]);
  assert.deepEqual([state.cases.outcome.value?.failure?.detail, state.session.offline.value], ['stopped', false]);
  assert.equal(state.cases.count_drafts(), 1, 'a page that closes asks');
  state.session.lock('lock');
  assert.deepEqual([files.rows.value, state.cases.count_drafts()], [[], 0]);
});
