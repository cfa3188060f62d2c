// A file that stands in a conversation: its reader gets it when she asks for it, whole or not at all.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../components/live';
import { Failure, type MessageView, type Progress, type Reporter } from '../crypto/port';
import { save } from '../device/keep';
import { size_text } from '../text/size';
import { t } from '../text/text';
import { picture_type } from './picture';

interface Props {
  port: Pick<Reporter, 'fetch_file'>;
  token: string;
  /** Its place, from 1. */
  message: number;
  file: MessageView['attachments'][number];
  /** Whether somebody else sent it: it is looked at before anything of it is kept. */
  theirs: boolean;
}

export function Saved({ port, token, message, file, theirs }: Props) {
  const counted = useSignal<{ done: number; total: number } | null>(null);
  const fault = useSignal<'broken' | 'away' | null>(null);
  const saved = useSignal(false);
  const whole = useSignal<Uint8Array<ArrayBuffer> | null>(null);
  const picture = useSignal<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => {
    stop.current?.abort();
    if (picture.value !== null) URL.revokeObjectURL(picture.value);
  }, []);
  const keep = (bytes: Uint8Array<ArrayBuffer>): void => {
    save(file.name, file.media_type, bytes);
    saved.value = true;
    say(t('saved'));
  };
  const on = async (): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    counted.value = { done: 0, total: 1 };
    fault.value = null;
    const count = (progress: Progress): void => {
      if (progress.stage === 'count') counted.value = { done: progress.done, total: progress.total };
    };
    try {
      const bytes = await port.fetch_file(token, message, file.number, count, control.signal);
      const type = picture_type(bytes);
      // It came as she went, or said no: nothing of it is kept where nobody takes it away again.
      if (control.signal.aborted) counted.value = null;
      else if (!theirs) keep(bytes);
      else {
        whole.value = bytes;
        picture.value = type && URL.createObjectURL(new Blob([bytes], { type }));
        say(t('file-came'));
      }
    } catch (error) {
      const broken = error instanceof Failure && error.reason === 'distrust';
      if (!control.signal.aborted) fault.value = broken ? 'broken' : 'away';
    }
    counted.value = null;
  };
  const busy = counted.value !== null;
  const press = ({ detail }: MouseEvent): void => {
    // The second half of a double click is none of these.
    if (detail > 1) return;
    if (busy) stop.current?.abort();
    else if (whole.value) keep(whole.value);
    else void on();
  };
  return (
    <div class="saved">
      <p class="file-name"><b dir="auto">{file.name}</b> <span class="soft">{size_text(file.size)}</span></p>
      {counted.value && <progress aria-label={t('file-fetching')} max={counted.value.total} value={counted.value.done} />}
      <p class="row">
        {/* One button for all of its life: whoever pressed it keeps the focus, and may press again as soon as it says something else. */}
        <button type="button" class="plain" onClick={press}>
          <span class="labels">
            <span>{t(busy ? 'pass-stop' : saved.value ? 'saved' : whole.value || !theirs ? 'save' : 'file-fetch')} <span class="unseen">{file.name}</span></span>
          </span>
        </button>
      </p>
      {picture.value && <img src={picture.value} alt={t('file-picture', { name: file.name })} />}
      {whole.value && !saved.value && <p class="small">{t(picture.value ? 'file-only-here' : 'file-not-opened')}</p>}
      {saved.value && <p class="small">{t('file-saved-where')}</p>}
      {fault.value && <p class="fault-soft" role="alert">{t(`file-fetch-${fault.value}`)}</p>}
    </div>
  );
}
