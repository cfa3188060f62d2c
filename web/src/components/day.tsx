import { day_text } from '../text/days';

/** A day as people say it; machines read the day too, and never an hour. */
export function Day({ day, today }: { day: string; today: string }) {
  return <time dateTime={day}>{day_text(day, today)}</time>;
}
