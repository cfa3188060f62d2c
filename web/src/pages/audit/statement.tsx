// One sheet to sign: what was checked, when, and what came of it. No line of the log stands on it.

import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { Facts } from '../desk/print';
import type { State } from '../desk/state';
import { counted } from './health';
import { long_root, problem_texts } from './words';

/** A statement for paper has one page: what does not fit is in the file. */
const MOST_PROBLEMS = 5;

export function Statement({ state }: { state: State }) {
  const { session, audit } = state;
  const view = audit.value?.view.value;
  if (audit.value === null || view == null) return null;
  const { read_on, threads } = audit.value;
  // Paper is read in other years: no day without its year.
  const day = (value: string): string => day_text(value, '');
  const organisation = session.view.value?.organisation;
  const texts = problem_texts(view.problems, threads.value);
  const witnesses = view.witnesses.map((witness) => t('audit-statement-witness', { name: witness.name, day: day(witness.day) }));
  return (
    <div class="statement">
      <h1>{t('audit-statement-title')}</h1>
      <p>{t('audit-statement-what', { day: day(read_on.value) })}</p>
      <Facts>
        {[
          [t('audit-statement-organisation'), organisation?.name ?? session.slug.value],
          [t('audit-statement-server'), location.origin],
          [t('audit-fact-complete'), view.complete_to === null ? t('audit-complete-none') : t('audit-complete', { day: day(view.complete_to) })],
          [t('audit-fact-size'), t('audit-size', { size: counted(view.size) })],
          [t('audit-fact-root'), long_root(view.root)],
          [t('audit-fact-witness'), witnesses.join(' · ') || t('audit-witness-none')],
          [t('audit-statement-lines'), view.readable_from === null ? t('audit-numbers-none') : t('audit-readable', { day: day(view.readable_from) })],
        ]}
      </Facts>
      <h2>{t('audit-statement-result')}</h2>
      {texts.length === 0 ? <p><b>{t('audit-statement-none')}</b></p> : (
        <>
          <p><b>{t('audit-wrong-title', { count: texts.length })}</b></p>
          <ul>{texts.slice(0, MOST_PROBLEMS).map((text) => <li key={text}>{text}</li>)}</ul>
          {texts.length > MOST_PROBLEMS && <p>{t('audit-statement-more', { count: texts.length - MOST_PROBLEMS })}</p>}
        </>
      )}
      <p>{t('audit-statement-limit')}</p>
      <div class="signing">
        {(['audit-statement-name', 'audit-statement-date', 'audit-statement-sign'] as const).map((key) => (
          <div key={key}><p>{t(key)}</p><p class="write-line" /></div>
        ))}
      </div>
    </div>
  );
}
