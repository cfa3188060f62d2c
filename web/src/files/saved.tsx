// A file that stands in a conversation: its reader gets it when she asks for it, whole or not at all.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button';
import { say } from '../components/live';
import { Failure, type MessageView, type Progress, type Reporter } from '../crypto/port';
import { save } from '../device/keep';
import { size_text } from '../text/size';
import { t } from '../text/text';

interface Props {
  port: Pick<Reporter, 'fetch_file'>;
  token: string;
  /** Its place, from 1. */
  message: number;
  file: MessageView['attachments'][number];
}

export function Saved({ port, token, message, file }: Props) {
  const counted = useSignal<{ done: number; total: number } | null>(null);
  const fault = useSignal<'broken' | 'away' | null>(null);
  const saved = useSignal(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const on = async (): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    counted.value = { done: 0, total: 1 };
    fault.value = null;
    const count = (progress: Progress): void => {
      if (progress.stage === 'count') counted.value = { done: progress.done, total: progress.total };
    };
    try {
      save(file.name, file.media_type, await port.fetch_file(token, message, file.number, count, control.signal));
      saved.value = true;
      say(t('saved'));
    } catch (error) {
      const broken = error instanceof Failure && error.reason === 'distrust';
      if (!control.signal.aborted) fault.value = broken ? 'broken' : 'away';
    }
    counted.value = null;
  };
  const busy = counted.value !== null;
  return (
    <div class="saved">
      <p class="file-name"><b dir="auto">{file.name}</b> <span class="soft">{size_text(file.size)}</span></p>
      {counted.value && <progress aria-label={t('file-fetching')} max={counted.value.total} value={counted.value.done} />}
      <p class="row">
        {busy ? <Button plain press={() => stop.current?.abort()}>{t('pass-stop')} <span class="unseen">{file.name}</span></Button>
          : <Button plain press={() => void on()}>{saved.value ? t('saved') : t('save')} <span class="unseen">{file.name}</span></Button>}
      </p>
      {saved.value && <p class="small">{t('file-saved-where')}</p>}
      {fault.value && <p class="fault-soft" role="alert">{t(`file-fetch-${fault.value}`)}</p>}
    </div>
  );
}
