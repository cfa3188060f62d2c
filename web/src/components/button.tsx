import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../text/text';

/** A second press within this time was an accident of the hand. */
const AGAIN_MS = 1000;
/** Whether the click before this one was on something that may bring another page under the hand. */
const clicks = { before: false, last: false };
if (typeof document !== 'undefined') {
  document.addEventListener('click', ({ target }) => {
    clicks.before = clicks.last;
    clicks.last = target instanceof Element && target.closest('a, button') !== null;
  }, { capture: true });
}

interface Props {
  children: ComponentChildren;
  press: () => void;
  /** Not the main deed of the page. */
  quiet?: boolean;
  /** Looks like a link. */
  plain?: boolean;
  wide?: boolean;
  busy?: boolean;
  describedby?: string;
  id?: string;
}

export function Button({ children, press, quiet, plain, wide, busy, describedby, id }: Props) {
  const last = useRef(-AGAIN_MS);
  const on_press = (event: MouseEvent): void => {
    // The second half of a double click may land on the next page's button. `detail` alone does not tell: a quick finger
    // that goes from a field to a button counts two as well.
    const second_half = event.detail > 1 && clicks.before;
    if (busy || second_half || event.timeStamp - last.current < AGAIN_MS) return;
    last.current = event.timeStamp;
    press();
  };
  const look = plain ? 'plain' : `button${quiet ? ' quiet' : ''}${wide ? ' wide' : ''}`;
  return (
    <button type="button" id={id} class={look} aria-disabled={busy ? 'true' : undefined} aria-describedby={describedby}
      onClick={on_press}>
      {/* Both labels lie in one cell, so that the button keeps its width. */}
      <span class="labels">
        <span class={busy ? 'away' : undefined}>{children}</span>
        {busy && <span>{t('busy')}</span>}
      </span>
    </button>
  );
}
