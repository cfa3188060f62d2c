// Lines of the log, sorted: what kind of act, which day, which conversation. Pure.

import type { LineView } from '../../crypto/port';

export const KINDS = ['opened', 'answered', 'thread', 'people', 'server', 'figures', 'log'] as const;
export type Kind = (typeof KINDS)[number];

/** By what the name of an act begins with; a release that hands out something to read is an opening. */
export function kind_of(act: string): Kind {
  switch (act) {
    case 'body.release': case 'attachment.release': case 'case.release': case 'cards.listed': case 'export.made': case 'share.release':
      return 'opened';
    case 'reply.sent': return 'answered';
    case 'audit_key.changed': return 'log';
  }
  switch (act.split('.')[0]) {
    case 'thread': return 'thread';
    case 'staff': case 'roster': return 'people';
    case 'trend': return 'figures';
    case 'epoch': case 'ledger': return 'log';
    default: return 'server';
  }
}

export function chosen_lines(lines: readonly LineView[], kind: Kind | '', person: string): LineView[] {
  return lines.filter((line) => (kind === '' || kind_of(line.act) === kind) && (person === '' || line.person === person));
}

export function list_persons(lines: readonly LineView[]): string[] {
  return [...new Set(lines.flatMap(({ person }) => person ?? []))].sort((one, other) => one.localeCompare(other));
}

export interface DayOf { day: string; lines: LineView[] }

/** Newest day first, and in it the newest line; whole days, until there are `most` lines. */
export function days_of(lines: readonly LineView[], most = Infinity): { days: DayOf[]; left: number } {
  const days: DayOf[] = [];
  let taken = 0;
  for (const line of [...lines].sort((one, other) => other.entry - one.entry)) {
    const last = days.at(-1);
    if (last?.day === line.day) last.lines.push(line);
    else if (taken >= most) break;
    else days.push({ day: line.day, lines: [line] });
    taken += 1;
  }
  return { days, left: lines.length - taken };
}

/** What the log says of one conversation. */
export interface ThreadOf {
  thread: number;
  openings: number;
  persons: string[];
  first: string;
  last: string;
  /** The numbers of its accesses, in order. */
  numbers: number[];
  missing: number[];
  twice: number[];
}

/** More are not listed: a number that somebody made up must not keep the page busy. */
const MOST_MISSING = 100;

export function threads_of(lines: readonly LineView[]): ThreadOf[] {
  const threads = new Map<number, LineView[]>();
  for (const line of lines) {
    if (line.thread === null) continue;
    const about = threads.get(line.thread) ?? [];
    about.push(line);
    threads.set(line.thread, about);
  }
  return [...threads].sort(([one], [other]) => one - other).map(([thread, about]) => thread_of(thread, about));
}

function thread_of(thread: number, lines: LineView[]): ThreadOf {
  const days = lines.map(({ day }) => day).sort();
  const openings = lines.filter(({ act }) => kind_of(act) === 'opened');
  const numbers = lines.map(({ number }) => number).filter((number) => number > 0).sort((one, other) => one - other);
  const there = new Set(numbers);
  const missing: number[] = [];
  const last = numbers.at(-1) ?? 0;
  for (let number = numbers[0] ?? 0; number < last && missing.length < MOST_MISSING; number += 1) {
    if (!there.has(number)) missing.push(number);
  }
  return {
    thread, openings: openings.length, persons: list_persons(openings), first: days[0] ?? '', last: days.at(-1) ?? '', numbers,
    missing, twice: numbers.filter((number, place) => place > 0 && numbers[place - 1] === number),
  };
}
