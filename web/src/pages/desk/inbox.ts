// The list: what is in it, which view and words narrow it, which row is chosen, and opening what is new.

import { batch, computed, signal } from '@preact/signals';
import type { Desk, Failure, Progress, ShowView } from '../../crypto/port';
import type { Listed } from './clocks';
import { Index } from './search';
import { as_failure, type Session } from './session';
import { count_views, in_order, is_in, next_date, next_for_me, turn, type ViewName } from './views';

/** So many open in one transaction: the list fills visibly, and «stop» takes a second at most. */
const AT_ONCE = 20;

export type Inbox = ReturnType<typeof make_inbox>;

export function make_inbox(port: Desk, session: Session, label: (thread: Listed) => string) {
  const threads = signal<Listed[]>([]);
  const state = signal<'unread' | 'loading' | 'read'>('unread');
  const progress = signal<{ done: number; total: number } | null>(null);
  const failure = signal<Failure | null>(null);
  const view = signal<ViewName>('today');
  const query = signal('');
  const chosen = signal<number | null>(null);
  const marked = signal<ReadonlySet<number>>(new Set());
  /** Whether a tap marks a row instead of opening it. */
  const marking = signal(false);
  const opening = signal<{ done: number; total: number; stopping: boolean } | null>(null);
  const index = new Index(label);
  let opened = (_: readonly ShowView[]): void => undefined;

  const counts = computed(() => count_views(threads.value, session.today.value));
  const in_view = computed(() => {
    const today = session.today.value;
    return in_order(threads.value.filter((thread) => is_in(view.value, thread, today)), today);
  });
  /** A search looks everywhere, whatever the view. */
  const found = computed(() =>
    query.value.trim() === '' ? null : index.find(in_order(threads.value, session.today.value), query.value),
  );
  const rows = computed(() => found.value?.threads ?? in_view.value);
  const places = computed(() => new Map(rows.value.map((thread, place) => [thread.n, place])));
  const fresh = computed(() => threads.value.filter((thread) => thread.new).map((thread) => thread.n));
  const next = computed(() => next_date(threads.value, session.today.value));

  function patch(n: number, change: Partial<Listed>): void {
    threads.value = threads.value.map((thread) => (thread.n === n ? { ...thread, ...change } : thread));
  }

  /** What opening taught, for many at once: one new list, not one per thread. */
  function take_in(shown: readonly ShowView[]): void {
    const by_n = new Map(shown.map((show) => [show.n, show]));
    threads.value = threads.value.map((thread) => {
      const show = by_n.get(thread.n);
      return show === undefined ? thread : with_opened(thread, show);
    });
    opened(shown);
  }

  function unmark(): void {
    batch(() => {
      marked.value = new Set();
      marking.value = false;
    });
  }

  return {
    threads, state, progress, failure, view, query, chosen, marked, marking, opening, counts, rows, places, found, fresh, next,
    patch, take_in, unmark,
    /** Hears of every case that opens. */
    on_opened: (hear: typeof opened): void => void (opened = hear),

    find: (n: number | null): Listed | undefined => threads.value.find((thread) => thread.n === n),

    async load(): Promise<void> {
      if (state.value === 'loading') return;
      batch(() => {
        state.value = 'loading';
        failure.value = null;
      });
      try {
        const listed = await session.call(port.inbox((step: Progress) => {
          if (step.stage === 'count') progress.value = { done: step.done, total: step.total };
        }));
        batch(() => {
          const known = new Map(threads.value.map((thread) => [thread.n, thread.opened]));
          const there = new Set(listed.threads.map((thread) => thread.n));
          // A row that was there and is no more was erased by its reporter: it says so until the desk is locked.
          const gone = threads.value.filter((thread) => !there.has(thread.n)).map(as_erased);
          threads.value = [...listed.threads.map((thread) => with_known(thread, known.get(thread.n))), ...gone];
          const waits = rows.value.find((thread) => turn(thread) === 'me') ?? rows.value[0];
          if (!places.value.has(chosen.value ?? -1)) chosen.value = waits?.n ?? null;
        });
      } catch (error) {
        failure.value = as_failure(error);
      }
      batch(() => {
        state.value = 'read';
        progress.value = null;
      });
    },

    show(name: ViewName): void {
      batch(() => {
        view.value = name;
        query.value = '';
        unmark();
        chosen.value = rows.value[0]?.n ?? null;
      });
    },

    /** One row on; says so at the ends, since the list does not go round. Answers whether it moved. */
    move(step: number): boolean {
      const place = places.value.get(chosen.value ?? -1);
      const wanted = place === undefined ? 0 : place + step;
      const row = rows.value[Math.max(0, Math.min(rows.value.length - 1, wanted))];
      if (row === undefined || row.n === chosen.value) return false;
      chosen.value = row.n;
      return true;
    },

    move_to_next_for_me(): boolean {
      const n = next_for_me(rows.value, chosen.value) ?? next_for_me(threads.value, chosen.value);
      if (n === null) return false;
      batch(() => {
        if (!places.value.has(n)) {
          query.value = '';
          view.value = 'me';
        }
        chosen.value = n;
      });
      return true;
    },

    mark(n: number): void {
      const next_marked = new Set(marked.value);
      if (!next_marked.delete(n)) next_marked.add(n);
      marked.value = next_marked;
    },

    /** Everything from the chosen row to this one, which is then the chosen one. */
    mark_to(n: number): void {
      const to = places.value.get(n);
      if (to === undefined) return;
      const from = places.value.get(chosen.value ?? n) ?? to;
      const span = rows.value.slice(Math.min(from, to), Math.max(from, to) + 1);
      batch(() => {
        marked.value = new Set([...marked.value, ...span.map((thread) => thread.n)]);
        chosen.value = n;
      });
    },

    /** Opens everything new, a handful after the other, until it is done or told to stop. Answers how many opened. */
    async open_new(): Promise<number> {
      const wanted = fresh.value;
      if (opening.value !== null || wanted.length === 0) return 0;
      opening.value = { done: 0, total: wanted.length, stopping: false };
      let done = 0;
      try {
        while (done < wanted.length && !opening.value.stopping) {
          const before = done;
          const shown = await session.call(port.open_all(wanted.slice(done, done + AT_ONCE), (step) => {
            if (step.stage === 'count' && opening.value !== null) {
              opening.value = { ...opening.value, done: before + step.done };
            }
          }));
          done += Math.min(AT_ONCE, wanted.length - done);
          const now = opening.value;
          batch(() => {
            take_in(shown);
            opening.value = { ...now, done };
          });
          session.stir();
        }
      } catch (error) {
        failure.value = as_failure(error);
      }
      opening.value = null;
      return done;
    },

    stop(): void {
      if (opening.value !== null) opening.value = { ...opening.value, stopping: true };
    },

    forget(): void {
      threads.value = [];
      state.value = 'unread';
      progress.value = failure.value = chosen.value = opening.value = null;
      view.value = 'today';
      query.value = '';
      unmark();
    },
  };
}

/** A row as it is listed anew, with what this sitting opened, and whether that is still all there is. */
function with_known(thread: Listed, opened: Listed['opened']): Listed {
  if (opened === undefined) return thread;
  const read = opened.messages.filter((message) => message.author === 'reporter').length;
  return { ...thread, opened, more: (thread.from_reporter ?? 0) > read };
}

function as_erased({ opened: _opened, more: _more, ...thread }: Listed): Listed {
  return { ...thread, new: false, status: 'erased', answer_by: null, line: null, category: null, flags: [] };
}

/** A row as its opened case says it is. */
export function with_opened(thread: Listed, show: ShowView): Listed {
  const { case: file, messages } = show;
  const by_reporter = messages.filter((message) => message.author === 'reporter').length;
  return {
    ...thread,
    new: false,
    damaged: false,
    more: false,
    answer_by: file.answer_by,
    status: file.status ?? thread.status,
    category: file.category,
    severity: file.severity,
    urgency: file.urgency,
    keeper: file.keeper,
    line: file.line,
    flags: file.flags,
    from_reporter: by_reporter,
    from_staff: messages.length - by_reporter,
    opened: { messages, case: file },
  };
}
