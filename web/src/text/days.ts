// Days as people say them: «za 28 nov», with the year only where it is another than today's.

import { locale } from './text';

/** Noon in UTC: no time zone of a device can make another day of it. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function short(text: string): string {
  return text.replace(/\.$/, '');
}

/** Kept, since making one costs more than all the rest of a row in a long list. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format_of(language_tag: string, name: 'weekday' | 'month'): Intl.DateTimeFormat {
  const key = `${language_tag} ${name}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(language_tag, { timeZone: 'UTC', [name]: 'short' });
  formats.set(key, kept);
  return kept;
}

export function day_text(day: string, today: string, language_tag = locale()): string {
  const date = noon(day);
  const part = (name: 'weekday' | 'month'): string => short(format_of(language_tag, name).format(date));
  // Put together by hand: the server writes the same text without Intl, from the same table.
  const text = day_pattern(language_tag)
    .replace('{weekday}', part('weekday'))
    .replace('{day}', String(date.getUTCDate()))
    .replace('{month}', part('month'));
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`;
}

function day_pattern(language_tag: string): string {
  return language_tag.startsWith('de') ? '{weekday} {day}. {month}' : '{weekday} {day} {month}';
}

export interface DayNames {
  /** Sunday first. */
  weekdays: string[];
  /** January first. */
  months: string[];
  /** With `{weekday}`, `{day}` and `{month}`; a year that is another than today's follows after a space. */
  pattern: string;
}

/** What the server needs to say a day as this module does. */
export function day_names(language_tag: string): DayNames {
  const name = (options: Intl.DateTimeFormatOptions, date: Date): string =>
    short(new Intl.DateTimeFormat(language_tag, { timeZone: 'UTC', ...options }).format(date));
  return {
    // 4 January 2026 is a Sunday.
    weekdays: Array.from({ length: 7 }, (_, n) => name({ weekday: 'short' }, new Date(Date.UTC(2026, 0, 4 + n, 12)))),
    months: Array.from({ length: 12 }, (_, n) => name({ month: 'short' }, new Date(Date.UTC(2026, n, 15, 12)))),
    pattern: day_pattern(language_tag),
  };
}

/** The day after `days` more. */
export function later(day: string, days: number): string {
  const date = noon(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
