// Three things for the first day. A mark stands there when the thing is true, not when somebody pressed it.

import { t } from '../../text/text';
import type { Props } from './parts';

/** The card is needed until somebody answered a report and a second person is in office. */
export function first_day_done({ state }: Pick<Props, 'state'>): { trial: boolean; second: boolean } {
  const { inbox, people } = state;
  const trial = inbox.threads.value.some((thread) => (thread.from_staff ?? 0) > 0 || thread.status === 'erased');
  return { trial, second: (people.people.value?.people.length ?? 0) > 1 };
}

export function FirstDay({ state, deeds }: Props) {
  const { trial, second } = first_day_done({ state });
  const { poster, away } = state.first_day.value;
  if (away || (trial && second) || state.people.people.value === null) return null;
  const tasks = [
    { name: 'poster', done: poster, run: deeds.poster.run },
    { name: 'trial', done: trial, run: deeds.refresh.run },
    { name: 'second', done: second, run: deeds['go-people'].run },
  ] as const;
  return (
    <section class="card first-day" aria-labelledby="first-day">
      <h2 id="first-day">{t('desk-first-title')}</h2>
      <p class="soft">{t('desk-first-lead')}</p>
      <ol>
        {tasks.map(({ name, done, run }) => (
          <li key={name} class={done ? 'done' : undefined}>
            <span class="tick" aria-hidden="true">{done ? '✓' : ''}</span>
            <div>
              <b>{t(`desk-first-${name}`)}</b> <span class="unseen">{done ? t('desk-done') : t('desk-not-done')}</span>
              <p class="small soft">{t(`desk-first-${name}-why`)}</p>
              {!done && <button type="button" class="tool" onClick={run}>{t(`desk-first-${name}-do`)}</button>}
            </div>
          </li>
        ))}
      </ol>
      <button type="button" class="plain" onClick={() => (state.first_day.value = { ...state.first_day.value, away: true })}>
        {t('desk-first-away')}
      </button>
    </section>
  );
}
