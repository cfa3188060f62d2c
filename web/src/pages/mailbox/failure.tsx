// Why a deed in the mailbox did not work: what happened, what is safe, what to do now.

import { Notice } from '../../components/notice';
import { t } from '../../text/text';
import type { App } from '../app';

export function DeedFailure({ app }: { app: App }) {
  const failure = app.mailbox.failure.value;
  if (!failure) return null;
  const late = failure.problem === 'too-late';
  const key =
    late ? 'deed-late'
    : failure.reason === 'unacknowledged' ? 'deed-away'
    : failure.reason === 'erased' ? 'door-erased'
    : failure.reason === 'too-long' ? 'counter-over'
    : failure.reason === 'distrust' ? 'fail-distrust'
    : failure.reason === 'uncompiled' ? 'log-protected'
    : 'deed-fault';
  return <div role="alert"><Notice warm><p>{t(key)}</p></Notice></div>;
}
