// Whether the log holds, up to where, who remembers it, and what of it this key opens.

import { useSignal } from '@preact/signals';
import { say } from '../../components/live';
import type { LogView } from '../../crypto/port';
import { day_text } from '../../text/days';
import { locale, t } from '../../text/text';
import { days_between } from '../desk/clocks';
import { Waiting } from '../desk/parts';
import type { State } from '../desk/state';
import type { Audit, Span } from './audit';
import { short_root } from './words';

/** A witness that has not signed for longer may be switched off. */
const OLD_DAYS = 7;
const SPANS: readonly Span[] = ['months', 'all'];

export const counted = (number: number): string => number.toLocaleString(locale());

export function Counting({ audit }: { audit: Audit }) {
  const far = audit.progress.value;
  return (
    <>
      <p id="counting">{far === null ? t('audit-fetching') : t('audit-counting', { done: counted(far.done), total: counted(far.total) })}</p>
      <progress aria-labelledby="counting" max={far?.total} value={far?.done} />
      <Waiting>{t('audit-counting-why')}</Waiting>
    </>
  );
}

interface Props { state: State; audit: Audit; view: LogView }

export function Health({ state, audit, view }: Props) {
  const today = state.session.today.value;
  const day = (value: string): string => day_text(value, today);
  const copied = useSignal(false);
  async function copy(): Promise<void> {
    copied.value = await state.host.copy(view.root);
    if (copied.value) say(t('audit-copied'));
  }
  const readable = view.readable_from === null ? t('audit-readable-none') : t('audit-readable', { day: day(view.readable_from) });
  return (
    <section aria-labelledby="health">
      <h2 id="health" class="unseen">{t('audit-health')}</h2>
      {view.problems.length === 0 && <p class="lead">{t('audit-holds-lead', { size: counted(view.size), day: day(audit.read_on.value) })}</p>}
      <dl class="facts">
        <div>
          <dt>{t('audit-fact-witness')}</dt>
          <dd>
            {view.witnesses.map((witness) => {
              const days = Math.max(0, days_between(witness.day, today));
              return (
                <p key={witness.name}>
                  {t('audit-witness', { name: witness.name, day: day(witness.day), days })}
                  {days > OLD_DAYS && <> <span class="warm-text">{t('audit-witness-old')}</span></>}
                </p>
              );
            })}
            {view.witnesses.length === 0 && (
              <><p class="warm-text">{t('audit-witness-none')}</p><p>{t('audit-witness-none-why')}</p><p>{t('audit-witness-how')}</p></>
            )}
          </dd>
        </div>
        <div><dt>{t('audit-fact-complete')}</dt><dd>{view.complete_to === null ? t('audit-complete-none') : t('audit-complete', { day: day(view.complete_to) })}</dd></div>
        <div><dt>{t('audit-fact-size')}</dt><dd>{t('audit-size', { size: counted(view.size) })}</dd></div>
        <div>
          <dt>{t('audit-fact-root')}</dt>
          <dd>
            <code class="root">{short_root(view.root)} …</code>{' '}
            <button type="button" class="tool" onClick={() => void copy()}>
              {t(copied.value ? 'audit-copied' : 'audit-copy')}<span class="unseen"> {t('audit-fact-root')}</span>
            </button>
          </dd>
        </div>
        <div>
          <dt>{t('audit-fact-readable')}</dt>
          <dd>
            <p>{readable}</p>
            {audit.since.value !== null && <p class="soft small">{t('audit-readable-months', { day: day(audit.since.value) })}</p>}
          </dd>
        </div>
        <div>
          <dt>{t('audit-fact-rest')}</dt>
          <dd>
            <ul class="plain-list">
              <li>{t('audit-rest-padding', { count: counted(view.padding) })}</li>
              <li>{t('audit-rest-sealed', { count: counted(view.sealed) })}</li>
              <li>{t('audit-rest-erased', { count: counted(view.erased) })}</li>
            </ul>
          </dd>
        </div>
      </dl>
      <p class="notice">{t('audit-exact')}</p>
      <fieldset class="modes">
        <legend>{t('audit-span')}</legend>
        {SPANS.map((span) => (
          <label key={span}>
            <input type="radio" name="span" checked={audit.span.value === span} onChange={() => audit.choose(span)} />
            <span>{t(`audit-span-${span}`)}</span>
          </label>
        ))}
        <button type="button" class="tool" onClick={() => void audit.load()}>{t('audit-again')}</button>
      </fieldset>
    </section>
  );
}
