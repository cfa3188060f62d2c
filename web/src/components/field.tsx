// One large field for words. Nothing typed in it is offered to spelling services or kept by the browser.

import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { locale, t } from '../text/text';
import { bytes_of, room_left } from './room';
import { say } from './live';

interface Props {
  id: string;
  value: Signal<string>;
  /** The page's question, already a heading. */
  label: ComponentChildren;
  hint?: ComponentChildren;
  fault?: string | undefined;
  /** Bytes that fit, less what else is sent with it. */
  most: number;
  /** Puts the cursor in it where no keyboard would slide over the page. */
  ready?: boolean;
}

const carets = new WeakMap<Signal<string>, number>();

export function TextField({ id, value, label, hint, fault, most, ready }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const free = document.activeElement === document.body || document.activeElement?.tagName === 'H1';
    if (ready && free && matchMedia('(hover: hover) and (pointer: fine)').matches) field.current?.focus();
  }, []);
  // Whoever comes back finds the caret where it was, as well as the text.
  useEffect(() => {
    const area = field.current;
    const caret = carets.get(value);
    if (area && caret !== undefined) area.setSelectionRange(caret, caret);
  }, []);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class={fault ? 'wrong' : undefined}>
      <label for={id}>{label}</label>
      {hint && <div class="hint" id={`${id}-hint`}>{hint}</div>}
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}
      <textarea id={id} name={id} ref={field} rows={6} dir="auto" spellcheck={false} autocomplete="off"
        aria-describedby={described || undefined} aria-invalid={fault ? 'true' : undefined}
        onBlur={(event) => carets.set(value, event.currentTarget.selectionStart)}
        value={value.value} onInput={(event) => (value.value = event.currentTarget.value)} />
      <Counter text={value.value} most={most} />
    </div>
  );
}

/** Silent while there is room; then in words, spoken once per step. */
function Counter({ text, most }: { text: string; most: number }) {
  const room = room_left(bytes_of(text), text.length, most);
  const spoken = useRef<number | null>(null);
  const words =
    room === null ? '' : room < 0 ? t('counter-over') : t('counter-left', { n: room.toLocaleString(locale()) });
  useEffect(() => {
    if (spoken.current !== room && words) say(words);
    spoken.current = room;
  }, [room]);
  return <p class="counter" aria-hidden="true">{words}</p>;
}
