// Questions that may stay open.

import { Button } from '../../components/button';
import { Checkboxes, Radios } from '../../components/choice';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { Notice } from '../../components/notice';
import { useSignalEffect, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { next_tick } from '../../device/hours';
import { language, rich, t, type Plain } from '../../text/text';
import type { App } from '../app';
import { Call, lines_for } from '../page';
import { EFFECTS, effect_key, MOST_TOPICS, TOPICS, topic_key, URGENCIES, urgency_key, WANTS, want_key } from './draft';
import { hour_words } from './hours';
import { question_text, Question, tab } from './report';

/** The step that follows, or the check page; skipping is as large as answering. */
function Onward({ app, step, empty, skip }: { app: App; step: string; empty: boolean; skip: () => void }) {
  const changing = app.changing.value;
  return (
    <p class="row">
      <Button press={() => app.onward(step)}>{changing ? t('to-check') : t('on')}</Button>
      {!changing && <Button quiet press={() => { skip(); app.onward(step); }}>{empty ? t('skip') : t('skip-clear')}</Button>}
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
  const title = tab(app, question_text(app, 'urgency'));
  return (
    <Question app={app} step="urgency">
      <Radios id="urgency" chosen={draft.urgency} hint={<p>{t('optional')}</p>}
        legend={<Heading view="report-urgency" title={title}>{t('urgency-title')}</Heading>}
        options={URGENCIES.map((value) => ({ value, text: t(urgency_key(value)) }))} />
      {danger && <Danger app={app} />}
      <Onward app={app} step="urgency" empty={draft.urgency.value === null} skip={() => (draft.urgency.value = null)} />
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

interface Many<V extends string> {
  app: App;
  step: 'effect' | 'wants' | 'topics';
  title: string;
  hint: ComponentChildren;
  chosen: Signal<V[]>;
  values: readonly V[];
  key_of: (value: V) => Plain;
  most?: number;
  children?: ComponentChildren;
}

/** A question with any of several answers, and what is said once some are chosen. */
function Several<V extends string>({ app, step, title, hint, chosen, values, key_of, children, ...most }: Many<V>) {
  return (
    <Question app={app} step={step}>
      <Checkboxes<V> id={step} chosen={chosen} {...most} hint={hint}
        legend={<Heading view={`report-${step}`} title={tab(app, question_text(app, step))}>{title}</Heading>}
        options={values.map((value) => ({ value, text: t(key_of(value)) }))} />
      {children}
      <Onward app={app} step={step} empty={chosen.value.length === 0} skip={() => (chosen.value = [])} />
    </Question>
  );
}

export function Effects({ app }: { app: App }) {
  return (
    <Several app={app} step="effect" title={t('effect-title')} hint={<p>{t('optional-many')}</p>} chosen={app.draft.effects}
      values={EFFECTS} key_of={effect_key} />
  );
}

export function Wants({ app }: { app: App }) {
  const { wants } = app.draft;
  return (
    <Several app={app} step="wants" title={t('wants-title')} hint={<p>{t('optional-many')}</p>} chosen={wants} values={WANTS} key_of={want_key}>
      {wants.value.includes('talk') && <Notice><p>{t('wants-talk-note')}</p></Notice>}
    </Several>
  );
}

export function Topics({ app }: { app: App }) {
  const { topics } = app.draft;
  useSignalEffect(() => {
    if (topics.value.length >= MOST_TOPICS) say(t('topics-full'));
  });
  const skip = (): void => {
    topics.value = [];
    app.onward('topics');
  };
  return (
    <Several app={app} step="topics" title={t('topics-title')} chosen={topics} values={TOPICS} key_of={topic_key} most={MOST_TOPICS} hint={
      <>
        <p>{t('topics-hint')}</p>
        {!app.changing.value && <Button plain press={skip}>{t('skip')}</Button>}
      </>}>
      {topics.value.length >= MOST_TOPICS && <p class="soft">{t('topics-full')}</p>}
      {topics.value.includes('integrity') && <Notice><p>{t('topics-integrity')}</p></Notice>}
    </Several>
  );
}
