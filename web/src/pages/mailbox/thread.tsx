// The conversation, as letters. What came after her own last words stands under a heading; nothing about it is stored.

import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button';
import { Day } from '../../components/day';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { Notice } from '../../components/notice';
import type { MailboxView } from '../../crypto/port';
import { next_tick } from '../../device/hours';
import { rich, t, type Plain } from '../../text/text';
import type { App } from '../app';
import { hour_words } from '../threads/hours';
import { tab } from '../threads/report';
import { DeedFailure } from './failure';
import { KeyGroups } from './key_groups';
import { Letter } from './letter';
import { Inner } from './inner';
import { parts_of } from './state';

export function Thread({ app }: { app: App }) {
  const { mailbox } = app;
  const view = mailbox.view.value;
  const done = mailbox.done.value;
  const fresh_heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After the heading of the page took the focus: whoever comes back comes for the answer.
    fresh_heading.current?.focus();
  }, []);
  useEffect(() => {
    if (done) say(t(`done-${done}`));
  }, [done]);
  if (!view) return null;
  const { before, fresh } = parts_of(view.messages);
  const closed = view.status === 'closed';
  const parts = app.files.parts.value;
  const token = mailbox.token.value;
  return (
    <Inner app={app} step="thread">
      <Heading view="mailbox-thread" title={tab(app, t('thread-tab'))}>{t('thread-title')}</Heading>
      <p class="row">
        <span class="chip">{t(`status-${view.status}` as Plain)}</span>
      </p>
      {mailbox.fresh.value && mailbox.token.value && (
        <>
          <p>{t('thread-key-still')}</p>
          <KeyGroups token={mailbox.token.value} />
        </>
      )}
      {done && <Notice><p>{t(`done-${done}`)}</p></Notice>}
      <DeedFailure app={app} />
      {parts && token !== null && [parts.report, parts.letter].map((batch, n) => (
        <Fragment key={n}>
          <parts.views.PassHead batch={batch} token={token} />
          <parts.views.PassRows batch={batch} token={token} />
        </Fragment>
      ))}
      <Clock app={app} view={view} answered={view.messages.some((message) => message.author !== 'reporter')} />
      {before.length > 0 && (
        <section class="letters" aria-label={t('thread-before')}>
          {before.map((message, n) => <Letter key={n} app={app} message={message} place={view.messages.indexOf(message) + 1} />)}
        </section>
      )}
      {fresh.length > 0 && (
        <section class="letters" aria-labelledby="fresh">
          <h2 id="fresh" class="fresh" tabIndex={-1} ref={fresh_heading}>{t('thread-fresh')}</h2>
          {fresh.map((message, n) => <Letter key={n} app={app} message={message} place={view.messages.indexOf(message) + 1} />)}
        </section>
      )}
      <p class="soft small">{t('thread-no-links')}</p>
      {closed && <p>{t('thread-closed')}</p>}
      <p class="row">
        <Button press={() => { mailbox.done.value = null; app.places.go('write'); }}>{t('thread-write')}</Button>
        <Button quiet press={() => { mailbox.done.value = null; app.places.go('talk'); }}>{t('thread-talk')}</Button>
      </p>
      <p><Button plain press={() => { mailbox.failure.value = null; mailbox.receipt.value = null; app.places.go('log'); }}>{t('log-title')}</Button></p>
      <h2>{t('thread-stop')}</h2>
      <p><Button plain press={() => app.places.go('withdraw')}>{t('thread-withdraw')}</Button></p>
      <p><Button plain press={() => app.places.go('erase')}>{t('thread-erase')}</Button></p>
      <p><Button quiet press={() => { app.clear(); app.visit('landing'); }}>{t('thread-shut')}</Button></p>
    </Inner>
  );
}

/** What was promised, and by when; if it is late, that is said, and whose fault it is not. */
function Clock({ app, view, answered }: { app: App; view: MailboxView; answered: boolean }) {
  const organisation = app.organisation.verified.value;
  if (!organisation) return null;
  const { today } = organisation;
  const tick = next_tick(organisation.ticks, organisation.time_zone, new Date());
  const told = view.status === 'feedback' || view.status === 'aftercare' || view.status === 'closed';
  const late = view.answer_by !== null && view.answer_by < today ? (['clock-late', view.answer_by] as const)
    : !told && view.feedback_by !== null && view.feedback_by < today ? (['clock-late-feedback', view.feedback_by] as const)
    : null;
  if (late) {
    const [words, by] = late;
    return (
      <Notice warm title={t('clock-late-title')}>
        <p>{rich(words, { day: <Day day={by} today={today} /> })}</p>
        <p>{t('clock-late-now')}</p>
      </Notice>
    );
  }
  if (view.answer_by !== null && !answered) {
    const day = <Day day={view.answer_by} today={today} />;
    return (
      <Notice title={t('clock-none-title')}>
        <p>{tick ? rich('clock-none-hour', { day, when: hour_words(tick) }) : rich('clock-none', { day })}</p>
        <p>{t('clock-wait')}</p>
      </Notice>
    );
  }
  if (view.feedback_by === null || told) return null;
  return <p>{rich('clock-feedback', { day: <Day day={view.feedback_by} today={today} /> })}</p>;
}
