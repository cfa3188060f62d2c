// The only question that must be answered. It can be typed in before any script has run.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { Heading } from '../../components/heading';
import { bytes_of } from '../../components/room';
import { Summary } from '../../components/summary';
import { FIRST } from '../../device/place';
import { find_marks } from '../../recognise/recognise';
import { rich, t } from '../../text/text';
import type { App } from '../app';
import { Closed } from '../organisations/routes';
import { MOST_BYTES } from './draft';
import { question_text, Question, tab } from './report';

export function Story({ app }: { app: App }) {
  const { draft, organisation } = app;
  const turn = useSignal(0);
  const fault = useSignal('');
  useEffect(() => {
    // Patterns are compiled when they are first used: now, while she thinks, and not when she has pressed a button.
    const timer = setTimeout(() => find_marks('A'));
    return () => clearTimeout(timer);
  }, []);
  const on = (step: string): void => {
    const over = bytes_of(draft.text.value) > MOST_BYTES;
    fault.value = draft.empty.value ? t('story-missing') : over ? t('counter-over') : '';
    if (fault.value) turn.value += 1;
    else if (app.gate.due.value) app.ask_code(app.changing.value ? 'check' : step);
    else if (app.changing.value) app.next(step);
    else app.places.go(step);
  };
  const title = tab(app, question_text(app, FIRST));
  return (
    <Question app={app} step={FIRST}>
      <Closed app={app} />
      <p data-when="gate" hidden={!app.gate.due.value}>{t('story-code')}</p>
      <Summary wrong={fault.value ? [{ field: 'text', text: fault.value }] : []} turn={turn.value} />
      <TextField id="text" value={draft.text} most={MOST_BYTES} fault={fault.value || undefined} ready
        label={<Heading view="report-first" title={title} wrong={fault.value !== ''}>{t('story-title')}</Heading>}
        hint={<p>{t('story-hint')}</p>} />
      <p class="soft">{rich('story-readers', { readers: <b>{organisation.readers.value}</b> })}</p>
      <p class="row">
        <Button press={() => on(app.after(FIRST))}>{app.changing.value ? t('to-check') : t('on')}</Button>
        {!app.changing.value && <Button quiet press={() => on('recognise')}>{t('story-straight')}</Button>}
      </p>
      <p class="soft small">{t('story-nowhere')}</p>
    </Question>
  );
}
