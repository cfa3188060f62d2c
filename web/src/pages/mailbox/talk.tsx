// Asking for a talk: a message like any other, with a choice of how.

import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Button } from '../../components/button';
import { Radios } from '../../components/choice';
import { Heading } from '../../components/heading';
import { t } from '../../text/text';
import type { App } from '../app';
import { tab } from '../threads/report';
import { DeedFailure } from './failure';
import { Inner } from './inner';
import { Until } from './write';

const WAYS = ['call', 'walk', 'room', 'open'] as const;
type Way = (typeof WAYS)[number];

export function Talk({ app }: { app: App }) {
  const { mailbox } = app;
  const way = useMemo(() => signal<Way | null>(null), []);
  const on = async (): Promise<void> => {
    const lines = [t('talk-message'), t(`talk-${way.value ?? 'open'}`), mailbox.words.value.trim()];
    if (await mailbox.say(lines.filter(Boolean).join('\n'))) app.places.back();
  };
  return (
    <Inner app={app} step="talk">
      <DeedFailure app={app} />
      <Radios<Way> id="way" chosen={way} hint={<p>{t('talk-hint')}</p>}
        legend={<Heading view="mailbox-talk" title={tab(app, t('write-tab'))}>{t('talk-title')}</Heading>}
        options={WAYS.map((value) => ({ value, text: t(`talk-${value}`) }))} />
      <label for="words">{t('talk-words')}</label>
      <textarea id="words" name="words" rows={3} class="short" dir="auto" spellcheck={false} autocomplete="off"
        value={mailbox.words.value} onInput={(event) => (mailbox.words.value = event.currentTarget.value)} />
      <Until app={app} />
      <p class="row">
        <Button busy={mailbox.busy.value} press={() => void on()}>{t('talk-ask')}</Button>
        <Button plain press={() => app.places.back()}>{t('write-not')}</Button>
      </p>
    </Inner>
  );
}
