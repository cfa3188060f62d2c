// Names of codes in the reader's language, and the small texts that several pages build alike.

import type { Failure, Role, Status } from '../../crypto/port';
import { day_text } from '../../text/days';
import { language, t } from '../../text/text';
import { short_time, type Promised, type Tick } from './clocks';
import type { CATEGORIES, FLAGS, SEVERITIES, URGENCIES } from './labels';

/** A code this version does not know is shown as it came. */
function named(code: string | null, key: string): string | null {
  if (code === null) return null;
  const text = t(key as 'desk-done');
  return text === key ? code : text;
}

type Code<L extends readonly string[]> = L[number] | (string & {}) | null;

export const category_text = (code: Code<typeof CATEGORIES>): string | null => named(code, `desk-category-${code}`);
export const severity_text = (code: Code<typeof SEVERITIES>): string | null => named(code, `desk-severity-${code}`);
export const severity_short = (code: Code<typeof SEVERITIES>): string | null => named(code, `desk-short-${code}`);
export const urgency_text = (code: Code<typeof URGENCIES>): string | null => named(code, `desk-urgency-${code}`);
export const flag_text = (code: Code<typeof FLAGS>): string => named(code, `desk-flag-${code}`) ?? '';
export const status_text = (code: Status): string => t(`desk-status-${code}`);
/** What the reporter reads of a status. */
export const told_text = (code: Status): string => t(`desk-told-${code}`);
export const role_text = (code: Role): string => t(`desk-role-${code}`);

export function promise_text(promise: Promised, today: string): string {
  const day = day_text(promise.by, today);
  const answer = promise.what === 'answer';
  if (promise.days < 0) return answer ? t('desk-chip-answer-late') : t('desk-chip-feedback-late');
  if (promise.days === 0) return answer ? t('desk-chip-answer-today') : t('desk-chip-feedback-today');
  return answer ? t('desk-chip-answer', { day }) : t('desk-chip-feedback', { day });
}

/** «vandaag 19 u», «wo 25 nov 7 u», «meteen». */
export function tick_text(tick: Tick | null, today: string): string {
  if (tick === null) return t('desk-reply-now');
  // Only English writes a full hour in full.
  const time = t('desk-reply-at', { time: language() === 'en' ? tick.time : short_time(tick.time) });
  return tick.day === today ? t('desk-reply-today', { time }) : t('desk-reply-on', { time, day: day_text(tick.day, today) });
}

/** Three sentences: what happened, what is safe, what now. */
export function failure_text(failure: Failure): string {
  if (failure.detail === 'stopped') return t('desk-error-stopped');
  if (failure.reason !== 'problem') return t(`desk-error-${failure.reason}`);
  switch (failure.problem) {
    case 'busy': case 'timeout': return t('desk-error-busy');
    case 'too-many': case 'more-work': return t('desk-error-too-many');
    case 'forbidden': return t('desk-error-forbidden');
    case 'not-found': return t('desk-error-not-found');
    case 'stale': case 'stale-counter': case 'conflict': return t('desk-error-stale');
    case 'too-late': return t('desk-error-too-late');
    case 'no-room': return t('desk-error-no-room');
    case 'sealed': return t('desk-error-sealed');
    case 'erased': return t('desk-error-erased');
    default: return t('desk-error-problem');
  }
}

/** Small, last, to be selected: for whoever runs the server. */
export function failure_code(failure: Failure): string {
  return [failure.reason, failure.problem, failure.detail].filter((part) => part !== '').join(' · ');
}
