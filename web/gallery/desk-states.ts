// The states, each with what the desk answers and how one gets there.

import type { Home } from '../src/pages/desk/session';
import type { State } from '../src/pages/desk/state';
import { AUDIT_STATES } from './audit-states';
import { desk_view, fresh, ILSE, message, PEOPLE, show, thread, TODAY, type Setting } from './desk-port';

export interface Entry {
  setting: Setting;
  home?: Home;
  drive?: (state: State, shift: { now: number }) => void | Promise<void>;
}

const few = [2, 4, 9, 12, 16, 22, 27, 30, 34].map((n) => thread(n));
const mixed = [fresh(101), fresh(102), fresh(103), ...few, thread(41, { damaged: true }), thread(42, { status: 'erased' })];
const many = Array.from({ length: 1_000 }, (_, n) => thread(n + 1));
const hundred = [...Array.from({ length: 100 }, (_, n) => fresh(n + 1)), ...few.map((one) => ({ ...one, n: one.n + 200 }))];

export const enter = (state: State): Promise<void> => state.enter('fietsen anchor velvet copper meadow thirty');
export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function open(state: State, n: number): Promise<void> {
  await enter(state);
  state.inbox.show('all');
  await state.cases.show(n);
}

const LONG = 'Het begon met een kleine opmerking aan de koffie en het werd iets dat elke dag terugkwam. '.repeat(60);
const WIDE = `Zo’nlangwoordzonderspatieswaardoordeopmaakzoukunnenbreken${'x'.repeat(120)}`;
const rich = show({ ...thread(2), answer_by: null }, {
  messages: [
    message('reporter', 'Sinds er een nieuwe teamleider is krijgen altijd dezelfde drie mensen de leuke klanten.\n\nWie er iets van zegt, krijgt een week lang de moeilijke lijst. Zie ook https://rooster.example/week48', {
      attachments: [{ number: 1, name: 'bestand-1.jpg', media_type: 'image/jpeg', size: 212_000 }],
    }),
    message('Ilse Maes', 'Dag, dank je om dit te schrijven. Ik heb het rustig gelezen. Als ik het goed begrijp, gaat het over hoe de klanten verdeeld worden. Klopt dat?', { day: '2026-11-22' }),
    message('Ilse Maes', '', { kind: 'status', status: 'dialogue', day: '2026-11-22', sequence: 1 }),
    message('reporter', 'Ja, dat klopt. Ik wil wel praten, maar niet op kantoor.', { day: '2026-11-24', sequence: 1 }),
    message('Ilse Maes', 'Bellen kan. Ik stel donderdag of vrijdag voor.', { day: TODAY, sequence: 2, released: false }),
  ],
  case: {
    line: 'Voortrekken bij het verdelen van klanten', category: 'favouritism', severity: 'S2', status: 'dialogue',
    keeper: 'Ilse Maes', flags: ['multiple-voices'], excluded: ['Wout Claes'],
    notes: [{ author: 'Karim El Idrissi', sequence: 0, text: 'Derde keer deze maand dat de verdeling terugkomt. Thema voor de ronde, niet over personen.' }],
  },
});

const attached = show({ ...thread(2), answer_by: null }, { messages: [
  message('reporter', 'Zo hangt de planning in de keuken.'),
  message('reporter', '', { sequence: 1, kind: 'files', attachments: [
    { number: 1, name: 'file-1.jpg', media_type: 'image/jpeg', size: 2_140_000 },
    { number: 2, name: 'file-2.pdf', media_type: 'application/pdf', size: 310_000 },
  ] }),
] });
const with_files = (setting: Setting, places: number[], wait = true) => ({
  setting: { threads: few, shows: { 2: attached }, ...setting },
  drive: async (state: State) => {
    await open(state, 2);
    const named = attached.messages[1];
    for (const place of named ? places : []) {
      const file = named?.attachments[place];
      const fetched = named && file && state.files.fetch(2, named, 2, file);
      if (wait) await fetched;
    }
    await pause(50);
  },
});

/** A reply with a photo and a document. */
const enclosing = (setting: Setting, then: (state: State) => void | Promise<void>) => ({
  setting: { threads: few, shows: { 2: attached }, ...setting },
  drive: async (state: State) => {
    await open(state, 2);
    const files = state.cases.enclosed.of(2);
    files.add(['IMG_20261121.jpg', 'afspraken.pdf'].map((name) => new File([new Uint8Array(820_000)], name)));
    while (files.rows.value.some(({ stage }) => stage === 'cleaning')) await pause(20);
    state.cases.drafts.typed(2, 'Hier zijn de afspraken van het overleg.');
    await then(state);
    await pause(50);
  },
});
const leave = async (state: State): Promise<void> => {
  state.cases.send(2);
  const { act } = state.cases;
  const held = act.value;
  state.cases.end();
  await Promise.race([held?.leave(), pause(200)]);
};

export const STATES: Record<string, Entry> = {
  'enclosed': enclosing({}, () => undefined),
  'enclosed-refused': enclosing({}, (state) => {
    const files = state.cases.enclosed.of(2);
    files.add([new File([], 'leeg.jpg'), ...Array.from({ length: 9 }, () => new File([new Uint8Array(9)], 'x.pdf'))]);
  }),
  'enclosed-held': enclosing({}, (state) => state.cases.send(2)),
  'enclosed-sending': enclosing({ slow: { enclose: 60_000 } }, leave),
  'enclosed-full': enclosing({ fail: { enclose: ['problem', 'no-room'] } }, leave),
  'enclosed-sent': enclosing({}, leave),
  'files': with_files({}, []),
  'files-fetching': with_files({ slow: { fetch_file: 60_000 } }, [0], false),
  'files-picture': with_files({}, [0]),
  'files-document': with_files({ file: new TextEncoder().encode('%PDF-1.7') as Uint8Array<ArrayBuffer> }, [1]),
  'files-damaged': with_files({ fail: { fetch_file: ['distrust'] } }, [0]),
  'files-away': with_files({ fail: { fetch_file: ['unacknowledged'] } }, [1]),
  'unlock': { setting: {} },
  'unlock-uncompiled': { setting: { fail: { ready: ['uncompiled'] } }, drive: () => pause(50) },
  'unlock-no-module': { setting: { fail: { ready: ['module'] } }, drive: () => pause(50) },
  'unlock-unknown-word': { setting: {}, drive: () => type('unlock-secret', 'fitsen anchor velvet ') },
  'unlock-lacking': { setting: {}, drive: async (state) => {
    state.session.slug.value = state.session.account.value = '';
    await press('button[type=submit]');
  } },
  'unlock-wrong': { setting: { fail: { unlock: ['problem', 'forbidden'] } }, drive: try_unlock },
  'unlock-offline': { setting: { fail: { unlock: ['unacknowledged'] } }, drive: try_unlock },
  'unlock-contradicted': { setting: { fail: { unlock: ['distrust', '', 'roster head 7 became 6'] } }, drive: try_unlock },
  'unlock-slow': { setting: { slow: { unlock: 60_000 } }, drive: async (state) => {
    void try_unlock(state);
    await pause(700);
  } },
  'unlock-kit': { setting: { fail: { unlock: ['typing'] } }, drive: async () => {
    await press('.ways button');
    await type('unlock-secret', 'K7QF-9M2X-4TRA-0PZW-HC5J-3NVE-8DYC');
    await press('button[type=submit]');
  } },
  'locked-idle': { setting: { threads: mixed }, drive: async (state) => {
    await enter(state);
    state.session.lock('idle');
  } },
  'locked-elsewhere': { setting: { threads: mixed, fail: { show: ['problem', 'sign-in'] } }, drive: async (state) => {
    void open(state, 2);
    await pause(300);
  } },
  'pending': { setting: { view: desk_view({ me: null, account: 'fatima' }) }, drive: enter },
  'accept-paste': { setting: {}, drive: accept },
  'accept-gone': { setting: { fail: { invitation: ['problem', 'not-found'] } }, drive: async (state) => {
    accept(state);
    state.accept.typed.value = 'mm-inv-abc';
    await state.accept.look();
  } },
  'accept-who': { setting: {}, drive: (state) => accept_to(state, 'who') },
  'accept-who-first': { setting: { first: true }, drive: (state) => accept_to(state, 'who') },
  'accept-words': { setting: {}, drive: (state) => accept_to(state, 'words') },
  'accept-kit': { setting: {}, drive: (state) => accept_to(state, 'kit') },
  'accept-check': { setting: {}, drive: (state) => accept_to(state, 'check') },
  'accept-check-wrong': { setting: {}, drive: async (state) => {
    await accept_to(state, 'check');
    answer(state);
    state.accept.type(1, 'appel');
    await state.accept.confirm();
  } },
  'accept-taken': { setting: { fail: { accept: ['problem', 'conflict'] } }, drive: (state) => accept_to(state, 'done') },
  'accept-done': { setting: {}, drive: (state) => accept_to(state, 'done') },
  'accept-done-first': { setting: { first: true }, drive: (state) => accept_to(state, 'done') },
  'print-kit': { setting: {}, drive: async (state) => {
    await accept_to(state, 'kit');
    state.print({ what: 'kit' });
  } },
  'inbox-loading': { setting: { threads: many, slow: { inbox: 60_000 } }, drive: async (state) => {
    void enter(state);
    await pause(400);
  } },
  'inbox-failed': { setting: { fail: { inbox: ['unacknowledged'] } }, drive: enter },
  'inbox-sealed': { setting: { fail: { inbox: ['problem', 'sealed'] } }, drive: enter },
  'inbox-empty': { setting: {
    threads: [thread(5, { answer_by: null, status: 'feedback', from_staff: 2, from_reporter: 1 }),
      { ...thread(7, { answer_by: null, status: 'dialogue', from_staff: 2, from_reporter: 1 }), feedback_by: '2026-12-03' } as never],
  }, drive: enter },
  'first-day': { setting: { people: [ILSE] }, drive: enter },
  'inbox-one': { setting: { threads: [fresh(1)] }, drive: enter },
  'inbox': { setting: { threads: mixed, pending: true }, drive: enter },
  'inbox-all': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.inbox.show('all'); } },
  'inbox-marked': { setting: { threads: mixed }, drive: async (state) => {
    await enter(state);
    state.inbox.show('all');
    for (const n of [2, 9]) state.inbox.mark(n);
  } },
  'inbox-marking': { setting: { threads: mixed }, drive: async (state) => {
    await enter(state);
    state.inbox.show('all');
    state.inbox.marking.value = true;
  } },
  'new-100': { setting: { threads: hundred, slow: { open_all: 200 } }, drive: enter },
  'new-100-question': { setting: { threads: hundred }, drive: async (state) => {
    await enter(state);
    state.session.sheet.value = { name: 'open-all' };
  } },
  'new-100-opening': { setting: { threads: hundred, slow: { open_all: 1_500 } }, drive: async (state) => {
    await enter(state);
    void state.inbox.open_new();
    await pause(2_000);
  } },
  'cards-1000': { setting: { threads: many }, drive: async (state) => { await enter(state); state.inbox.show('all'); } },
  'search': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.inbox.query.value = 'klanten'; } },
  'search-none': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.inbox.query.value = 'zeppelin'; } },
  'case': { setting: { threads: mixed, shows: { 2: rich } }, drive: (state) => open(state, 2) },
  'case-new': { setting: { threads: mixed }, drive: (state) => open(state, 101) },
  'case-slow': { setting: { threads: mixed, slow: { show: 60_000 } }, drive: async (state) => { void open(state, 2); await pause(600); } },
  'case-failed': { setting: { threads: mixed, fail: { show: ['distrust', '', 'the entry is not the one of this access'] } }, drive: (state) => open(state, 2) },
  'case-long': { setting: { threads: mixed, shows: { 2: show(thread(2, { line: LONG.slice(0, 160) }), {
    messages: [message('reporter', LONG), message('Ilse Maes', WIDE, { sequence: 0 })],
  }) } }, drive: (state) => open(state, 2) },
  'case-one-word': { setting: { threads: mixed, shows: { 2: show(thread(2, { line: null, category: null }), { messages: [message('reporter', 'Lawaai')] }) } }, drive: (state) => open(state, 2) },
  'case-rtl': { setting: { threads: mixed, shows: { 2: show(thread(2), { messages: [message('reporter', 'المدير الجديد يعطي دائما نفس الأشخاص أفضل الزبائن.')] }) } }, drive: (state) => open(state, 2) },
  'case-damaged': { setting: { threads: mixed, shows: { 2: show(thread(2), {
    messages: [message('reporter', 'Het eerste bericht is heel.'), message('unknown', '', { damage: 'unreadable', sequence: 1 }),
      message('reporter', '', { damage: 'gap', sequence: 3 }), message('reporter', 'En dit ook.', { damage: 'unseen', sequence: 4 })],
    case: { damaged_records: 1, another_roster: true },
  }) } }, drive: (state) => open(state, 2) },
  'case-erased': { setting: { threads: mixed }, drive: (state) => open(state, 42) },
  'case-withdrawn': { setting: { threads: mixed, shows: { 2: show(thread(2), {
    messages: [message('reporter', 'Toch liever niet.'), message('reporter', '', { kind: 'withdraw', sequence: 1 })],
  }) } }, drive: (state) => open(state, 2) },
  'reply-hole': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => {
    await open(state, 2);
    await type('reply', 'Dag, als ik het goed begrijp gaat het over […]. Zie https://intranet.example');
    await press('#send');
  } },
  'reply-full': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => {
    await open(state, 2);
    await type('reply', LONG.slice(0, 3_300));
  } },
  'reply-held': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => {
    await open(state, 2);
    state.cases.draft(2).reply.value = 'Dank je. Ik bel je donderdag.';
    state.cases.send(2);
    state.cases.paused.value = true;
  } },
  'reply-failed': { setting: { threads: mixed, shows: { 2: rich }, fail: { reply: ['unacknowledged'] } }, drive: async (state) => {
    await open(state, 2);
    state.cases.draft(2).reply.value = 'Dank je. Ik bel je donderdag.';
    state.cases.send(2);
    const held = state.cases.act.value;
    state.cases.end();
    await held?.leave();
  } },
  'status-held': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => {
    await open(state, 2);
    state.cases.change_status(2, 'action');
    state.cases.paused.value = true;
  } },
  'choose-category': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.sheet.value = { name: 'choose', label: 'category' }; } },
  'choose-status': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.sheet.value = { name: 'choose', label: 'status' }; } },
  'write-line': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.sheet.value = { name: 'write', line: 'line' }; } },
  'labels-sheet': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.sheet.value = { name: 'labels' }; } },
  'print-question': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.sheet.value = { name: 'print-case' }; } },
  'print-case': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => {
    await open(state, 2);
    state.print({ what: 'case', n: 2, notes: true, mask: ['Ilse Maes', 'Karim'] });
  } },
  'palette': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.sheet.value = { name: 'palette' }; } },
  'help': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.session.sheet.value = { name: 'help' }; } },
  'people': { setting: { threads: mixed, pending: true }, drive: people },
  'people-warned': { setting: { threads: mixed, view: desk_view({ organisation: { ...desk_view().organisation, test: true, quiet_since: '2026-11-10', removals: [{ name: 'Karim El Idrissi', on: '2026-12-09' }] } }) }, drive: people },
  ...AUDIT_STATES,
  'people-failed': { setting: { threads: mixed, fail: { people: ['problem', 'busy'] } }, drive: people },
  'people-no-guardian': { setting: { threads: mixed, pending: true, view: desk_view({ me: { ...ILSE, guardian: false } }), people: PEOPLE }, drive: people },
  'approve-listen': { setting: { threads: mixed, pending: true }, drive: (state) => approve(state, 'listen') },
  'approve-pick': { setting: { threads: mixed, pending: true }, drive: (state) => approve(state, 'pick') },
  'approve-decide': { setting: { threads: mixed, pending: true }, drive: (state) => approve(state, 'decide') },
  'approve-done': { setting: { threads: mixed, pending: true, needed: 2 }, drive: async (state) => { await approve(state, 'decide'); await state.people.approve(); } },
  'approve-refused': { setting: { threads: mixed, pending: true }, drive: async (state) => { await approve(state, 'listen'); state.people.refuse(); } },
  'people-code-set': { setting: { threads: mixed, gate: { since: '2026-10-01', former: true, proposal: null } }, drive: people },
  'people-code-new': { setting: { threads: mixed }, drive: async (state) => { await people(state); await state.gate.make(); } },
  'people-code-new-second': { setting: { threads: mixed, needed: 2 }, drive: async (state) => { await people(state); await state.gate.make(); } },
  'people-code-agree': { setting: { threads: mixed, gate: { since: null, former: false, proposal: { removes: false, mine: false, signatures: 1, needed: 2 } } }, drive: people },
  'people-code-wrong': { setting: { threads: mixed, fail: { agree_gate_code: ['usage'] }, gate: { since: null, former: false, proposal: { removes: false, mine: false, signatures: 1, needed: 2 } } }, drive: async (state) => {
    await people(state);
    state.gate.typed.value = 'abacus bagel yo-yo cactus zoo';
    await state.gate.agree();
  } },
  'people-code-remove': { setting: { threads: mixed, gate: { since: '2026-10-01', former: false, proposal: { removes: true, mine: false, signatures: 1, needed: 2 } } }, drive: people },
  'poster-code': { setting: { threads: mixed }, drive: async (state) => { await people(state); await state.gate.make(); state.session.go({ name: 'poster' }); } },
  'poster-code-blank': { setting: { threads: mixed, gate: { since: '2026-10-01', former: false, proposal: null } }, drive: async (state) => { await people(state); state.session.go({ name: 'poster' }); } },
  'print-poster-code': { setting: { threads: mixed }, drive: async (state) => { await people(state); await state.gate.make(); state.print({ what: 'poster' }); } },
  'poster': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.session.go({ name: 'poster' }); } },
  'print-poster': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.print({ what: 'poster' }); } },
  'offline': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => { await open(state, 2); state.session.offline.value = true; } },
  'idle-warning': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state, shift) => {
    await open(state, 2);
    state.cases.draft(2).reply.value = 'Half af';
    shift.now = 8.2 * 60_000;
    await pause(1_200);
  } },
  'lock-question': { setting: { threads: mixed, shows: { 2: rich } }, drive: async (state) => {
    await open(state, 2);
    state.cases.draft(2).reply.value = 'Half af';
    await state.session.ask_lock();
  } },
  'hidden': { setting: { threads: mixed }, drive: async (state) => { await enter(state); state.session.hidden.value = true; } },
};

async function press(selector: string): Promise<void> {
  document.querySelector<HTMLElement>(selector)?.click();
  await pause(50);
}

async function type(id: string, text: string): Promise<void> {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(id);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await pause(500);
}

async function try_unlock(_state: State): Promise<void> {
  await type('unlock-secret', 'fietsen anchor velvet copper meadow thirty');
  await press('button[type=submit]');
}

function accept(state: State): void {
  state.session.stage.value = 'accept';
}

async function accept_to(state: State, step: 'who' | 'words' | 'kit' | 'check' | 'done'): Promise<void> {
  accept(state);
  state.accept.typed.value = 'mm-invitation';
  await state.accept.look();
  if (step === 'who') return;
  await state.accept.make_keys();
  if (step === 'words') return;
  state.accept.to_kit();
  if (step === 'kit') return;
  state.accept.to_check();
  if (step === 'check') return;
  answer(state);
  await state.accept.confirm();
}

function answer(state: State): void {
  const { questions, words, groups } = state.accept;
  questions.value.forEach(({ of, place }, n) => state.accept.type(n, (of === 'word' ? words : groups).value[place] ?? ''));
}

async function people(state: State): Promise<void> {
  await enter(state);
  await state.gate.load();
  state.session.go({ name: 'people' });
}

async function approve(state: State, step: 'listen' | 'pick' | 'decide'): Promise<void> {
  await people(state);
  const pending = state.people.people.value?.pending[0];
  if (pending === undefined) return;
  state.people.compare(pending);
  if (step === 'listen') return;
  await state.people.ask();
  const words = pending.words.split('.');
  for (const _ of step === 'decide' ? [1, 2] : []) {
    const now = state.people.step.value;
    if (now.at === 'pick') state.people.pick(words[now.picks[now.turn]?.place ?? 0] ?? '');
  }
}
