// Notes among coaches: another column, a dashed edge, another verb. Nothing here can reach the reporter.

import { t } from '../../text/text';
import { leave_field } from './deeds';
import { aria_keys } from './keys';
import { Caps } from './parts';
import type { State } from './state';
import { failure_text } from './words';

export function Notes({ state, n }: { state: State; n: number }) {
  const { cases, session } = state;
  const text = cases.draft(n).note;
  const notes = cases.thread.value?.opened?.case.notes ?? [];
  const outcome = cases.outcome.value;
  const busy = cases.sending.value === 'note';
  return (
    <section class="notes" aria-labelledby="notes-name">
      <h2 id="notes-name">{t('desk-notes')}</h2>
      <p class="tiny" id="notes-never">{t('desk-notes-never')}</p>
      {notes.length === 0 && <p class="soft small">{t('desk-note-none')}</p>}
      {notes.map((note) => (
        <div class="memo" key={`${note.author}-${note.sequence}`}>
          <p class="who" dir="auto">{note.author}</p>
          <p class="human" dir="auto">{note.text}</p>
        </div>
      ))}
      <label class="unseen" for="note">{t('desk-note')}</label>
      <textarea id="note" rows={3} dir="auto" autocomplete="off" aria-describedby="notes-never"
        aria-keyshortcuts={aria_keys('note', session.mode.value)} value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); leave_field(); } }} />
      <button type="button" class="tool" aria-disabled={busy} onClick={() => void cases.save_note(n)}>
        <span>{t('desk-note-save')}</span> <Caps id="send" state={state} />
      </button>
      <p role="status" class="small">
        {busy && t('desk-note-saving')}
        {outcome?.n === n && outcome.where === 'note' && (
          outcome.what === 'saved' ? t('desk-note-saved') : outcome.failure && failure_text(outcome.failure)
        )}
      </p>
    </section>
  );
}
