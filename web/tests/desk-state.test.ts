import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk_view, fresh, make_port, show, thread, type Setting } from '../gallery/desk-port';
import { Failure, type Desk, type PersonView } from '../src/crypto/port';
import type { Host } from '../src/pages/desk/host';
import { make_state, type State } from '../src/pages/desk/state';
import { turn } from '../src/pages/desk/views';

/** A clock that goes when it is told to. */
function make_host() {
  let now = Date.parse('2026-11-25T13:00:00Z');
  const timers: { every: number; next: number; call: () => void }[] = [];
  const host: Host = {
    mac: false, now: () => now, chance: () => 0,
    every(every, call) {
      const timer = { every, next: now + every, call };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    push: () => undefined, back: () => undefined, set_fragment: () => undefined, set_title: () => undefined,
    print: () => undefined, save: () => undefined, copy: () => Promise.resolve(true),
  };
  async function pass(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    while (now < end) {
      now = Math.min(end, now + 250);
      for (const timer of [...timers]) {
        if (timer.next <= now && timers.includes(timer)) {
          timer.next += timer.every;
          timer.call();
        }
      }
    }
    await settle();
  }
  return { host, pass };
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

interface Sitting { state: State; pass: (milliseconds: number) => Promise<void>; calls: string[] }

/** Unlocked, with every call of the port written down. */
async function sit(setting: Setting, change: Partial<Desk> = {}): Promise<Sitting> {
  const { host, pass } = make_host();
  const calls: string[] = [];
  const port = { ...make_port(setting), ...change };
  const heard = new Proxy(port, {
    get: (target, name: keyof Desk) => (...given: unknown[]) => {
      calls.push([name, ...given.filter((one) => typeof one !== 'function').flat()].join(' '));
      return (target[name] as (...all: unknown[]) => unknown)(...given);
    },
  });
  const state = make_state(heard, host);
  state.session.slug.value = 'noord';
  state.session.account.value = 'ilse';
  await state.enter('six words');
  calls.length = 0;
  return { state, pass, calls };
}

const answered = thread(2, { answer_by: null });

test('a reply leaves after ten seconds, not before, and never when it was undone', async () => {
  const { state, pass, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  state.cases.draft(2).reply.value = 'Dank je';
  state.cases.send(2);
  await pass(9_500);
  assert.deepEqual(calls, ['show 2', 'draft 2 Dank je'], 'a page that closes now leaves a draft');
  await pass(1_000);
  assert.deepEqual(calls.slice(-2), ['reply 2 Dank je', 'draft 2 ']);
  state.cases.draft(2).reply.value = 'Nog iets';
  state.cases.send(2);
  state.cases.undo();
  await pass(20_000);
  assert.equal(calls.filter((call) => call.startsWith('reply')).length, 1);
  assert.equal(state.cases.draft(2).reply.value, 'Nog iets');
});

test('whoever looks at the bar stops its clock', async () => {
  const { state, pass, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  state.cases.draft(2).reply.value = 'Dank je';
  state.cases.send(2);
  state.cases.paused.value = true;
  await pass(60_000);
  assert.deepEqual(calls, ['show 2', 'draft 2 Dank je']);
  state.cases.paused.value = false;
  await pass(10_500);
  assert.ok(calls.includes('reply 2 Dank je'));
});

test('a reply that fails comes back into the box, before what was typed meanwhile', async () => {
  const { state, pass } = await sit({ threads: [answered], fail: { reply: ['unacknowledged'] } });
  await state.cases.show(2);
  state.cases.draft(2).reply.value = 'Eerst';
  state.cases.send(2);
  state.cases.draft(2).reply.value = 'Daarna';
  await pass(11_000);
  assert.equal(state.cases.draft(2).reply.value, 'Eerst\n\nDaarna');
  assert.equal(state.cases.outcome.value?.what, 'failed');
  assert.equal(state.session.offline.value, true);
});

test('the next act lets go what the last one held', async () => {
  const { state, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  state.cases.draft(2).reply.value = 'Dank je';
  state.cases.send(2);
  state.cases.change_status(2, 'clarified');
  await settle();
  assert.deepEqual(calls.slice(0, 3), ['show 2', 'draft 2 Dank je', 'reply 2 Dank je']);
  assert.equal(state.cases.act.value?.kind, 'status');
});

test('a status that waits leaves before the lock, a note is asked about', async () => {
  const { state, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  state.cases.change_status(2, 'clarified');
  await state.session.ask_lock();
  assert.deepEqual(calls, ['show 2', 'triage 2 status=clarified', 'lock']);
  assert.equal(state.session.stage.value, 'unlock');

  await state.enter('six words');
  await state.cases.show(2);
  state.cases.draft(2).note.value = 'Half';
  await state.session.ask_lock();
  assert.equal(state.session.stage.value, 'desk');
  assert.equal(state.session.sheet.value?.name, 'lock');
});

test('a label is put on at once, undone by the old one, and taken off where the server refuses', async () => {
  const { state, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  const severity = (): unknown => state.inbox.find(2)?.severity;
  const old = severity();
  state.cases.change(2, { label: 'severity', value: 'S4' }, 'S4');
  assert.equal(severity(), 'S4');
  state.cases.undo();
  assert.equal(severity(), old);
  await settle();
  assert.deepEqual(calls.slice(1), ['triage 2 severity=S4', `triage 2 severity=${old}`]);

  const refused = await sit({ threads: [answered], fail: { triage: ['problem', 'forbidden'] } });
  await refused.state.cases.show(2);
  refused.state.cases.change(2, { label: 'severity', value: 'S4' }, 'S4');
  await settle();
  assert.equal(refused.state.inbox.find(2)?.severity, old);
  assert.equal(refused.state.cases.failure.value?.failure.problem, 'forbidden');
  assert.equal(refused.state.cases.act.value, null, 'no undo where there is nothing to undo');
});

test('a label that is refused takes no later reply with it', async () => {
  let refuse = (): void => undefined;
  const { state, pass, calls } = await sit({ threads: [answered] }, {
    triage: () => new Promise((_, fail) => (refuse = () => fail(new Failure('unacknowledged')))),
  });
  await state.cases.show(2);
  state.cases.change(2, { label: 'severity', value: 'S4' }, 'S4');
  state.cases.draft(2).reply.value = 'Dank je';
  state.cases.send(2);
  refuse();
  await settle();
  assert.equal(state.cases.act.value?.kind, 'reply', 'it still waits, and can be undone');
  await pass(10_500);
  assert.ok(calls.includes('reply 2 Dank je'), 'and leaves');
});

test('several become junk in one go, one undo takes that back, and what nobody read stays marked', async () => {
  const { state, calls } = await sit({ threads: [thread(1), thread(2, { flags: ['multiple-voices'] }), thread(3), fresh(9)] });
  const flags = (): unknown[] => [1, 2, 3].map((n) => state.inbox.find(n)?.flags);
  for (const n of [1, 2]) await state.cases.show(n);
  calls.length = 0;
  for (const n of [1, 2, 9]) state.inbox.mark(n);
  assert.equal(state.cases.mark_junk([...state.inbox.marked.value]), 1);
  assert.deepEqual(flags(), [['junk'], ['multiple-voices', 'junk'], []]);
  assert.deepEqual([...state.inbox.marked.value], [9]);
  assert.equal(state.cases.act.value?.count, 2);
  state.cases.undo();
  await settle();
  assert.deepEqual(flags(), [[], ['multiple-voices'], []]);
  assert.deepEqual(calls, ['triage 1 flags=junk', 'triage 2 flags=multiple-voices,junk', 'triage 1 flags=', 'triage 2 flags=multiple-voices']);
  assert.equal(state.cases.mark_junk([9]), 1, 'a new one alone is not touched');
  assert.equal(state.cases.act.value, null);
});

test('what the server refuses to call junk is no junk, is marked again, and the list says why', async () => {
  const { state } = await sit({ threads: [thread(1), thread(2)] }, {
    triage: (n) => (n === 2 ? Promise.reject(new Failure('unacknowledged')) : Promise.resolve({ n, told: false })),
  });
  for (const n of [1, 2]) await state.cases.show(n);
  state.cases.mark_junk([1, 2]);
  await settle();
  assert.deepEqual([1, 2].map((n) => state.inbox.find(n)?.flags), [['junk'], []]);
  assert.deepEqual([...state.inbox.marked.value], [2]);
  assert.equal(state.inbox.failure.value?.reason, 'unacknowledged');
  assert.equal(state.cases.act.value, null);
});

test('Shift marks everything between two rows, and whoever stops marking leaves none marked', async () => {
  const { state } = await sit({ threads: [thread(1), thread(2), thread(3), thread(4)] });
  state.inbox.show('all');
  const [first, , third] = state.inbox.rows.value.map(({ n }) => n);
  state.inbox.chosen.value = third ?? 0;
  state.inbox.marking.value = true;
  state.inbox.mark_to(first ?? 0);
  assert.equal(state.inbox.marked.value.size, 3);
  assert.equal(state.inbox.chosen.value, first);
  state.inbox.unmark();
  assert.deepEqual([state.inbox.marked.value.size, state.inbox.marking.value], [0, false]);
});

test('what was opened is shown again without another line in the log', async () => {
  const { state, calls } = await sit({ threads: [answered, thread(4)] });
  await state.cases.show(2);
  await state.cases.show(4);
  state.cases.show_previous();
  await settle();
  assert.equal(state.cases.open.value, 2);
  assert.deepEqual(calls, ['show 2', 'show 4']);
});

test('what the reporter wrote meanwhile makes it the coach’s turn, and is read when she looks', async () => {
  const setting: Setting = { threads: [thread(2, { answer_by: null, from_reporter: 1, from_staff: 1 })] };
  let listed = 1;
  const port = make_port(setting);
  const { state, calls } = await sit(setting, {
    inbox: async (progress) => ({ threads: (await port.inbox(progress)).threads.map((one) => ({ ...one, from_reporter: listed, from_staff: 1 })) }),
  });
  await state.cases.show(2);
  listed = state.inbox.find(2)?.opened?.messages.filter(({ author }) => author === 'reporter').length ?? 0;
  await state.inbox.load();
  await state.cases.show(2);
  assert.equal(calls.filter((call) => call === 'show 2').length, 1, 'nothing new costs no line in the log');
  listed += 1;
  state.cases.draft(2).reply.value = 'Half';
  await state.inbox.load();
  const waiting = state.inbox.find(2);
  assert.equal(waiting && turn(waiting), 'me');
  assert.notEqual(waiting?.opened, undefined, 'what she reads does not vanish under her eyes');
  await state.cases.catch_up();
  assert.equal(calls.filter((call) => call === 'show 2').length, 2);
  assert.equal(state.cases.draft(2).reply.value, 'Half');
});

test('a hundred open in handfuls, and stop where one says so', async () => {
  const threads = Array.from({ length: 100 }, (_, n) => fresh(n + 1));
  const { state, calls } = await sit({ threads, slow: { open_all: 5 } });
  const chosen = state.inbox.chosen.value;
  const opening = state.inbox.open_new();
  state.inbox.stop();
  assert.equal(await opening, 20);
  assert.equal(calls.length, 1);
  assert.equal(state.inbox.fresh.value.length, 80);
  assert.equal(await state.inbox.open_new(), 80);
  assert.equal(state.inbox.fresh.value.length, 0);
  assert.equal(state.inbox.chosen.value, chosen);
});

test('ten quiet minutes lock, two minutes before it is said, and somebody who stirs stays', async () => {
  const { state, pass, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  await pass(7 * 60_000);
  assert.equal(state.session.idle_left.value, null);
  await pass(1.5 * 60_000);
  assert.notEqual(state.session.idle_left.value, null);
  state.session.stir();
  assert.equal(state.session.idle_left.value, null);
  await pass(9.9 * 60_000);
  assert.equal(state.session.stage.value, 'desk');
  await pass(60_000);
  assert.equal(state.session.stage.value, 'unlock');
  assert.equal(state.session.locked.value, 'idle');
  assert.equal(calls.at(-1), 'lock');
});

test('a lock empties the page, and what arrives later does not fill it again', async () => {
  let arrive = (): void => undefined;
  const late = new Promise<void>((done) => (arrive = done));
  const { state } = await sit({ threads: [answered] }, {
    show: async () => {
      await late;
      return show(answered);
    },
  });
  state.cases.draft(2).note.value = 'Half';
  void state.cases.show(2);
  state.session.lock('lock');
  arrive();
  await settle();
  const left = JSON.stringify([
    state.inbox.threads.value, state.cases.open.value, state.cases.act.value, state.people.people.value,
    state.session.view.value, state.inbox.query.value, state.cases.draft(2).note.value,
  ]);
  assert.equal(left, '[[],null,null,null,null,"",""]');
  assert.equal(state.session.account.value, 'ilse', 'who she is may stay: it is no secret');
});

test('a session that ended elsewhere is a lock, and says so', async () => {
  const { state } = await sit({ threads: [answered] }, {
    show: () => Promise.reject(new Failure('problem', '', 'sign-in')),
  });
  void state.cases.show(2);
  await settle();
  assert.equal(state.session.stage.value, 'unlock');
  assert.equal(state.session.locked.value, 'ended');
});

test('an account exists only after three right answers, and then the page has forgotten its secrets', async () => {
  const calls: string[] = [];
  const port = make_port({});
  const { host } = make_host();
  const state = make_state({ ...port, accept: async () => void calls.push('accept') }, host);
  const { accept } = state;
  state.begin('#invite=mm-invitation');
  assert.equal(accept.typed.value, 'mm-invitation');
  await accept.look();
  await accept.make_keys();
  accept.to_kit();
  accept.to_check();
  await accept.confirm();
  assert.deepEqual([calls.length, accept.questions.value.every(({ wrong }) => wrong)], [0, true]);
  accept.questions.value.forEach(({ of, place }, n) => {
    accept.type(n, ` ${(of === 'word' ? accept.words : accept.groups).value[place]?.toUpperCase()} `);
  });
  await accept.confirm();
  assert.deepEqual([calls.length, accept.step.value], [1, 'done']);
  assert.equal(`${accept.made.value?.passphrase}${accept.made.value?.recovery_kit}${accept.typed.value}`, '');
  accept.went_back();
  assert.equal(accept.step.value, 'done', 'Back does not lead into making it again');
});

test('nodding along is caught, and then one must listen again', async () => {
  const { state, calls } = await sit({ threads: [], pending: true });
  await state.people.load();
  const pending = state.people.people.value?.pending[0];
  assert.ok(pending);
  state.people.compare(pending);
  await state.people.ask();
  const asked = state.people.step.value;
  assert.equal(asked.at, 'pick');
  if (asked.at !== 'pick') return;
  const [first] = asked.picks;
  const right = pending.words.split('.')[first?.place ?? 0] ?? '';
  assert.equal(new Set(first?.options).size, 3);
  state.people.pick(first?.options.find((word) => word !== right) ?? '');
  const after = state.people.step.value;
  assert.equal(after.at === 'pick' && after.picks[0]?.wrong, true);
  state.people.pick(right);
  assert.equal(state.people.step.value.at, 'pick', 'guessing on does not help');
  state.people.refuse();
  assert.ok(!calls.some((call) => call.startsWith('approve')));
});

test('a draft is sealed two seconds after the last letter and when the box is left, and said once', async () => {
  const { state, pass, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  const { drafts } = state.cases;
  drafts.typed(2, 'Da');
  await pass(1_500);
  drafts.typed(2, 'Dank');
  await pass(1_500);
  assert.deepEqual(calls, ['show 2']);
  await pass(750);
  assert.deepEqual(calls, ['show 2', 'draft 2 Dank']);
  assert.deepEqual(drafts.said.value, { n: 2, failure: null });
  drafts.said.value = null;
  drafts.typed(2, 'Dank je');
  await drafts.left(2);
  await drafts.left(2);
  await pass(5_000);
  assert.deepEqual(calls.slice(2), ['draft 2 Dank je'], 'what is sealed is not sealed again');
  assert.equal(drafts.said.value, null);
});

test('a draft comes back with its case, before what was typed meanwhile, and not where it was sent', async () => {
  const opened = (draft: string): Partial<Desk> => ({ show: async () => ({ ...show(answered), draft }) });
  const { state, calls } = await sit({ threads: [answered] }, opened('Eerst'));
  state.cases.draft(2).reply.value = 'Daarna';
  await state.cases.show(2);
  assert.equal(state.cases.draft(2).reply.value, 'Eerst\n\nDaarna');
  assert.deepEqual(calls, ['show 2']);

  const last = show(answered).messages.at(-1)?.text ?? '';
  const sent = await sit({ threads: [answered] }, opened(last));
  await sent.state.cases.show(2);
  assert.equal(sent.state.cases.draft(2).reply.value, '');
  assert.deepEqual(sent.calls, ['show 2', 'draft 2 ']);
});

test('what she drafted at another device stays before what she types here, and both are sealed', async () => {
  const { state, pass } = await sit({ threads: [answered] }, { draft: async (n, text) => ({ n, theirs: text === 'hier' ? 'daar' : null }) });
  await state.cases.show(2);
  state.cases.drafts.typed(2, 'hier');
  await pass(3_000);
  assert.equal(state.cases.draft(2).reply.value, 'daar\n\nhier');
  assert.equal(state.cases.count_drafts(), 0);
});

test('at the lock drafts are sealed first, and a reply that waits becomes one', async () => {
  const { state, pass, calls } = await sit({ threads: [answered] });
  await state.cases.show(2);
  state.cases.drafts.typed(2, 'Half');
  await state.session.ask_lock();
  assert.deepEqual(calls, ['show 2', 'draft 2 Half', 'lock']);
  assert.equal(state.cases.draft(2).reply.value, '', 'nothing is left in the page');
  assert.equal(state.session.held_back.value, false);

  await state.enter('six words');
  await state.cases.show(2);
  await pass(9.99 * 60_000);
  state.cases.drafts.typed(2, 'Weg');
  state.cases.send(2);
  calls.length = 0;
  await pass(2_000);
  assert.equal(state.session.locked.value, 'idle');
  assert.ok(!calls.some((call) => call.startsWith('reply')), 'never sent unseen');
  assert.equal(calls.at(-1), 'lock');
  assert.equal(state.session.held_back.value, true);
});

test('a server that is away keeps no desk open for a draft, and says before that it is not kept', async () => {
  const never = await sit({ threads: [answered] }, { draft: () => new Promise(() => undefined) });
  await never.state.cases.show(2);
  await never.pass(9.99 * 60_000);
  never.state.cases.drafts.typed(2, 'Half');
  await never.pass(10_000);
  assert.equal(never.state.session.stage.value, 'unlock');

  const { state } = await sit({ threads: [answered], fail: { draft: ['unacknowledged'] } });
  await state.cases.show(2);
  state.cases.drafts.typed(2, 'Half');
  await state.cases.drafts.left(2);
  assert.equal(state.cases.drafts.said.value?.failure?.reason, 'unacknowledged');
  await state.session.ask_lock();
  assert.equal(state.session.sheet.value?.name, 'lock');
});

test('who came and went stays on the page until it is closed, through a lock', async () => {
  const bo: PersonView = { id: 'b', name: 'Bo Claes', role: 'coach', guardian: false, deputy: false, words: null };
  const changes = [{ added: [bo], removed: [] }, null];
  const { state } = await sit({ threads: [] }, {
    unlock: async () => desk_view({ roster_changed: changes.shift() ?? null }),
  });
  assert.equal(state.session.roster_changed.value?.added[0]?.name, 'Bo Claes');
  state.session.lock('lock');
  await state.enter('six words');
  assert.equal(state.session.roster_changed.value?.added.length, 1);
});

test('what its reporter erased stays in the list as erased, without a word of it', async () => {
  let threads = [answered, thread(3, { line: 'Verdeling van klanten', category: 'favouritism' })];
  const { state } = await sit({ threads }, { inbox: () => Promise.resolve({ threads }) });
  await state.inbox.load();
  await state.cases.show(3);
  threads = [answered];
  await state.inbox.load();
  const gone = state.inbox.threads.value.find(({ n }) => n === 3);
  assert.equal(gone?.status, 'erased');
  assert.deepEqual([gone?.line, gone?.category, gone?.opened], [null, null, undefined]);
  await state.inbox.load();
  assert.equal(state.inbox.threads.value.length, 2, 'it is not forgotten at the next look');
});
