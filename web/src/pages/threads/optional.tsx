// Questions that may stay open.

import { Button } from '../../components/button';
import { Checkboxes, Radios } from '../../components/choice';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { Notice } from '../../components/notice';
import { useSignalEffect } from '@preact/signals';
import { next_tick } from '../../device/hours';
import { language, rich, t } from '../../text/text';
import type { App } from '../app';
import { Call, lines_for } from '../page';
import { MOST_TOPICS, TOPICS, topic_key, URGENCIES, urgency_key, WANTS, want_key, type Want } from './draft';
import { hour_words } from './hours';
import { question_text, Question, tab } from './report';

/** The step that follows, or the check page; skipping is as large as answering. */
function Onward({ app, next, empty, skip }: { app: App; next: string; empty: boolean; skip: () => void }) {
  const changing = app.changing.value;
  return (
    <p class="row">
      <Button press={() => app.next(next)}>{changing ? t('to-check') : t('on')}</Button>
      {!changing && <Button quiet press={() => { skip(); app.next(next); }}>{empty ? t('skip') : t('skip-clear')}</Button>}
    </p>
  );
}

export function Urgency({ app }: { app: App }) {
  const { draft } = app;
  const danger = draft.urgency.value === 'U3';
  // The focus stays on the choice: the first sentence is spoken instead.
  useSignalEffect(() => {
    if (draft.urgency.value === 'U3') say(t('danger-first'));
  });
  const title = tab(app, question_text('urgency'));
  return (
    <Question app={app} step="urgency">
      <Radios id="urgency" chosen={draft.urgency} hint={<p>{t('optional')}</p>}
        legend={<Heading view="report-urgency" title={title}>{t('urgency-title')}</Heading>}
        options={URGENCIES.map((value) => ({ value, text: t(urgency_key(value)) }))} />
      {danger && <Danger app={app} />}
      <Onward app={app} next="wants" empty={draft.urgency.value === null} skip={() => (draft.urgency.value = null)} />
    </Question>
  );
}

function Danger({ app }: { app: App }) {
  const organisation = app.organisation.verified.value;
  const tick = organisation && next_tick(organisation.ticks, organisation.time_zone, new Date());
  const { danger, talk } = lines_for(language());
  return (
    <Notice warm>
      <p><b>{t('danger-first')}</b></p>
      <p>{rich('crisis-danger', { phone: <Call phone={danger} /> })}</p>
      {talk.map(({ name, phone }) => <p key={phone}>{rich('crisis-line', { name, phone: <Call phone={phone} /> })}</p>)}
      <p>{tick ? t('danger-hour', { when: hour_words(tick) }) : t('danger-later')}</p>
    </Notice>
  );
}

export function Wants({ app }: { app: App }) {
  const { draft } = app;
  return (
    <Question app={app} step="wants">
      <Checkboxes<Want> id="wants" chosen={draft.wants} hint={<p>{t('optional-many')}</p>}
        legend={<Heading view="report-wants" title={tab(app, question_text('wants'))}>{t('wants-title')}</Heading>}
        options={WANTS.map((value) => ({ value, text: t(want_key(value)) }))} />
      {draft.wants.value.includes('talk') && <Notice><p>{t('wants-talk-note')}</p></Notice>}
      <Onward app={app} next="topics" empty={draft.wants.value.length === 0} skip={() => (draft.wants.value = [])} />
    </Question>
  );
}

export function Topics({ app }: { app: App }) {
  const { draft } = app;
  const full = draft.topics.value.length >= MOST_TOPICS;
  useSignalEffect(() => {
    if (draft.topics.value.length >= MOST_TOPICS) say(t('topics-full'));
  });
  return (
    <Question app={app} step="topics">
      <Checkboxes id="topics" chosen={draft.topics} most={MOST_TOPICS} hint={
        <>
          <p>{t('topics-hint')}</p>
          {!app.changing.value && <Button plain press={() => { draft.topics.value = []; app.next('readers'); }}>{t('skip')}</Button>}
        </>}
        legend={<Heading view="report-topics" title={tab(app, question_text('topics'))}>{t('topics-title')}</Heading>}
        options={TOPICS.map((value) => ({ value, text: t(topic_key(value)) }))} />
      {full && <p class="soft">{t('topics-full')}</p>}
      {draft.topics.value.includes('integrity') && <Notice><p>{t('topics-integrity')}</p></Notice>}
      <Onward app={app} next="readers" empty={draft.topics.value.length === 0} skip={() => (draft.topics.value = [])} />
    </Question>
  );
}
