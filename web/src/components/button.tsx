import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../text/text';

/** A second press within this time was an accident of the hand. */
const AGAIN_MS = 1000;
/** When anything was pressed that may have brought another page under the hand. */
export const pressed = { at: -AGAIN_MS };

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
    const second_half = event.detail > 1 && event.timeStamp - pressed.at < AGAIN_MS;
    if (busy || second_half || event.timeStamp - last.current < AGAIN_MS) return;
    last.current = pressed.at = event.timeStamp;
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
