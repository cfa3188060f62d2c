// Files on their way, after the text has arrived: how far each is, and what to do where it stopped.

import { useEffect } from 'preact/hooks';
import { Button } from '../components/button';
import { say } from '../components/live';
import { Notice } from '../components/notice';
import { t } from '../text/text';
import type { Batch } from './batch';
import { facts_of, name_of, Picture } from './chosen';
import type { Row } from './selection';

/** What to know of all of them. */
export function PassHead({ batch, token }: { batch: Batch; token: string }) {
  const rows = batch.goes();
  const arrived = rows.filter(({ stage }) => stage === 'arrived').length;
  const there = batch.begun.value && rows.length > 0;
  const warm = batch.broken.value || (!batch.working.value && arrived < rows.length);
  const { title, text } = heading_of(batch, rows.length - arrived);
  const ended = there && !batch.working.value ? title : '';
  useEffect(() => {
    if (ended) say(ended);
  }, [ended]);
  if (!there) return null;
  return (
    <Notice warm={warm} title={title}>
      <p>{text}</p>
      {batch.broken.value && <p><Button press={() => void batch.send(token)}>{t('pass-on')}</Button></p>}
    </Notice>
  );
}

/** Each of them, until all have arrived; or for good, where something that is pressed stands below and shall not move. */
export function PassRows({ batch, token, stay }: { batch: Batch; token: string; stay?: boolean }) {
  const rows = batch.goes();
  if (!batch.begun.value || (!stay && rows.every(({ stage }) => stage === 'arrived'))) return null;
  return (
    <ul class="files pass" aria-label={t('files-chosen')}>
      {rows.map((row, place) => (
        <li key={row.id} id={`pass-${row.id}`} tabIndex={-1} aria-label={name_of(row, place)}>
          <Passing batch={batch} row={row} place={place} token={token} />
        </li>
      ))}
    </ul>
  );
}

function heading_of(batch: Batch, left: number): { title: string; text: string } {
  if (batch.broken.value) return { title: t('pass-broken-title'), text: t('pass-broken') };
  if (batch.working.value) return { title: t('pass-title'), text: t('pass-open') };
  return left === 0 ? { title: t('pass-done-title'), text: t('pass-done') } : { title: t('pass-failed-title', { n: left }), text: t('pass-failed') };
}

function Passing({ batch, row, place, token }: { batch: Batch; row: Row; place: number; token: string }) {
  const { id, stage, counted, failure, slow } = row;
  const name = name_of(row, place);
  const of = <span class="unseen">{name}</span>;
  // The button that was pressed may be gone: the row is still there, or the one after it.
  const then = (deed: () => void): void => {
    const next = batch.goes()[place + 1] ?? batch.goes()[place - 1];
    deed();
    requestAnimationFrame(() => (document.getElementById(`pass-${id}`) ?? document.getElementById(`pass-${next?.id}`) ?? document.querySelector('h1'))?.focus());
  };
  const moves = stage === 'sealing' || stage === 'sending';
  const there = stage === 'sent' || stage === 'arrived';
  const total = counted?.total ?? 1;
  const percent = counted ? Math.floor((counted.done / counted.total) * 100) : 0;
  const words = stage === 'sending' ? t('pass-sending', { percent })
    : stage === 'failed' ? t(failure?.problem === 'no-room' ? 'pass-full' : failure?.reason === 'module' ? 'pass-heavy' : 'pass-fault')
    : stage === 'ready' || stage === 'cleaning' ? t('pass-waits')
    : t(`pass-${stage === 'sealing' || there ? stage : 'stopped'}`);
  return (
    <>
      <Picture row={row} />
      <div>
        <p class="file-name"><b>{name}</b> <span class="soft">{facts_of(row)}</span></p>
        {stage !== 'failed' && stage !== 'stopped' && <progress aria-label={name} max={total} value={there ? total : (counted?.done ?? 0)} />}
        <p class={stage === 'failed' ? 'fault-soft' : 'soft'}>{words}</p>
        {moves && slow && <p class="small">{t('sealing-protected')}</p>}
        <p class="row">
          {(moves || (stage === 'ready' && batch.working.value)) && <Button plain press={() => then(() => batch.stop(id))}>{t('pass-stop')} {of}</Button>}
          {(stage === 'failed' || stage === 'stopped') && (
            <>
              <Button plain press={() => then(() => batch.again(id, token))}>{t('pass-again')} {of}</Button>
              <Button plain press={() => then(() => batch.remove(id))}>{t('pass-without')} {of}</Button>
            </>
          )}
        </p>
      </div>
    </>
  );
}
