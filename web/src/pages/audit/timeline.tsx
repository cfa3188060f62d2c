// Every line in words, by day, the newest first.

import { day_text } from '../../text/days';
import { t } from '../../text/text';
import type { State } from '../desk/state';
import { AT_ONCE, type Audit } from './audit';
import { counted } from './health';
import { KINDS, type Kind } from './lines';
import { act_text, more_text } from './words';

export function Timeline({ state, audit }: { state: State; audit: Audit }) {
  const today = state.session.today.value;
  const { days, left } = audit.days.value;
  const count = audit.lines.value.length;
  const any = (audit.view.value?.lines.length ?? 0) > 0;
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{t('audit-lines-title')}</h2>
      {any && (
        <div class="filters">
          <div>
            <label for="kind">{t('audit-filter-kind')}</label>
            <select id="kind" value={audit.kind.value} onChange={(event) => audit.filter({ kind: event.currentTarget.value as Kind | '' })}>
              <option value="">{t('audit-filter-all')}</option>
              {KINDS.map((kind) => <option key={kind} value={kind}>{t(`audit-kind-${kind}`)}</option>)}
            </select>
          </div>
          <div>
            <label for="person">{t('audit-filter-person')}</label>
            <select id="person" value={audit.person.value} onChange={(event) => audit.filter({ person: event.currentTarget.value })}>
              <option value="">{t('audit-filter-anybody')}</option>
              {audit.persons.value.map((name) => <option key={name} value={name}>{name}</option>)}
            </select>
          </div>
          <p class="soft" role="status">{t('audit-lines-found', { count })}</p>
        </div>
      )}
      {!any && <p>{t('audit-lines-empty')}</p>}
      {any && count === 0 && <p>{t('audit-lines-none')}</p>}
      {days.map(({ day, lines }) => (
        <section key={day} class="day-of" aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`}><time dateTime={day}>{day_text(day, today)}</time></h3>
          <ul>
            {lines.map((line) => (
              <li key={line.entry}>
                <span dir="auto">{act_text(line)}</span>
                <span class="soft">{more_text(line)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <p>
          <button type="button" class="button quiet" onClick={() => (audit.most.value += AT_ONCE)}>
            {t('audit-lines-more', { left: counted(left) })}
          </button>
        </p>
      )}
    </section>
  );
}
