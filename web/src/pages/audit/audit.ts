// The log as one sitting computed it: what was asked, how far it is, what came of it. In memory only; a lock forgets it.

import { batch, computed, signal } from '@preact/signals';
import type { Desk, Failure, LogView } from '../../crypto/port';
import { later } from '../../text/days';
import { as_failure, type Session } from '../desk/session';
import { chosen_lines, days_of, list_persons, threads_of, type Kind } from './lines';

/** Which lines are opened. The whole log is computed anew in either case. */
export type Span = 'months' | 'all';

const MONTHS_DAYS = 92;
const DAY_MS = 86_400_000;
/** Lines that are drawn before somebody asks for more: a page that scrolls at once, whatever the log's age. */
export const AT_ONCE = 400;

export type Audit = ReturnType<typeof make_audit>;

export function make_audit(port: Pick<Desk, 'log'>, session: Session) {
  const span = signal<Span>('months');
  const counting = signal(false);
  /** Counts computations. */
  const turn = signal(0);
  const progress = signal<{ done: number; total: number } | null>(null);
  const failure = signal<Failure | null>(null);
  const view = signal<LogView | null>(null);
  /** The day on which it was computed, and the first day of lines that were asked for. */
  const read_on = signal('');
  const since = signal<string | null>(null);
  const kind = signal<Kind | ''>('');
  const person = signal('');
  const most = signal(AT_ONCE);

  const lines = computed(() => chosen_lines(view.value?.lines ?? [], kind.value, person.value));
  const days = computed(() => days_of(lines.value, most.value));
  const persons = computed(() => list_persons(view.value?.lines ?? []));
  const threads = computed(() => threads_of(view.value?.lines ?? []));

  async function load(): Promise<void> {
    if (counting.value) return;
    const today = session.today.value;
    const first = span.value === 'all' ? null : later(today, -MONTHS_DAYS);
    batch(() => {
      counting.value = true;
      turn.value += 1;
      failure.value = view.value = progress.value = null;
      most.value = AT_ONCE;
    });
    try {
      const read = await session.call(port.log(first === null ? 0 : Date.parse(first) / DAY_MS, (step) => {
        if (step.stage !== 'count') return;
        progress.value = { done: step.done, total: step.total };
        // A long log is no reason to lock: somebody waits for it.
        session.stir();
      }));
      batch(() => {
        view.value = read;
        read_on.value = today;
        since.value = first;
        kind.value = person.value = '';
      });
    } catch (error) {
      failure.value = as_failure(error);
    }
    counting.value = false;
  }

  return {
    span, counting, turn, progress, failure, view, read_on, since, kind, person, most, lines, days, persons, threads, load,

    choose(next: Span): void {
      span.value = next;
      void load();
    },

    filter(change: { kind?: Kind | ''; person?: string }): void {
      batch(() => {
        kind.value = change.kind ?? kind.value;
        person.value = change.person ?? person.value;
        most.value = AT_ONCE;
      });
    },
  };
}
