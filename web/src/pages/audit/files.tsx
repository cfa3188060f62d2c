// What she takes with her: files, and a sheet to sign.

import { Button } from '../../components/button';
import type { LogView } from '../../crypto/port';
import { t } from '../../text/text';
import type { State } from '../desk/state';
import type { Audit } from './audit';
import { csv, json } from './exports';

export function Files({ state, audit, view }: { state: State; audit: Audit; view: LogView }) {
  const { host, session } = state;
  const name = (ending: string): string => `log-${session.slug.value}-${audit.read_on.value}${ending}`;
  const about = {
    organisation: session.view.value?.organisation.name ?? session.slug.value, server: location.origin, read_on: audit.read_on.value,
    since: audit.since.value,
  };
  return (
    <section aria-labelledby="keep">
      <h2 id="keep">{t('audit-keep-title')}</h2>
      <p>{t('audit-keep-lead')}</p>
      <ul class="plain-list keeps">
        <li>
          <Button press={() => state.print({ what: 'statement' })}>{t('audit-keep-print')}</Button>
          <p class="soft">{t('audit-keep-print-why')}</p>
        </li>
        <li>
          <Button quiet press={() => host.save(name('.checkpoint.txt'), view.checkpoint)}>{t('audit-keep-checkpoint')}</Button>
          <p class="soft">{t('audit-keep-checkpoint-why')}</p>
        </li>
        <li>
          <Button quiet press={() => host.save(name('.csv'), csv(view.lines), 'text/csv')}>{t('audit-keep-csv')}</Button>
          <p class="soft">{t('audit-keep-csv-why')}</p>
        </li>
        <li>
          <Button quiet press={() => host.save(name('.json'), json(view, about), 'application/json')}>{t('audit-keep-json')}</Button>
          <p class="soft">{t('audit-keep-json-why')}</p>
        </li>
      </ul>
    </section>
  );
}
