// Bars that come by themselves: what can still be undone, the lock that nears, a server that is away.

import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { warn } from '../../components/live';
import { t } from '../../text/text';
import type { Act } from './case';
import { Caps, type Props } from './parts';
import { role_text, tick_text, told_text } from './words';
import type { Status } from '../../crypto/port';

/** First in the order of Tab while it lives; whoever is on it stops the clock. Notice and right end together. */
export function UndoBar({ state, deeds }: Props) {
  const { cases, session } = state;
  const seconds = useComputed(() => Math.ceil((cases.act.value?.left ?? 0) / 1_000));
  const act = cases.act.value;
  if (act === null) return null;
  const hold = (on: boolean) => (): void => void (cases.paused.value = on);
  return (
    <div class="undo" role="region" aria-label={t('desk-undo')} onPointerEnter={hold(true)} onPointerLeave={hold(false)}
      onFocusCapture={hold(true)} onBlurCapture={hold(false)}>
      <span role="status" class="unseen">{said(act, tick_text(session.tick(), session.today.value), 10)}</span>
      <span aria-hidden="true">{said(act, tick_text(session.tick(), session.today.value), seconds.value)}</span>
      <button type="button" class="tool" onClick={deeds.undo.run}>{t('desk-undo')} <Caps id="undo" state={state} /></button>
      <progress class="fuse" value={act.left} max={10_000} aria-hidden="true" />
    </div>
  );
}

function said(act: Act, when: string, seconds: number): string {
  switch (act.kind) {
    case 'reply': return t('desk-reply-held', { seconds });
    case 'status': return t('desk-triaged-status', { told: told_text(act.value as Status), when, seconds });
    case 'junk': return t('desk-triaged-junk', { count: act.count ?? 1 });
    case 'label': return t('desk-triaged', { label: t(`desk-label-${act.label ?? 'line'}`), value: act.value ?? '' });
  }
}

export function IdleBar({ state }: Pick<Props, 'state'>) {
  const { session, cases } = state;
  /** Changes once a minute, not once a second. */
  const minutes = useComputed(() => session.idle_left.value === null ? null : Math.ceil(session.idle_left.value / 60_000));
  const shown = minutes.value !== null;
  const replies = cases.drafts.count_replies();
  const notes = cases.drafts.count_notes();
  useEffect(() => {
    if (minutes.value !== null) warn(t('desk-idle', { minutes: minutes.value }));
  }, [minutes.value]);
  if (!shown || minutes.value === null) return null;
  return (
    <div class="top-bar warm" role="region" aria-label={t('desk-lock')}>
      <span>{t('desk-idle', { minutes: minutes.value })} {replies > 0 && t('desk-idle-drafts')} {notes > 0 && t('desk-idle-notes', { notes })}</span>
      <button type="button" class="tool" onClick={session.stir}>{t('desk-idle-stay')}</button>
    </div>
  );
}

/** Stays until somebody closes it: who reads here is not a thing to be missed. */
export function RosterBar({ state }: Pick<Props, 'state'>) {
  const { roster_changed } = state.session;
  const changed = roster_changed.value;
  if (changed === null) return null;
  return (
    <div class="top-bar warm" role="region" aria-label={t('desk-people')}>
      <div role="status">
        <p><b>{t('desk-roster-changed')}</b></p>
        <ul>
          {changed.added.map(({ id, name, role }) => <li key={id} dir="auto">{t('desk-roster-added', { name, role: role_text(role) })}</li>)}
          {changed.removed.map(({ id, name, role }) => <li key={id} dir="auto">{t('desk-roster-removed', { name, role: role_text(role) })}</li>)}
        </ul>
        <p class="small">{t('desk-roster-ask')}</p>
      </div>
      <button type="button" class="tool" onClick={() => (roster_changed.value = null)}>{t('desk-close')}</button>
    </div>
  );
}

export function OfflineBar({ state, deeds }: Props) {
  if (!state.session.offline.value) return null;
  return (
    <div class="top-bar warm" role="region" aria-label={t('desk-again')}>
      <span role="status">{t('desk-offline')}</span>
      <button type="button" class="tool" onClick={deeds.refresh.run}>{t('desk-again')}</button>
    </div>
  );
}
