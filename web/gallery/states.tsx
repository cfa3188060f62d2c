// Every page in every state it can be in.

import { effect } from '@preact/signals';
import { render } from 'preact';
import { Failure } from '../src/crypto/port';
import { presses } from '../src/device/exit';
import { Places, type Page } from '../src/device/place';
import type { Batch } from '../src/files/batch';
import type { Row } from '../src/files/selection';
import { App } from '../src/pages/app';
import { behind } from '../src/pages/mailbox/mailbox';
import { Reporter } from '../src/pages/reporter';
import { Fault, NoScript, NotFound } from '../src/pages/static';
import { language } from '../src/text/text';
import type { Language } from '../src/text/languages';
import { mailbox, make_port, MESSAGES, RECEIPT, SENT, STORY, TOKEN, VERSION, WRONG, type Behaviour } from './fixture';

export interface State {
  page?: Page;
  step?: string;
  port?: Behaviour;
  /** Before the organisation was checked. */
  unchecked?: boolean;
  set?: (app: App) => void | Promise<void>;
  /** Presses these, by selector, one after the other. */
  press?: string[];
  alone?: 'notfound' | 'error' | 'noscript';
}

const written = (app: App): void => {
  app.draft.text.value = STORY;
};
const answered = (app: App): void => {
  written(app);
  app.draft.urgency.value = 'U1';
  app.draft.effects.value = ['rest'];
  app.draft.wants.value = ['talk', 'change'];
  app.draft.topics.value = ['favouritism', 'leadership'];
};
const open = (view = mailbox([MESSAGES.first])) => (app: App): Promise<void> => {
  app.mailbox.token.value = TOKEN;
  app.mailbox.view.value = view;
  return behind.load();
};
const sent = (app: App): void => {
  app.sender.state.value = { ...app.sender.state.value, stage: 'done', sealed: 38, sent: true, stored: true, result: SENT };
};
const failed = (reason: Failure['reason']) => (app: App): void => {
  answered(app);
  app.sender.state.value = { ...app.sender.state.value, stage: 'failed', failure: new Failure(reason) };
};
/** Files of each kind, as far as a state wants them. */
const files = (batch: 'report' | 'letter', names: string[], then?: (batch: Batch, app: App) => void) => async (app: App): Promise<void> => {
  await app.files.later.load();
  const chosen = app.files.parts.value?.[batch];
  if (!chosen) return;
  chosen.add(names.map((name) => new File([new Uint8Array(name.startsWith('leeg') ? 0 : 820_000)], name)));
  await new Promise<void>((done) => {
    effect(() => {
      if (chosen.rows.value.every(({ stage }) => stage !== 'cleaning')) done();
    });
  });
  then?.(chosen, app);
};
const at = (batch: Batch, ...changes: Partial<Row>[]): void => {
  batch.begun.value = true;
  batch.rows.value = batch.rows.value.map((row, n) => ({ ...row, ...changes[n] }));
};
const MANY = ['IMG_2031.jpg', 'rooster.pdf', 'opname.amr'];

const dialogue = mailbox([MESSAGES.first, MESSAGES.answer, MESSAGES.status, MESSAGES.more, MESSAGES.give, MESSAGES.later],
  { status: 'dialogue', answer_by: null });

export const STATES: Record<string, State> = {
  landing: { page: 'landing' },
  'landing-served': { page: 'landing', unchecked: true },
  'landing-quiet-test': { page: 'landing', port: { organisation: { quiet_since: '2026-10-01', test: true } } },
  'landing-closed': { page: 'landing', unchecked: true, set: (app) => { app.served.closed = true; } },
  'landing-distrust': { page: 'landing', port: { trust: 'distrust' } },
  'landing-shift': { page: 'landing', set: () => { presses.value = 1; } },
  who: { page: 'who' },
  'landing-code': { page: 'landing', port: { organisation: { gate: true } } },
  code: { page: 'report', step: 'code', port: { organisation: { gate: true } } },
  'code-other': { page: 'report', step: 'code', port: { organisation: { gate: true }, code: false }, set: (app) => { app.gate.typed.value = 'abacus bagel cactus zoom tulip'; }, press: ['.wide'] },
  'code-typing': { page: 'report', step: 'code', port: { organisation: { gate: true }, code: 'typing' }, press: ['.wide'] },
  'code-none': { page: 'report', step: 'code', port: { organisation: { gate: true } }, press: ['details.no-code summary'] },
  'code-away': { page: 'report', step: 'code', port: { trust: 'unacknowledged' }, set: (app) => { app.gate.typed.value = 'abacus bagel cactus zoom tulip'; }, press: ['.wide'] },
  'code-changed': { page: 'report', step: 'code', port: { organisation: { gate: true } }, set: (app) => { written(app); app.gate.changed.value = true; } },
  'story-code': { page: 'report', port: { organisation: { gate: true } }, set: written },
  story: { page: 'report' },
  'story-written': { page: 'report', set: written },
  'story-error': { page: 'report', press: ['.row .button'] },
  'story-long': { page: 'report', set: (app) => { app.draft.text.value = 'a '.repeat(29_000); } },
  'story-over': { page: 'report', set: (app) => { app.draft.text.value = 'a '.repeat(33_000); }, press: ['.row .button'] },
  urgency: { page: 'report', step: 'urgency', set: written },
  'urgency-danger': { page: 'report', step: 'urgency', set: (app) => { written(app); app.draft.urgency.value = 'U3'; } },
  effect: { page: 'report', step: 'effect', set: (app) => { written(app); app.draft.effects.value = ['joy', 'team']; } },
  wants: { page: 'report', step: 'wants', set: (app) => { written(app); app.draft.wants.value = ['talk']; } },
  topics: { page: 'report', step: 'topics', set: (app) => { written(app); app.draft.topics.value = ['integrity', 'leadership', 'workload']; } },
  readers: { page: 'report', step: 'readers', set: written },
  'readers-excluded': { page: 'report', step: 'readers', set: (app) => { written(app); app.draft.excluded.value = ['i']; } },
  'readers-nobody': { page: 'report', step: 'readers', set: (app) => { written(app); app.draft.excluded.value = ['i', 'k', 'v']; }, press: ['.row .button'] },
  'readers-unchecked': { page: 'report', step: 'readers', unchecked: true, set: written },
  'readers-away': { page: 'report', step: 'readers', port: { trust: 'unacknowledged' }, set: written },
  'check-module': { page: 'report', step: 'check', port: { trust: 'module' }, set: answered },
  recognise: { page: 'report', step: 'recognise', set: written },
  'recognise-undo': { page: 'report', step: 'recognise', set: written, press: ['.marks .button'] },
  'recognise-none': { page: 'report', step: 'recognise', set: (app) => { app.draft.text.value = 'De planning wijzigt te vaak.'; } },
  files: { page: 'report', step: 'files', set: written },
  'files-chosen': { page: 'report', step: 'files', set: async (app) => { written(app); await files('report', MANY)(app); } },
  'files-refused': { page: 'report', step: 'files', set: async (app) => { written(app); await files('report', ['leeg.jpg', ...MANY.slice(0, 1)], (batch) => { batch.rows.value = batch.rows.value.flatMap((row) => row.fault ? [row, { ...row, id: 90, fault: 'large' as const, size: 48_000_000 }, { ...row, id: 91, fault: 'unreadable' as const }] : [row]); })(app); } },
  'files-module': { page: 'report', step: 'files', port: { strip: 'module' }, set: async (app) => { written(app); await files('report', MANY.slice(0, 1))(app); } },
  'files-over': { page: 'report', step: 'files', set: async (app) => { written(app); await files('report', Array.from({ length: 12 }, (_, n) => `IMG_${n}.jpg`))(app); } },
  'files-away': { page: 'report', step: 'files', set: (app) => { written(app); app.files.later.load = () => { app.files.later.away.value = ''; return Promise.resolve(); }; } },
  'check-files': { page: 'report', step: 'check', set: async (app) => { answered(app); await files('report', MANY)(app); } },
  'receipt-files': { page: 'report', step: 'receipt', set: async (app) => { await files('report', MANY, (batch) => { at(batch, { stage: 'sent' }, { stage: 'sending', counted: { done: 3, total: 8 } }); batch.working.value = true; })(app); sent(app); } },
  'receipt-files-sealing': { page: 'report', step: 'receipt', set: async (app) => { await files('report', MANY.slice(0, 1), (batch) => { at(batch, { stage: 'sealing', slow: true }); batch.working.value = true; })(app); sent(app); } },
  'receipt-files-broken': { page: 'report', step: 'receipt', set: async (app) => { await files('report', MANY, (batch) => { at(batch, { stage: 'sent' }, { counted: { done: 3, total: 8 } }); batch.broken.value = true; })(app); sent(app); } },
  'receipt-files-failed': { page: 'report', step: 'receipt', set: async (app) => { await files('report', MANY, (batch) => at(batch, { stage: 'arrived' }, { stage: 'failed', failure: new Failure('problem', '', 'no-room') }, { stage: 'stopped' }))(app); sent(app); } },
  'receipt-files-done': { page: 'report', step: 'receipt', set: async (app) => { await files('report', MANY, (batch) => at(batch, { stage: 'arrived' }, { stage: 'arrived' }, { stage: 'arrived' }))(app); sent(app); } },
  check: { page: 'report', step: 'check', set: answered },
  'check-bare': { page: 'report', step: 'check', set: written },
  'check-excluded': { page: 'report', step: 'check', set: (app) => { answered(app); app.draft.excluded.value = ['i']; } },
  'check-unchecked': { page: 'report', step: 'check', unchecked: true, set: answered },
  'check-quiet': { page: 'report', step: 'check', set: answered, port: { organisation: { quiet_since: '2026-10-01' } } },
  'check-quiet-yes': { page: 'report', step: 'check', set: answered, port: { organisation: { quiet_since: '2026-10-01' } }, press: ['.notice .button'] },
  'check-busy': { page: 'report', step: 'check', set: (app) => { answered(app); app.sender.state.value = { ...app.sender.state.value, stage: 'working' }; } },
  'fail-unsure': { page: 'report', step: 'check', set: failed('unacknowledged') },
  'fail-module': { page: 'report', step: 'check', set: failed('module') },
  'fail-problem': { page: 'report', step: 'check', set: failed('problem') },
  sealing: { page: 'report', step: 'sending', set: (app) => { answered(app); app.sender.state.value = { ...app.sender.state.value, stage: 'working', sealed: 38 }; } },
  'sealing-slow': { page: 'report', step: 'sending', set: (app) => { answered(app); app.sender.state.value = { ...app.sender.state.value, stage: 'working', slow: true, counted: { done: 14_000, total: 34_000 } }; } },
  receipt: { page: 'report', step: 'receipt', set: sent },
  'receipt-covered': { page: 'report', step: 'receipt', set: sent, press: ['.card .button'] },
  'receipt-done': { page: 'report', step: 'receipt', set: sent, press: ['.wide'] },
  door: { page: 'mailbox' },
  'door-typing': { page: 'mailbox', port: { key: false }, set: (app) => { app.mailbox.typed.value = TOKEN; }, press: ['.wide'] },
  'door-unknown': { page: 'mailbox', port: { view: mailbox([], { status: 'unknown' }) }, set: (app) => { app.mailbox.typed.value = TOKEN; }, press: ['.wide'] },
  'door-away': { page: 'mailbox', port: { read: 'unacknowledged' }, set: (app) => { app.mailbox.typed.value = TOKEN; }, press: ['.wide'] },
  thread: { page: 'mailbox', step: 'thread', set: open(dialogue) },
  'thread-empty': { page: 'mailbox', step: 'thread', set: async (app) => { await open()(app); app.mailbox.fresh.value = true; } },
  'thread-late-feedback': { page: 'mailbox', step: 'thread', set: open(dialogue), port: { organisation: { today: '2027-04-02' } } },
  'thread-late': { page: 'mailbox', step: 'thread', set: open(), port: { organisation: { today: '2026-12-02' } } },
  'thread-damaged': { page: 'mailbox', step: 'thread', set: open(mailbox([MESSAGES.first, MESSAGES.damaged, MESSAGES.gap, MESSAGES.answer], { answer_by: null, status: 'acked' })) },
  'thread-waiting': { page: 'mailbox', step: 'thread', set: async (app) => { await open(mailbox([MESSAGES.first, MESSAGES.answer, MESSAGES.waiting], { answer_by: null, status: 'dialogue' }))(app); app.mailbox.done.value = 'said'; } },
  'thread-too-late': { page: 'mailbox', step: 'thread', set: async (app) => { await open(dialogue)(app); app.mailbox.failure.value = new Failure('problem', '', 'too-late'); } },
  'thread-withdrawn': { page: 'mailbox', step: 'thread', set: async (app) => { await open(mailbox([MESSAGES.first, MESSAGES.withdrawn]))(app); app.mailbox.done.value = 'withdrawn'; } },
  'thread-files': { page: 'mailbox', step: 'thread', set: open(mailbox([MESSAGES.first, MESSAGES.files, MESSAGES.answer], { status: 'dialogue', answer_by: null })) },
  'thread-files-theirs': { page: 'mailbox', step: 'thread', press: ['.saved .plain'], set: async (app) => { await app.files.later.load(); await open(mailbox([MESSAGES.first, MESSAGES.enclosed], { status: 'dialogue', answer_by: null }))(app); } },
  'thread-files-broken': { page: 'mailbox', step: 'thread', port: { file: 'distrust' }, press: ['.saved .plain'], set: async (app) => { await app.files.later.load(); await open(mailbox([MESSAGES.first, MESSAGES.files], { status: 'dialogue', answer_by: null }))(app); } },
  'thread-closed': { page: 'mailbox', step: 'thread', set: open(mailbox([MESSAGES.first, MESSAGES.answer], { status: 'closed', answer_by: null })) },
  log: { page: 'mailbox', step: 'log', set: open(dialogue) },
  'log-counting': { page: 'mailbox', step: 'log', set: open(dialogue), port: { slow: Infinity } },
  'log-empty': { page: 'mailbox', step: 'log', set: open(), port: { receipt: { ...RECEIPT, accesses: [], complete_to: null } } },
  'log-wrong': { page: 'mailbox', step: 'log', set: open(dialogue), port: { receipt: WRONG } },
  'log-broken': { page: 'mailbox', step: 'log', set: open(dialogue), port: { deed: 'distrust' } },
  'log-protected': { page: 'mailbox', step: 'log', set: open(dialogue), port: { deed: 'uncompiled' } },
  'log-away': { page: 'mailbox', step: 'log', set: open(dialogue), port: { deed: 'unacknowledged' } },
  write: { page: 'mailbox', step: 'write', set: open(dialogue) },
  'write-files': { page: 'mailbox', step: 'write', set: async (app) => { await open(dialogue)(app); await files('letter', MANY.slice(0, 2))(app); } },
  'write-error': { page: 'mailbox', step: 'write', set: open(dialogue), press: ['.row .button'] },
  talk: { page: 'mailbox', step: 'talk', set: open(dialogue) },
  withdraw: { page: 'mailbox', step: 'withdraw', set: open(dialogue) },
  erase: { page: 'mailbox', step: 'erase', set: open(dialogue) },
  'erase-sure': { page: 'mailbox', step: 'erase-sure', set: open(dialogue) },
  erased: { page: 'mailbox', step: 'erased', set: () => behind.load() },
  'idle-warning': { page: 'report', set: (app) => { written(app); app.idle.value = 'warned'; } },
  cleared: { page: 'report', set: (app) => { app.idle.value = 'cleared'; } },
  notfound: { alone: 'notfound' },
  error: { alone: 'error' },
  noscript: { alone: 'noscript' },
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

export async function speak_state(state: State, root: HTMLElement, load: (language: Language) => Promise<void>): Promise<void> {
  if (state.alone) {
    return render(state.alone === 'notfound' ? <NotFound version={VERSION} /> : state.alone === 'error' ? <Fault version={VERSION} /> : <NoScript />, root);
  }
  const places = new Places(state.page ?? 'landing', 'noord');
  const served = {
    slug: 'noord', name: 'Bakkerij Noord', language: language(), coach: 'Ilse', readers: 'Ilse, Karim',
    answer_by: '2026-11-28', answer_by_text: 'za 28 nov',
    questions: ['urgency', 'effect', 'wants', 'topics'], total: '7', version: VERSION, quiet: false, test: false, closed: false, gate: false,
  };
  const app = new App(make_port(state.port ?? {}), served, places, null, load);
  if (!state.unchecked) await app.organisation.check();
  await state.set?.(app);
  places.here.value = { ...places.here.value, step: state.step ?? 'first' };
  render(<Reporter app={app} />, root);
  for (const selector of state.press ?? []) {
    await pause();
    // Past the guard against the second half of a double click.
    root.querySelector<HTMLElement>(selector)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
  await pause();
}
