// Writing back: a page of its own, as quiet as the first question.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { Heading } from '../../components/heading';
import { Summary } from '../../components/summary';
import { next_tick } from '../../device/hours';
import { t } from '../../text/text';
import type { App } from '../app';
import type { Parts } from '../files';
import { MOST_BYTES } from '../threads/draft';
import { hour_words } from '../threads/hours';
import { WithFiles } from '../threads/files';
import { tab } from '../threads/report';
import { DeedFailure } from './failure';
import { Inner } from './inner';

export function Write({ app }: { app: App }) {
  const { mailbox } = app;
  const turn = useSignal(0);
  const fault = useSignal('');
  const on = async (): Promise<void> => {
    const text = mailbox.words.value.trim();
    const letter = app.files.parts.value?.letter;
    const files = letter && !letter.begun.value ? letter.goes().length : 0;
    fault.value = text === '' && files === 0 ? t('write-missing') : '';
    if (fault.value) turn.value += 1;
    else if (await app.say(text)) app.places.back();
  };
  return (
    <Inner app={app} step="write">
      <DeedFailure app={app} />
      <Summary wrong={fault.value ? [{ field: 'words', text: fault.value }] : []} turn={turn.value} />
      <TextField id="words" value={mailbox.words} most={MOST_BYTES} fault={fault.value || undefined} ready
        label={<Heading view="mailbox-write" title={tab(app, t('write-tab'))} wrong={fault.value !== ''}>{t('write-title')}</Heading>}
        hint={<p>{t('story-hint')}</p>} />
      <WithFiles app={app}>{(parts) => <Beside parts={parts} token={mailbox.token.value ?? ''} />}</WithFiles>
      <Until app={app} />
      <p class="row">
        <Button busy={mailbox.busy.value} press={() => void on()}>{t('send')}</Button>
        <Button plain press={() => app.places.back()}>{t('write-not')}</Button>
      </p>
    </Inner>
  );
}

/** Files that go with it; while the last ones are on their way, those. */
function Beside({ parts: { views, letter }, token }: { parts: Parts; token: string }) {
  useEffect(() => letter.tidy(), []);
  if (letter.begun.value) return <><views.PassHead batch={letter} token={token} /><views.PassRows batch={letter} token={token} /></>;
  return (
    <>
      <h2>{t('row-files')}</h2>
      <p>{t('files-cleaned')}</p>
      <views.Choose batch={letter} id="choose" over={t('files-over')} />
    </>
  );
}

/** From when it is read, and until when it can be taken back. */
export function Until({ app }: { app: App }) {
  const organisation = app.organisation.verified.value;
  const tick = organisation && next_tick(organisation.ticks, organisation.time_zone, new Date());
  return <p class="soft">{tick ? t('write-until', { when: hour_words(tick) }) : t('write-at-once')}</p>;
}
