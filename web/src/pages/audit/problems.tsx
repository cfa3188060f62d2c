// What is not as it should be: before everything else, and with what to do.

import type { Failure, LogView } from '../../crypto/port';
import { t } from '../../text/text';
import { failure_code } from '../desk/words';
import type { Audit } from './audit';
import { problem_texts } from './words';

export function Problems({ audit, view }: { audit: Audit; view: LogView }) {
  const texts = problem_texts(view.problems, audit.threads.value);
  return (
    <section class="notice stop" aria-labelledby="problems">
      <h2 id="problems">{t('audit-wrong-title', { count: texts.length })}</h2>
      <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>
      {!view.problems.some(({ kind }) => kind === 'forked') && <p>{t('audit-wrong-rest')}</p>}
      <What><li>{t('audit-do-keep')}</li></What>
    </section>
  );
}

/** The log contradicts itself: nothing of it can be shown. */
export function Broken({ failure, again }: { failure: Failure; again: () => void }) {
  return (
    <section class="notice stop" aria-labelledby="problems">
      <h2 id="problems">{t('audit-broken-title')}</h2>
      <p>{t('audit-broken')}</p>
      <What />
      <p><button type="button" class="tool" onClick={again}>{t('audit-again')}</button></p>
      <p class="code">{t('desk-error-code', { code: failure_code(failure) })}</p>
    </section>
  );
}

function What({ children }: { children?: preact.ComponentChildren }) {
  return (
    <>
      <h3>{t('audit-do-title')}</h3>
      <ol>
        {children}
        <li>{t('audit-do-again')}</li>
        <li>{t('audit-do-call')}</li>
      </ol>
    </>
  );
}
