// Who must not read. Nobody is asked whether she is sure: the sentence below says what is so now.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button';
import { Checkboxes } from '../../components/choice';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { Notice } from '../../components/notice';
import { Summary } from '../../components/summary';
import { rich, t } from '../../text/text';
import type { App } from '../app';
import { Routes } from '../organisations/routes';
import { names_text, person_text } from '../organisations/trust';
import { possible_readers, readers_of } from './draft';
import { CopyText } from './failure';
import { question_text, Question, tab } from './report';

export function Readers({ app }: { app: App }) {
  const { draft, organisation } = app;
  const turn = useSignal(0);
  const verified = organisation.verified.value;
  const readers = verified ? readers_of(verified, draft.excluded.value, draft.with_fallback.value) : [];
  const nobody = verified !== null && readers.length === 0;
  const wrong = nobody && turn.value > 0;
  const now = readers.length > 0 ? names_text(readers) : '';
  const told = useRef(now);
  useEffect(() => {
    if (verified && told.current !== now) say(now ? t('readers-now', { readers: now }) : t('readers-none'));
    told.current = now;
  }, [now]);
  const on = (): void => {
    if (nobody) turn.value += 1;
    else app.next('files');
  };
  const heading = (
    <Heading view="report-readers" title={tab(app, question_text(app, 'readers'))} wrong={wrong}>{t('readers-title')}</Heading>
  );
  return (
    <Question app={app} step="readers">
      {wrong && <Summary wrong={[{ field: 'excluded', text: t('readers-nobody') }]} turn={turn.value} />}
      {verified ? (
        <>
          <Checkboxes id="excluded" chosen={draft.excluded} legend={heading} hint={<p>{t('readers-hint')}</p>}
            fault={wrong ? t('readers-nobody') : undefined}
            options={possible_readers(verified).map((person) => ({ value: person.id, text: person_text(person) }))} />
          <p class="now-reads">
            {nobody ? t('readers-none') : rich('readers-now', { readers: <b>{now}</b> })}
          </p>
          <Fallback app={app} />
        </>
      ) : (
        <>
          {heading}
          <Unchecked app={app} />
        </>
      )}
      <p class="row">
        <Button press={on}>{app.changing.value ? t('to-check') : t('on')}</Button>
        {!app.changing.value && (
          <Button quiet press={() => { draft.excluded.value = []; app.next('files'); }}>{t('skip')}</Button>
        )}
      </p>
    </Question>
  );
}

function Fallback({ app }: { app: App }) {
  const people = app.organisation.verified.value?.people ?? [];
  const fallback = people.find((person) => person.role === 'fallback');
  if (!fallback) return <p class="soft">{t('readers-no-fallback')}</p>;
  const { excluded, with_fallback } = app.draft;
  const coach_excluded = people.some((person) => person.role === 'coach' && excluded.value.includes(person.id));
  if (excluded.value.includes(fallback.id) || coach_excluded) return null;
  return (
    <label class="choice">
      <input type="checkbox" checked={with_fallback.value} autocomplete="off"
        onChange={(event) => (with_fallback.value = event.currentTarget.checked)} />
      <span>{t('readers-fallback', { name: fallback.name })}</span>
    </label>
  );
}

/** The names are not known for sure: nobody can be excluded by a name that a server merely claims. */
export function Unchecked({ app }: { app: App }) {
  const trust = app.organisation.trust.value;
  const away = trust.stage === 'away';
  if (away && (trust.failure.reason === 'module' || trust.failure.reason === 'newer')) {
    return (
      <>
        <Notice warm><p>{t(trust.failure.reason === 'module' ? 'fail-module' : 'fail-newer')}</p></Notice>
        <CopyText app={app} />
        <Routes />
      </>
    );
  }
  return (
    <Notice warm={away}>
      <p>{away ? t('unchecked-away') : t('unchecked-yet')}</p>
      {away && <p><Button quiet press={() => void app.organisation.check()}>{t('try-again')}</Button></p>}
    </Notice>
  );
}
