// Three lines that become true one by one. No theatre: a quick device never shows this page.

import { Heading } from '../../components/heading';
import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';
import { tab } from './report';

const LONG_MS = 8000;

export function Sealing({ app }: { app: App }) {
  const { slow, counted, sealed, sent, stored } = app.sender.state.value;
  const long = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (long.value = true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  const lines: [boolean, string][] = [
    [sealed !== null, t('sealing-sealed')], [sent, t('sealing-sent')], [stored, t('sealing-stored')],
  ];
  return (
    <Page app={app} view="sealing">
      <Heading view="sealing" title={tab(app, t('busy'))}>{t('sealing-title')}</Heading>
      {slow && <p>{t('sealing-protected')}</p>}
      {sealed === null && counted && (
        <p><progress aria-label={t('sealing-sealed')} max={counted.total} value={counted.done} /></p>
      )}
      <ul class="steps">
        {lines.map(([yes, text]) => (
          <li key={text} class={yes ? 'yes' : undefined}>
            {text} <span class="soft">{yes ? t('sealing-yes') : t('sealing-not-yet')}</span>
          </li>
        ))}
      </ul>
      {long.value && !(slow && sealed === null) && <p>{sealed === null ? t('sealing-slow') : t('sealing-long')}</p>}
    </Page>
  );
}
