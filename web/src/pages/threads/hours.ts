import { hour_text, next_tick } from '../../device/hours';
import { locale, t } from '../../text/text';
import { list_text } from '../../text/list';

/** «vandaag om 19 u». */
export function hour_words(tick: NonNullable<ReturnType<typeof next_tick>>): string {
  const hour = hour_text(tick.hour, locale());
  return tick.today ? t('hour-today', { hour }) : t('hour-tomorrow', { hour });
}

/** «7 u en 19 u», or null where answers appear at once. */
export function all_hours(ticks: string[]): string | null {
  if (ticks[0] === undefined || ticks[0] === 'immediate') return null;
  const hours = ticks.map((tick) => t('hour', { hour: hour_text(tick, locale()) }));
  return list_text(hours);
}
