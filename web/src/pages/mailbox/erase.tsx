// Withdrawing, and erasing: pages, not questions that pop up. What goes, what stays, and Back always first.

import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { Link } from '../../components/link';
import { Notice } from '../../components/notice';
import { save } from '../../device/keep';
import { day_text } from '../../text/days';
import { language, t } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';
import { tab } from '../threads/report';
import { DeedFailure } from './failure';
import { Inner } from './inner';

export function Withdraw({ app }: { app: App }) {
  const { mailbox, places } = app;
  const on = async (): Promise<void> => {
    if (await mailbox.withdraw()) places.back();
  };
  return (
    <Inner app={app} step="withdraw">
      <DeedFailure app={app} />
      <Heading view="mailbox-withdraw" title={tab(app, t('thread-tab'))}>{t('withdraw-title')}</Heading>
      <p>{t('withdraw-what')}</p>
      <p>{t('withdraw-stays')}</p>
      <p class="row">
        <Button quiet press={() => places.back()}>{t('write-not')}</Button>
        <Button busy={mailbox.busy.value} press={() => void on()}>{t('withdraw-do')}</Button>
      </p>
    </Inner>
  );
}

export function Erase({ app }: { app: App }) {
  return (
    <Inner app={app} step="erase">
      <Heading view="mailbox-erase" title={tab(app, t('thread-tab'))}>{t('erase-title')}</Heading>
      <h2>{t('erase-goes')}</h2>
      <p>{t('erase-goes-text')}</p>
      <h2>{t('erase-stays')}</h2>
      <p>{t('erase-stays-text')}</p>
      <p><Button plain press={() => save('notitie.txt', 'text/plain', copy_of(app))}>{t('erase-copy')}</Button></p>
      <p class="row">
        <Button quiet press={() => app.places.back()}>{t('write-not')}</Button>
        <Button press={() => app.places.go('erase-sure')}>{t('erase-on')}</Button>
      </p>
    </Inner>
  );
}

export function EraseSure({ app }: { app: App }) {
  const { mailbox, places } = app;
  const on = async (): Promise<void> => {
    if (await mailbox.erase()) places.swap('erased');
  };
  return (
    <Inner app={app} step="erase-sure">
      <DeedFailure app={app} />
      <Heading view="mailbox-erase-sure" title={tab(app, t('thread-tab'))}>{t('erase-sure-title')}</Heading>
      <p>{t('erase-sure-text')}</p>
      <p class="row">
        <Button quiet press={() => places.back()}>{t('write-not')}</Button>
        <Button busy={mailbox.busy.value} press={() => void on()}>{t('erase-do')}</Button>
      </p>
    </Inner>
  );
}

export function Erased({ app }: { app: App }) {
  useEffect(() => app.clear(), []);
  const landing = { href: app.places.link(language(), 'landing'), go: () => app.visit('landing') };
  return (
    <Page app={app} view="mailbox-erased">
      <Heading view="mailbox-erased" title={tab(app, t('thread-tab'))}>{t('erased-title')}</Heading>
      <Notice><p>{t('erased-text')}</p></Notice>
      <p><Link {...landing} class="button quiet">{t('erased-home')}</Link></p>
    </Page>
  );
}

function copy_of(app: App): string {
  const today = app.organisation.verified.value?.today ?? '';
  const letters = (app.mailbox.view.value?.messages ?? []).map(
    ({ author, day, text }) => `${author === 'reporter' ? t('letter-you') : author} · ${day_text(day, today)}\n${text}\n`,
  );
  return letters.join('\n');
}
