// What is wrong, on top of the page: it takes the focus, and its links lead to the fields.

import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text/text';

export interface Wrong {
  /** Id of the field. */
  field: string;
  text: string;
}

export function Summary({ wrong, turn }: { wrong: Wrong[]; turn: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [turn]);
  if (wrong.length === 0) return null;
  return (
    <div class="summary" tabIndex={-1} ref={box}>
      {/* Inside, not on the box itself: focus and alert would race. */}
      <div role="alert">
        <h2>{t('summary-title')}</h2>
        <ul>
          {wrong.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`} onClick={(event) => lead_to(event, field)}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function lead_to(event: MouseEvent, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  // The question first, or a phone's keyboard would hide it.
  const label = field?.closest('fieldset') ?? document.querySelector(`label[for="${id}"]`) ?? field;
  label?.scrollIntoView();
  field?.focus({ preventScroll: true });
}
