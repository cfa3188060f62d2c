// One case: opening it, writing to the reporter, notes, labels, and taking back what can be taken back.

import { batch, computed, signal } from '@preact/signals';
import type { CaseView, Desk, Failure, MessageView, Status } from '../../crypto/port';
import type { Listed } from './clocks';
import { join, make_drafts } from './drafts';
import { make_enclosures } from './enclosed';
import type { Inbox } from './inbox';
import type { Label, Line } from './labels';
import { as_failure, type Session } from './session';
import { next_for_me } from './views';

/** What waits before it leaves, so that it can be taken back as if it had never been. */
const GRACE = 10_000;
const STEP = 250;

/** The last act that can be undone. `held` has not left; what is not held is undone by the opposite act. */
export interface Act {
  kind: 'reply' | 'status' | 'label' | 'junk';
  n: number;
  /** Milliseconds for which the bar stays. */
  left: number;
  held: boolean;
  /** Label and value, or the number of threads. */
  label?: Label | Line;
  value?: string;
  count?: number;
  undo: () => void;
  /** Does what was held. */
  leave: () => Promise<void>;
}

/** A change of one label, as the card knows it. */
export type Change =
  | { label: 'category' | 'severity' | 'urgency' | 'keeper'; value: string | null }
  | { label: 'line' | 'unit'; value: string | null }
  | { label: 'flags' | 'themes'; value: string[] };

export type Cases = ReturnType<typeof make_cases>;

export function make_cases(port: Desk, session: Session, inbox: Inbox, every: (ms: number, call: () => void) => () => void) {
  const open = signal<number | null>(null);
  const loading = signal<number | null>(null);
  const failure = signal<{ n: number; failure: Failure } | null>(null);
  /** What became of the last reply or note, said beside its box until the next. */
  const outcome = signal<{ n: number; where: 'reply' | 'note'; what: 'sent' | 'failed' | 'saved' | 'taken-back';
    failure?: Failure; /** Whether files were taken back with it. */ files?: boolean } | null>(null);
  const sending = signal<'reply' | 'note' | null>(null);
  const act = signal<Act | null>(null);
  const paused = signal(false);
  const drafts = make_drafts(port, session, every);
  const enclosed = make_enclosures(port, session);
  /** A reply that is on its way: it is not there before its last file is. */
  let leaving: { n: number; text: string } | null = null;
  inbox.on_opened(drafts.restore);
  const before: number[] = [];
  let stop_clock: (() => void) | null = null;

  const thread = computed(() => inbox.find(open.value));

  const draft = drafts.box;

  /** Texts, and files of a reply, that would be lost if the page went now. */
  function count_drafts(): number {
    return drafts.count_unkept() + (act.value?.kind === 'reply' && act.value.held ? 1 : 0) + enclosed.count();
  }

  /** One bar at a time: what was held before leaves now. */
  function begin(next: Act): Act {
    const last = act.value;
    act.value = next;
    paused.value = false;
    stop_clock ??= every(STEP, run_down);
    if (last?.held === true) void last.leave();
    return next;
  }

  function end(): void {
    stop_clock?.();
    stop_clock = null;
    act.value = null;
  }

  /** Takes the bar of an act that failed away, unless another act's has come: that one may still have to leave. */
  function end_if(failed: Act | undefined): void {
    if (failed !== undefined && act.value?.undo === failed.undo) end();
  }

  function run_down(): void {
    const now = act.value;
    if (now === null || paused.value) return;
    if (now.left > STEP) {
      act.value = { ...now, left: now.left - STEP };
      return;
    }
    end();
    if (now.held) void now.leave();
  }

  function append(n: number, message: MessageView): void {
    const opened = inbox.find(n)?.opened;
    if (opened !== undefined) inbox.patch(n, { opened: { ...opened, messages: [...opened.messages, message] } });
  }

  function patch_file(n: number, change: Partial<CaseView>): void {
    const opened = inbox.find(n)?.opened;
    if (opened === undefined) return;
    const file = { ...opened.case, ...change };
    const { status, category, severity, urgency, keeper, line, flags } = file;
    inbox.patch(n, {
      opened: { ...opened, case: file }, category, severity, urgency, keeper, line, flags, ...(status ? { status } : {}),
    });
  }

  const me = (): string => session.view.value?.me?.name ?? '';

  async function deliver(n: number, text: string): Promise<void> {
    sending.value = 'reply';
    leaving = { n, text };
    try {
      const files = enclosed.of(n).goes().length > 0 ? await enclosed.send(n) : [];
      const replied = await session.call(port.reply(n, text, files));
      batch(() => {
        append(n, {
          author: me(), day: replied.day, text, attachments: files.map(({ bytes: _, ...file }) => file), sequence: replied.sequence,
          kind: text === '' ? 'files' : 'text', released: session.tick() === null,
        });
        enclosed.of(n).clear();
        // A lock that was asked for, and not made, put it there.
        if (draft(n).reply.value.trim() === text) draft(n).reply.value = '';
        const opened = inbox.find(n)?.opened?.case;
        if (opened?.answered === null) {
          patch_file(n, { answered: replied.day, answer_by: null });
          inbox.patch(n, { answer_by: null });
        }
        outcome.value = { n, where: 'reply', what: 'sent' };
      });
      void drafts.left(n);
    } catch (error) {
      // Back into the box, before whatever was typed there meanwhile.
      const box = draft(n).reply;
      box.value = join(text, box.value);
      outcome.value = { n, where: 'reply', what: 'failed', failure: as_failure(error) };
    } finally {
      sending.value = leaving = null;
    }
  }

  async function hand_in(n: number, pairs: string[], revert: () => void, mine?: Act): Promise<void> {
    try {
      await session.call(port.triage(n, pairs));
    } catch (error) {
      batch(() => {
        revert();
        end_if(mine);
        failure.value = { n, failure: as_failure(error) };
      });
    }
  }

  const methods = {
    open, loading, failure, outcome, sending, act, paused, thread, draft, drafts, enclosed, count_drafts, end,

    /** Opens a thread; every opening is an entry in the log, so an opened one is shown from memory. */
    async show(n: number, again = false): Promise<void> {
      const listed = inbox.find(n);
      if (listed === undefined) return;
      if (open.value !== null && open.value !== n) before.push(open.value);
      batch(() => {
        inbox.chosen.value = n;
        open.value = n;
        failure.value = null;
        if (outcome.value?.n !== n) outcome.value = null;
        session.go({ name: 'case' });
      });
      if (listed.status === 'erased' || (listed.opened !== undefined && listed.more !== true && !again)) return;
      loading.value = n;
      try {
        const shown = await session.call(port.show(n));
        inbox.take_in([shown]);
      } catch (error) {
        const why = as_failure(error);
        if (why.reason === 'erased') inbox.patch(n, { status: 'erased', opened: undefined, new: false, answer_by: null });
        else failure.value = { n, failure: why };
      } finally {
        if (loading.value === n) loading.value = null;
      }
    },

    /** After the list came anew: what was written in the case on screen is read with it. */
    async catch_up(): Promise<void> {
      if (session.page.value.name === 'case' && thread.value?.more === true) await methods.show(thread.value.n);
    },

    show_previous(): void {
      const n = before.pop();
      if (n === undefined) return;
      open.value = null;
      void methods.show(n);
    },
    has_previous: (): boolean => before.length > 0,

    /** Holds the reply for ten seconds; then it leaves. */
    send(n: number): void {
      const box = draft(n).reply;
      const text = box.value.trim();
      if ((text === '' && enclosed.of(n).goes().length === 0) || sending.value !== null) return;
      // While it is held it lies sealed as a draft: a page that closes now loses nothing and sends nothing.
      void drafts.seal(n, box.value);
      batch(() => {
        box.value = '';
        outcome.value = drafts.said.value = null;
        begin({
          kind: 'reply', n, left: GRACE, held: true,
          undo: () => { box.value = join(text, box.value); },
          leave: () => deliver(n, text),
        });
      });
    },

    async take_back(n: number, message: MessageView): Promise<void> {
      if (message.sequence === undefined) return;
      try {
        await session.call(port.take_back(n, message.sequence));
        const opened = inbox.find(n)?.opened;
        if (opened === undefined) return;
        batch(() => {
          inbox.patch(n, { opened: { ...opened, messages: opened.messages.filter((other) => other !== message) } });
          const box = draft(n).reply;
          box.value = join(message.text, box.value);
          outcome.value = { n, where: 'reply', what: 'taken-back', files: message.attachments.length > 0 };
        });
        void drafts.left(n);
      } catch (error) {
        outcome.value = { n, where: 'reply', what: 'failed', failure: as_failure(error) };
      }
    },

    async save_note(n: number): Promise<void> {
      const box = draft(n).note;
      const text = box.value.trim();
      if (text === '' || sending.value !== null) return;
      sending.value = 'note';
      box.value = '';
      try {
        const noted = await session.call(port.note(n, text));
        const file = inbox.find(n)?.opened?.case;
        if (file === undefined) return;
        batch(() => {
          patch_file(n, { notes: [...file.notes, { author: me(), sequence: noted.sequence, text }] });
          outcome.value = { n, where: 'note', what: 'saved' };
        });
      } catch (error) {
          box.value = box.value.trim() === '' ? text : `${text}\n\n${box.value}`;
        outcome.value = { n, where: 'note', what: 'failed', failure: as_failure(error) };
      } finally {
        sending.value = null;
      }
    },

    /** Puts a label on at once; `z` puts the old one back. */
    change(n: number, change: Change, as_text: string): void {
      const file = inbox.find(n)?.opened?.case;
      if (file === undefined) return;
      const old = file[change.label];
      const apply = (value: string | string[] | null): void => patch_file(n, { [change.label]: value });
      const pair = (value: string | string[] | null): string[] =>
        [`${change.label}=${Array.isArray(value) ? value.join(',') : value ?? ''}`];
      const mine = batch(() => {
        apply(change.value);
        return begin({
          kind: 'label', n, left: GRACE, held: false, label: change.label, value: as_text,
          undo: () => {
            apply(old);
            void hand_in(n, pair(old), () => apply(change.value));
          },
          leave: () => Promise.resolve(),
        });
      });
      void hand_in(n, pair(change.value), () => apply(old), mine);
    },

    /** The reporter reads this one, so it is held like a reply. */
    change_status(n: number, status: Status): void {
      const file = inbox.find(n)?.opened?.case;
      if (file === undefined || file.status === status) return;
      const old = file.status;
      const apply = (value: Status | null): void =>
        patch_file(n, { status: value, closed: value === 'closed' ? session.today.value : null });
      const revert = (): void => apply(old);
      batch(() => {
        apply(status);
        begin({
          kind: 'status', n, left: GRACE, held: true, value: status, undo: revert,
          leave: () => hand_in(n, [`status=${status}`], revert),
        });
        if (status === 'closed') methods.go_on(n);
      });
    },

    /** After closing: the next that waits is chosen, and opened where that costs no first reading. */
    go_on(n: number): void {
      const next = next_for_me(inbox.rows.value, n) ?? next_for_me(inbox.threads.value, n);
      const listed = inbox.find(next);
      if (next === null || listed === undefined) return;
      inbox.chosen.value = next;
      if (listed.opened !== undefined) void methods.show(next);
    },

    /** What was opened becomes junk, and `z` takes that back. Answers how many others there were: nobody read those. */
    mark_junk(numbers: readonly number[]): number {
      const opened = numbers.filter((n) => inbox.find(n)?.opened !== undefined);
      const files = opened.flatMap((n) => {
        const flags = inbox.find(n)?.opened?.case.flags ?? [];
        return flags.includes('junk') ? [] : [{ n, old: flags, now: [...flags, 'junk'] }];
      });
      const unread = numbers.length - opened.length;
      const first = files[0];
      if (first === undefined) return unread;
      const set = async (from: 'old' | 'now', to: 'old' | 'now', mine?: Act): Promise<void> => {
        for (const file of files) patch_file(file.n, { flags: file[to] });
        const handed = await Promise.allSettled(
          files.map((file) => session.call(port.triage(file.n, [`flags=${file[to].join(',')}`]))));
        const refused = files.filter((_, place) => handed[place]?.status === 'rejected');
        const why = handed.find((one) => one.status === 'rejected');
        if (why === undefined) return;
        batch(() => {
          for (const file of refused) patch_file(file.n, { flags: file[from] });
          end_if(mine);
          // Ready to be tried once more.
          inbox.marked.value = new Set(refused.map(({ n }) => n));
          inbox.failure.value = as_failure(why.reason);
        });
      };
      const mine = batch(() => {
        inbox.marked.value = new Set(numbers.filter((n) => !opened.includes(n)));
        return begin({
          kind: 'junk', n: first.n, left: GRACE, held: false, count: files.length,
          undo: () => void set('now', 'old'), leave: () => Promise.resolve(),
        });
      });
      void set('old', 'now', mine);
      return unread;
    },

    /**
     * Before a lock: a status that waits leaves, since nobody would send it any more; a reply that waits or is on its way
     * becomes a draft again; and drafts are sealed.
     */
    settle(): { held_back: boolean; done: Promise<void> } {
      const last = act.value;
      end();
      const held_back = last?.held === true && last.kind === 'reply';
      if (held_back) last.undo();
      if (leaving !== null) {
        const box = draft(leaving.n).reply;
        box.value = join(leaving.text, box.value);
      }
      const leaves = last?.held === true && !held_back ? last.leave() : Promise.resolve();
      return { held_back, done: leaves.then(drafts.seal_all) };
    },
    is_unsettled: (): boolean => act.value?.held === true || leaving !== null || drafts.has_unsealed(),

    undo(): void {
      const last = act.value;
      if (last === null) return;
      batch(() => {
        end();
        last.undo();
      });
    },

    forget(): void {
      end();
      drafts.forget();
      enclosed.forget();
      leaving = null;
      before.length = 0;
      open.value = loading.value = failure.value = outcome.value = sending.value = null;
    },
  };
  return methods;
}

/** Whether a case can be written in. */
export function can_write(thread: Listed | undefined): boolean {
  return thread?.opened !== undefined && thread.status !== 'erased';
}
