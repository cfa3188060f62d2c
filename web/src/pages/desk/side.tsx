// What a case is filed under, its two legal clocks, and who can read it.

import type { ComponentChildren } from 'preact';
import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { promised, type Listed } from './clocks';
import { aria_keys } from './keys';
import type { Label, Line } from './labels';
import { Caps } from './parts';
import type { State } from './state';
import { category_text, flag_text, severity_text, status_text, urgency_text } from './words';

export function Side({ state, thread }: { state: State; thread: Listed }) {
  const { session } = state;
  const file = thread.opened?.case;
  if (file === undefined) return null;
  const today = session.today.value;
  const choose = (label: Label): void => void (session.sheet.value = { name: 'choose', label });
  const write = (line: Line): void => void (session.sheet.value = { name: 'write', line });
  const row = { state };
  return (
    <section class="side" aria-labelledby="side-name">
      <h2 id="side-name" class="unseen">{t('desk-triage')}</h2>
      <Label {...row} label="status" run={() => choose('status')} big>{status_text(file.status ?? thread.status)}</Label>
      <dl class="clocks">
        <div>
          <dt>{t('desk-clock-answer')}</dt>
          <dd>{file.answered !== null ? t('desk-clock-answered', { day: day_text(file.answered, today) })
            : file.answer_by !== null && <Due by={file.answer_by} what="answer" today={today} />}</dd>
        </div>
        <div>
          <dt>{t('desk-clock-feedback')}</dt>
          <dd><Due by={file.feedback_by} what="feedback" today={today} /></dd>
        </div>
      </dl>
      <Label {...row} label="category" run={() => choose('category')}>{category_text(file.category)}</Label>
      <Label {...row} label="severity" run={() => choose('severity')}>{severity_text(file.severity)}</Label>
      <Label {...row} label="urgency" run={() => choose('urgency')}>{urgency_text(file.urgency)}</Label>
      <Label {...row} label="flags" run={() => choose('flags')}>
        {file.flags.length > 0 && file.flags.map((flag) => flag_text(flag)).join(' · ')}
      </Label>
      <Label {...row} label="keeper" run={() => choose('keeper')}>{file.keeper}</Label>
      <Label {...row} label="line" run={() => write('line')}>{file.line}</Label>
      <Label {...row} label="themes" run={() => write('themes')}>{file.themes.join(', ')}</Label>
      <Label {...row} label="unit" run={() => write('unit')}>{file.unit}</Label>
      <dl class="readers">
        <div><dt>{t('desk-readers')}</dt><dd dir="auto">{file.readers.join(', ')}</dd></div>
        {file.excluded.length > 0 && <div><dt>{t('desk-excluded')}</dt><dd dir="auto">{file.excluded.join(', ')}</dd></div>}
      </dl>
    </section>
  );
}

function Due({ by, what, today }: { by: string; what: 'answer' | 'feedback'; today: string }) {
  const { tone } = promised(what, by, today);
  const day = day_text(by, today);
  return (
    <span class={tone === 'calm' ? undefined : 'warm-text'}>
      {tone === 'late' ? t('desk-clock-late', { day }) : t('desk-clock-answer-by', { day })}
    </span>
  );
}

function Label({ state, label, run, children, big = false }: {
  state: State; label: Label | Line; run: () => void; children: ComponentChildren; big?: boolean;
}) {
  const name = t(`desk-label-${label}`);
  return (
    <button type="button" class={big ? 'filed big' : 'filed'} onClick={run}
      aria-keyshortcuts={aria_keys(label, state.session.mode.value)}>
      <span class="filed-name">{name} <Caps id={label} state={state} /></span>
      <span class="filed-value" dir="auto">{children || <i class="soft">{t('desk-label-none')}</i>}</span>
    </button>
  );
}
