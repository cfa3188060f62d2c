// What is typed and not sent. A reply is sealed to its author alone, a moment after the last letter; a note is kept
// nowhere until it is saved.

import { batch, signal, type Signal } from '@preact/signals';
import type { Desk, Failure, ShowView } from '../../crypto/port';
import { as_failure, type Session } from './session';

/** After the last letter. */
export const REST = 2_000;
const STEP = 250;

export interface Box { reply: Signal<string>; note: Signal<string> }

interface Kept extends Box {
  /** What lies sealed on the server. */
  sealed: string;
  /** Milliseconds of rest left; null where nothing was typed since. */
  rest: number | null;
}

/** What became of the newest draft, said once for each case. */
export interface Said { n: number; failure: Failure | null }

export type Drafts = ReturnType<typeof make_drafts>;

export function make_drafts(port: Desk, session: Session, every: (ms: number, call: () => void) => () => void) {
  const boxes = new Map<number, Kept>();
  /** Cases of which it was said that their draft is kept. */
  const told = new Set<number>();
  const said = signal<Said | null>(null);
  let stop_clock: (() => void) | null = null;

  function box(n: number): Kept {
    let found = boxes.get(n);
    if (found === undefined) boxes.set(n, (found = { reply: signal(''), note: signal(''), sealed: '', rest: null }));
    return found;
  }

  const of = (text: string): string => (text.trim() === '' ? '' : text);
  const unsealed = (kept: Kept): boolean => of(kept.reply.value) !== of(kept.sealed);

  function rest(kept: Kept): void {
    kept.rest = REST;
    stop_clock ??= every(STEP, run_down);
  }

  /** Seals `text` as the draft of a case, unless it is that already. */
  async function seal(n: number, text: string): Promise<void> {
    const kept = box(n);
    kept.rest = null;
    const now = of(text);
    const before = kept.sealed;
    if (now === of(before)) return;
    // Before the answer comes, so that the same text is not sealed twice.
    kept.sealed = now;
    try {
      const { theirs } = await session.call(port.draft(n, now));
      batch(() => {
        if (theirs !== null) {
          kept.sealed = now === '' ? theirs : `${theirs}\n\n${now}`;
          kept.reply.value = join(theirs, kept.reply.value);
          if (unsealed(kept)) rest(kept);
        }
        if (now === '') {
          if (said.value?.n === n) said.value = null;
        } else if (!told.has(n) || said.value?.failure) {
          told.add(n);
          said.value = { n, failure: null };
        }
      });
    } catch (error) {
      kept.sealed = before;
      said.value = { n, failure: as_failure(error) };
    }
  }

  function run_down(): void {
    let waiting = false;
    for (const [n, kept] of boxes) {
      if (kept.rest === null) continue;
      kept.rest -= STEP;
      if (kept.rest <= 0) void seal(n, kept.reply.value);
      else waiting = true;
    }
    if (!waiting) stop();
  }

  function stop(): void {
    stop_clock?.();
    stop_clock = null;
  }

  return {
    said,
    box: (n: number): Box => box(n),
    seal,

    /** Something was typed into the reply. */
    typed(n: number, text: string): void {
      const kept = box(n);
      kept.reply.value = text;
      rest(kept);
    },

    /** The box was left. */
    left: (n: number): Promise<void> => seal(n, box(n).reply.value),

    /** Opened cases bring their drafts along. What was typed here meanwhile stays after it. */
    restore(shown: readonly ShowView[]): void {
      for (const { n, draft, messages } of shown) {
        const kept = box(n);
        kept.sealed = draft ?? '';
        if (draft === null) continue;
        const me = session.view.value?.me?.name;
        const sent = messages.findLast(({ author }) => author === me)?.text;
        // It left, and the word that it did came back to nobody: it is no draft any more.
        if (sent === draft.trim()) void seal(n, kept.reply.value);
        else kept.reply.value = join(draft, kept.reply.value);
      }
    },

    /** Everything typed and not sealed yet. */
    async seal_all(): Promise<void> {
      await Promise.all([...boxes].filter(([, kept]) => unsealed(kept)).map(([n, kept]) => seal(n, kept.reply.value)));
    },

    /** Replies that lie sealed, or will in a moment. */
    count_replies: (): number => [...boxes.values()].filter(({ reply }) => of(reply.value) !== '').length,
    /** Texts that would be lost now. */
    count_unkept: (): number => [...boxes.values()]
      .reduce((count, kept) => count + Number(unsealed(kept)) + Number(of(kept.note.value) !== ''), 0),
    count_notes: (): number => [...boxes.values()].filter(({ note }) => of(note.value) !== '').length,
    has_unsealed: (): boolean => [...boxes.values()].some(unsealed),

    forget(): void {
      stop();
      boxes.clear();
      told.clear();
      said.value = null;
    },
  };
}

/** One text before another; neither twice. */
export function join(first: string, second: string): string {
  if (second.trim() === '' || first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}
