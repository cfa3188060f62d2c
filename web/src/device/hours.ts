// The hours at which sealed texts become readable, as people say them.

const IMMEDIATE = 'immediate';

function clock(time_zone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(now);
}

/** The next of `ticks` after now in the organisation's zone, and whether it is today's; null where there are none. */
export function next_tick(ticks: string[], time_zone: string, now: Date): { hour: string; today: boolean } | null {
  const [first] = ticks;
  if (first === undefined || first === IMMEDIATE) return null;
  const time = clock(time_zone, now);
  const later = ticks.find((tick) => tick > time);
  return later === undefined ? { hour: first, today: false } : { hour: later, today: true };
}

/** `07:00` is `7` where nobody writes the rest, `07:30` stays whole; English always writes minutes. */
export function hour_text(tick: string, locale = ''): string {
  const [hour = '', minute = ''] = tick.split(':');
  return minute === '00' && !locale.startsWith('en') ? String(Number(hour)) : `${Number(hour)}:${minute}`;
}
