// The code on the poster, asked once. A wrong one costs nothing of what was typed.

import { useSignal } from '@preact/signals';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Summary } from '../../components/summary';
import { t } from '../../text/text';
import type { App } from '../app';
import { Routes } from '../organisations/routes';
import { Question, tab } from './report';

export function Code({ app }: { app: App }) {
  const { gate, places } = app;
  const turn = useSignal(0);
  const fault = useSignal('');
  const working = useSignal(false);
  const on = async (): Promise<void> => {
    if (working.value) return;
    working.value = true;
    const verdict = await gate.check();
    working.value = false;
    fault.value = verdict === 'right' ? '' : t(`code-${verdict}`);
    if (fault.value) turn.value += 1;
    else if (places.here.value.step === 'code') places.swap(gate.then);
  };
  const described = fault.value ? 'code-hint code-fault' : 'code-hint';
  return (
    <Question app={app} step="code">
      <Summary wrong={fault.value ? [{ field: 'code', text: fault.value }] : []} turn={turn.value} />
      {gate.changed.value && <Notice warm><p>{t('code-changed')}</p></Notice>}
      <div class={fault.value ? 'wrong' : undefined}>
        <label for="code">
          <Heading view="report-code" title={tab(app, t('code-tab'))} wrong={fault.value !== ''}>{t('code-title')}</Heading>
        </label>
        <p class="hint" id="code-hint">{t('code-hint')}</p>
        {fault.value && <p class="fault" id="code-fault">{fault.value}</p>}
        <textarea id="code" name="code" class="sign" rows={2} autocomplete="off" autocapitalize="none" spellcheck={false} enterkeyhint="go"
          lang="en" dir="auto" aria-describedby={described} aria-invalid={fault.value ? 'true' : undefined}
          value={gate.typed.value} onInput={(event) => (gate.typed.value = event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void on(); } }} />
      </div>
      <p><Button wide busy={working.value} press={() => void on()}>{t('on')}</Button></p>
      <details class="no-code">
        <summary>{t('code-none')}</summary>
        <p>{t('code-none-text')}</p>
        <Routes />
      </details>
    </Question>
  );
}
