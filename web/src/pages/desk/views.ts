// What waits for whom: which view a thread stands in, computed from what the list and this sitting know.

import { nearest_promise, type Listed } from './clocks';

export const VIEWS = ['today', 'me', 'reporter', 'aftercare', 'closed', 'all'] as const;
export type ViewName = (typeof VIEWS)[number];

export type Turn = 'me' | 'reporter' | 'aftercare' | 'closed' | 'gone';

/** Who is to act. Where nobody knows who spoke last, the numbers of messages decide. */
export function turn(thread: Listed): Turn {
  if (thread.status === 'erased') return 'gone';
  if (thread.flags.includes('junk')) return 'closed';
  if (thread.new) return 'me';
  const last = last_author(thread);
  if (thread.status === 'closed' || thread.status === 'aftercare') {
    return last === 'reporter' ? 'me' : thread.status;
  }
  if (thread.answer_by !== null) return 'me';
  if (last !== null) return last === 'reporter' ? 'me' : 'reporter';
  return (thread.from_reporter ?? 0) > (thread.from_staff ?? 0) ? 'me' : 'reporter';
}

/**
 * Of what was opened in this sitting, unless the reporter wrote since; a message that cannot be read does not count.
 */
function last_author(thread: Listed): 'reporter' | 'staff' | null {
  if (thread.more === true) return 'reporter';
  const last = thread.opened?.messages.findLast((message) => message.damage === undefined);
  if (last === undefined) return thread.last;
  return last.author === 'reporter' ? 'reporter' : 'staff';
}

/** Something that must not wait for its date. */
export function is_urgent(thread: Listed): boolean {
  return thread.urgency === 'U3' || thread.severity === 'S4' || thread.flags.includes('detriment-risk');
}

/** A first answer is owed, a date is near, or it must not wait. Opening something never takes it out of here. */
export function is_today(thread: Listed, today: string): boolean {
  const whose = turn(thread);
  if (whose === 'gone' || whose === 'closed') return false;
  const promise = nearest_promise(thread, today);
  const due = promise !== null && promise.tone !== 'calm';
  return thread.answer_by !== null || due || (whose === 'me' && is_urgent(thread));
}

export function is_in(view: ViewName, thread: Listed, today: string): boolean {
  if (view === 'all') return true;
  if (view === 'today') return is_today(thread, today);
  return turn(thread) === view;
}

export function count_views(threads: readonly Listed[], today: string): Record<ViewName, number> {
  const counts = { today: 0, me: 0, reporter: 0, aftercare: 0, closed: 0, all: threads.length };
  for (const thread of threads) {
    const whose = turn(thread);
    if (whose !== 'gone') counts[whose] += 1;
    if (is_today(thread, today)) counts.today += 1;
  }
  return counts;
}

/** The nearest promise first, late ones before; what has no date stays in the order of the list. */
export function in_order(threads: readonly Listed[], today: string): Listed[] {
  const keyed = threads.map((thread, place) => ({
    thread, place, days: nearest_promise(thread, today)?.days ?? Number.MAX_SAFE_INTEGER,
  }));
  keyed.sort((one, other) => one.days - other.days || one.place - other.place);
  return keyed.map(({ thread }) => thread);
}

/** The next after `from` that waits for the coach, going round once; null where nothing does. */
export function next_for_me(threads: readonly Listed[], from: number | null): number | null {
  const start = threads.findIndex((thread) => thread.n === from) + 1;
  for (let step = 0; step < threads.length; step += 1) {
    const thread = threads[(start + step) % threads.length];
    if (thread !== undefined && thread.n !== from && turn(thread) === 'me') return thread.n;
  }
  return null;
}

/** The next date that will ask something of her, for the empty list. */
export function next_date(threads: readonly Listed[], today: string): ReturnType<typeof nearest_promise> {
  let next: ReturnType<typeof nearest_promise> = null;
  for (const thread of threads) {
    const promise = nearest_promise(thread, today);
    if (promise !== null && (next === null || promise.days < next.days)) next = promise;
  }
  return next;
}
