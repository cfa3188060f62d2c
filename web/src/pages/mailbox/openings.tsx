// Who opened the report: the whole access log, computed anew on this device, and what in it is about her.

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button';
import { Day } from '../../components/day';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { Notice } from '../../components/notice';
import type { AccessView, ProblemView, ReceiptView } from '../../crypto/port';
import { save } from '../../device/keep';
import { rich, t } from '../../text/text';
import type { App } from '../app';
import { tab } from '../threads/report';
import { DeedFailure } from './failure';
import { Inner } from './inner';

export function Openings({ app }: { app: App }) {
  const { mailbox } = app;
  const receipt = mailbox.receipt.value;
  const failure = mailbox.failure.value;
  const look = async (): Promise<void> => {
    if (!(await mailbox.look_into_log())) return;
    say(mailbox.receipt.value?.problems.length === 0 ? t('log-holds-short') : t('log-wrong-title'));
  };
  useEffect(() => {
    if (mailbox.receipt.value === null && mailbox.failure.value === null) void look();
  }, []);
  return (
    <Inner app={app} step="log">
      <Heading view="mailbox-log" title={tab(app, t('thread-tab'))}>{t('log-title')}</Heading>
      <p>{t('log-lead')}</p>
      {failure?.reason === 'distrust' ? <Wrong><p>{t('log-wrong-broken')}</p></Wrong> : <DeedFailure app={app} />}
      {failure !== null && failure.reason !== 'uncompiled' && <p><Button quiet busy={mailbox.busy.value} press={() => void look()}>{t('try-again')}</Button></p>}
      {receipt === null && failure === null && <Counting app={app} />}
      {receipt !== null && <Receipt app={app} receipt={receipt} />}
    </Inner>
  );
}

function Counting({ app }: { app: App }) {
  const counted = app.mailbox.counted.value;
  return (
    <p>
      <label for="counted">{t('log-loading')}</label>
      <progress id="counted" max={counted?.total} value={counted?.done} />
    </p>
  );
}

function Receipt({ app, receipt }: { app: App; receipt: ReceiptView }) {
  const today = app.organisation.verified.value?.today ?? '';
  return (
    <>
      {receipt.problems.length > 0 && (
        <Wrong>
          <ul>{receipt.problems.map((problem, n) => <li key={n}>{wrong(problem)}</li>)}</ul>
          <p>{t('log-wrong-do')}</p>
          <p><Button quiet press={() => save('notitie.json', 'application/json', JSON.stringify(receipt, null, 2))}>{t('log-save')}</Button></p>
          <p class="small">{t('log-save-warning')}</p>
        </Wrong>
      )}
      {receipt.accesses.length === 0 ? <p>{t('log-empty')}</p> : (
        <ol class="facts">
          {receipt.accesses.map((access) => (
            <li key={access.entry}>
              <b>{done(access)}</b>
              <p class="soft small first">
                {access.day !== null && <Day day={access.day} today={today} />}
                {purpose(access)}
              </p>
            </li>
          ))}
        </ol>
      )}
      {receipt.problems.length === 0 && <p>{t('log-holds', { count: receipt.size })}</p>}
      {receipt.witnesses.map(({ name, day }) => (
        <p key={name}>{rich('log-witness', { name, day: <Day day={day} today={today} /> })}</p>
      ))}
      <p>{receipt.complete_to === null ? t('log-first') : rich('log-complete', { day: <Day day={receipt.complete_to} today={today} /> })}</p>
      <p class="soft">{t('log-limit')}</p>
      {receipt.accesses.some((access) => access.day !== null) && <Keep app={app} />}
    </>
  );
}

/** Folded away: such a file tells whoever finds it that she wrote. */
function Keep({ app }: { app: App }) {
  const keep = async (): Promise<void> => {
    for (const { entry, text } of (await app.mailbox.proofs()) ?? []) save(`${entry}.tlog-proof`, 'text/plain', text);
  };
  return (
    <details>
      <summary>{t('log-keep')}</summary>
      <p>{t('log-keep-what')}</p>
      <p>{t('log-save-warning')}</p>
      <p><Button quiet busy={app.mailbox.busy.value} press={() => void keep()}>{t('log-keep-do')}</Button></p>
    </details>
  );
}

function Wrong({ children }: { children: ComponentChildren }) {
  return <div role="alert"><Notice warm title={t('log-wrong-title')}>{children}</Notice></div>;
}

/** What was done, and by whom. */
function done(access: AccessView): string {
  const name = access.person ?? '';
  switch (access.act) {
    case 'thread.registered': return t('log-registered');
    case 'thread.erased': return t('log-erased');
    case 'thread.expired':
    case 'thread.erased_by_staff': return t('log-gone');
    case 'body.release':
    case 'case.release': return t('log-opened', { name });
    case 'attachment.release': return t('log-file', { name });
    case 'reply.sent': return t('log-answered', { name });
    case 'export.made': return t('log-copied', { name });
    case 'thread.given': return t('log-given', { name });
    case 'thread.taken_over':
    case 'thread.handed_over': return t('log-over', { name });
    case 'thread.stepped_aside': return t('log-aside', { name });
    case 'erased-body': return t('log-long-ago');
    default: return t('log-other', { name, act: access.act });
  }
}

/** What for, where that says more than what was done. */
function purpose({ purpose }: AccessView): string {
  switch (purpose) {
    case 'first_reading': return ` · ${t('log-for-first')}`;
    case 'follow_up': return ` · ${t('log-for-follow')}`;
    case 'handover': return ` · ${t('log-for-handover')}`;
    case 'legal_duty': return ` · ${t('log-for-duty')}`;
    default: return '';
  }
}

function wrong(problem: ProblemView): string {
  const [number, name] = [problem.number ?? 0, problem.person ?? ''];
  switch (problem.kind) {
    case 'gap': return t('log-wrong-gap', { number });
    case 'twice': return t('log-wrong-twice', { number });
    case 'unsigned': return t('log-wrong-unsigned', { number, name });
    case 'changed': return t('log-wrong-changed', { number });
    case 'unreadable': return t('log-wrong-unreadable', { number });
    case 'unopened': return t('log-wrong-unopened', { name });
    case 'unregistered': return t('log-wrong-unregistered');
    case 'dated': return t('log-wrong-dated', { number });
    case 'forked': return t('log-wrong-forked');
  }
}
