// Days as the desk counts them: `YYYY-MM-DD` in and out, no hour anywhere, no time zone of the device.

import type { CaseView, MessageView, ThreadView } from '../../crypto/port';
import { later as days_later } from '../../text/days';

const DAY = 86_400_000;

/** Days from which on a promise asks for something today. */
export const SOON = 2;

export function days_between(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** A thread as it is listed, with what this sitting learnt by opening it. */
export interface Listed extends ThreadView {
  /** The reporter wrote again after this sitting opened it. */
  more?: boolean;
  opened?: { messages: readonly MessageView[]; case: CaseView } | undefined;
}

export type Tone = 'late' | 'soon' | 'calm';

/** The nearest thing that was promised to the reporter. */
export interface Promised {
  what: 'answer' | 'feedback';
  by: string;
  days: number;
  tone: Tone;
}

/** Answer first, then feedback; nothing once both were given. */
export function nearest_promise(thread: Listed, today: string): Promised | null {
  if (thread.status === 'erased' || thread.status === 'closed' || thread.flags.includes('junk')) return null;
  if (thread.answer_by !== null) return promised('answer', thread.answer_by, today);
  const given = thread.status === 'feedback' || thread.status === 'aftercare';
  const by = thread.opened?.case.feedback_by ?? thread.feedback_by;
  return given ? null : promised('feedback', by, today);
}

export function promised(what: Promised['what'], by: string, today: string): Promised {
  const days = days_between(today, by);
  return { what, by, days, tone: days < 0 ? 'late' : days <= SOON ? 'soon' : 'calm' };
}

/** When what is sent now can be read: at once, or at the next tick, in the organisation's time zone. */
export interface Tick { day: string; time: string }

export function next_tick(now: Date, ticks: readonly string[], time_zone: string): Tick | null {
  const times = ticks.filter((tick) => /^\d\d:\d\d$/.test(tick)).sort();
  const first = times[0];
  if (first === undefined) return null;
  const part = new Intl.DateTimeFormat('en-CA', {
    timeZone: time_zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const of = (type: string): string => part.find((piece) => piece.type === type)?.value ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  const later = times.find((time) => time > `${of('hour')}:${of('minute')}`);
  return later === undefined ? { day: days_later(day, 1), time: first } : { day, time: later };
}

/** `19 u` for `19:00`, `19.30 u` otherwise: the text adds the unit. */
export function short_time(time: string): string {
  const [hour, minute] = time.split(':');
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`;
}
