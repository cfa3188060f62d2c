// The box whose words the reporter reads. The box for notes is another one, elsewhere, with another verb.

import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../../text/text';
import { Button } from '../../components/button';
import { leave_field } from './deeds';
import { Enclose } from './enclose';
import { Caps, type Props } from './parts';
import { aria_keys } from './keys';
import { find_hole, has_link, room } from './room';
import { failure_text, tick_text } from './words';

const TEMPLATES = ['thanks', 'heavy', 'recognisable', 'other-way', 'about-coach', 'feedback', 'silence'] as const;
/** So much of a note, pasted, is asked about. */
const LIKE_A_NOTE = 20;

export function Reply({ state, n }: Props & { n: number }) {
  const { cases, session } = state;
  const text = cases.draft(n).reply;
  const box = useRef<HTMLTextAreaElement>(null);
  const fault = useSignal<'hole' | 'empty' | 'over' | null>(null);
  /** What was pasted and stands in a note, word for word. */
  const pasted = useSignal<string | null>(null);
  const full = useComputed(() => room(text.value));
  const outcome = cases.outcome.value;
  const kept = cases.drafts.said.value;
  const name = session.view.value?.me?.name ?? '';
  const when = tick_text(session.tick(), session.today.value);
  const busy = cases.sending.value === 'reply';

  function put_in(template: string): void {
    const area = box.current;
    if (area === null) return;
    const at = area.selectionStart;
    cases.drafts.typed(n, text.value.slice(0, at) + template + text.value.slice(area.selectionEnd));
    queueMicrotask(() => {
      area.value = text.value;
      select_hole(at);
    });
  }

  function select_hole(from: number): void {
    const area = box.current;
    const hole = find_hole(text.value.slice(from)) ?? find_hole(text.value);
    if (area === null) return;
    area.focus();
    if (hole === null) return;
    const start = text.value.indexOf('[…]', from) >= 0 ? text.value.indexOf('[…]', from) : hole.from;
    area.setSelectionRange(start, start + 3);
  }

  function send(): void {
    const alone = cases.enclosed.of(n).goes().length === 0;
    fault.value = text.value.trim() === '' && alone ? 'empty' : find_hole(text.value) !== null ? 'hole' : full.value.over ? 'over' : null;
    if (fault.value === null) cases.send(n);
    else if (fault.value === 'hole') select_hole(0);
    else box.current?.focus();
  }

  function on_paste(event: ClipboardEvent): void {
    const paste = event.clipboardData?.getData('text/plain').trim() ?? '';
    const notes = cases.thread.value?.opened?.case.notes ?? [];
    const from_note = paste.length >= LIKE_A_NOTE && notes.some((note) => note.text.includes(paste));
    if (from_note) pasted.value = paste;
  }

  return (
    <section class="reply" aria-labelledby="reply-name">
      <h2 id="reply-name">{t('desk-reply')}</h2>
      <p class="reply-line" id="reply-line">{t('desk-reply-line', { name, when })}</p>
      <label class="unseen" for="reply">{t('desk-reply')}</label>
      <textarea id="reply" ref={box} dir="auto" rows={5} autocomplete="off" aria-describedby="reply-line reply-fault"
        aria-invalid={fault.value !== null} aria-keyshortcuts={aria_keys('reply', session.mode.value)}
        value={text.value} onPaste={on_paste}
        onInput={(event) => { cases.drafts.typed(n, event.currentTarget.value); fault.value = null; }}
        onBlur={() => void cases.drafts.left(n)}
        onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); leave_field(); } }} />
      <p class="fault" id="reply-fault" role="alert">
        {fault.value === 'hole' ? t('desk-reply-hole') : fault.value === 'empty' ? t('desk-reply-empty')
          : fault.value === 'over' ? t('desk-reply-over') : ''}
      </p>
      {pasted.value !== null && (
        <div class="notice warm" role="alert">
          <p>{t('desk-reply-pasted')}</p>
          <div class="row-of">
            <button type="button" class="tool" onClick={() => (pasted.value = null)}>{t('desk-reply-pasted-yes')}</button>
            <button type="button" class="tool" onClick={() => {
              cases.drafts.typed(n, text.value.replace(pasted.value ?? '', ''));
              pasted.value = null;
            }}>{t('desk-reply-pasted-no')}</button>
          </div>
        </div>
      )}
      {has_link(text.value) && <p class="tiny">{t('desk-reply-link')}</p>}
      {full.value.shown && (
        <p class="room">
          <progress value={Math.min(full.value.size, full.value.most)} max={full.value.most} aria-label={t('desk-reply')} />
          {t('desk-reply-room', { percent: Math.round(full.value.share * 100), most: Math.round(full.value.most / 1_000) })}
        </p>
      )}
      <Enclose state={state} n={n} />
      <div class="reply-foot">
        <label class="unseen" for="template">{t('desk-reply-template')}</label>
        <select id="template" value="" onChange={(event) => {
          const name = TEMPLATES.find((template) => template === event.currentTarget.value);
          event.currentTarget.value = '';
          if (name !== undefined) put_in(t(`desk-template-${name}-text`));
        }}>
          <option value="">{t('desk-reply-template-none')}</option>
          {TEMPLATES.map((template) => <option key={template} value={template}>{t(`desk-template-${template}`)}</option>)}
        </select>
        <Button id="send" press={send} busy={busy}>{t('desk-reply-send')} <Caps id="send" state={state} /></Button>
      </div>
      <div role="status" class="reply-said">
        {busy && t('desk-reply-sending')}
        {outcome?.n === n && outcome.where === 'reply' && (
          outcome.what === 'failed' ? <>{t('desk-reply-failed')} {outcome.failure && failure_text(outcome.failure)}</>
            : outcome.what === 'taken-back' ? <>{t('desk-taken-back')}{outcome.files && <> {t('desk-taken-back-files')}</>}</>
              : session.tick() === null ? t('desk-reply-sent-now') : t('desk-reply-sent', { when })
        )}
        {!busy && kept?.n === n && outcome?.where !== 'reply' && (
          kept.failure === null ? t('desk-draft-kept') : <>{t('desk-draft-failed')} {failure_text(kept.failure)}</>
        )}
      </div>
    </section>
  );
}
