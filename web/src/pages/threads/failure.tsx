// Why it was not sent: what happened, what is safe, what to do now.

import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import type { Reason } from '../../crypto/port';
import { copy } from '../../device/keep';
import { t, type Plain } from '../../text/text';
import type { App } from '../app';
import { Routes } from '../organisations/routes';

const KEYS: Partial<Record<Reason, Plain>> = {
  unacknowledged: 'fail-unsure',
  problem: 'fail-problem',
  'no-recipient': 'fail-nobody',
  'too-long': 'fail-long',
  newer: 'fail-newer',
  module: 'fail-module',
  distrust: 'fail-distrust',
};

export function SendFailure({ app }: { app: App }) {
  const { failure } = app.sender.state.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the page's heading, where the page came back with the failure.
    const frame = requestAnimationFrame(() => failure && box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [failure]);
  if (!failure) return null;
  const elsewhere = failure.reason === 'module' || failure.reason === 'distrust' || failure.reason === 'newer';
  return (
    <div class="failure" tabIndex={-1} ref={box}>
      <div role="alert">
        <Notice warm title={t(failure.reason === 'unacknowledged' ? 'fail-title-unsure' : 'fail-title')}>
          <p><b>{t('fail-safe')}</b></p>
          <p>{t(KEYS[failure.reason] ?? 'fail-fault')}</p>
        </Notice>
      </div>
      <CopyText app={app} />
      {elsewhere && <Routes />}
    </div>
  );
}

/** A text that cannot be sent belongs to her all the same. */
export function CopyText({ app }: { app: App }) {
  const copied = useSignal<boolean | null>(null);
  return (
    <>
      <p>
        <Button quiet press={() => void copy(app.draft.compose()).then((well) => (copied.value = well))}>
          {copied.value ? t('copied') : t('fail-copy')}
        </Button>
      </p>
      {copied.value === false && <p>{t('fail-copy-not')}</p>}
    </>
  );
}
