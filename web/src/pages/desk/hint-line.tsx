// The two keys that matter here, at the foot of the list. Gone once both are known; `?` has them all.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../text/text';
import type { DeedId } from './keys';
import { Caps } from './parts';
import type { State } from './state';

const KNOWN_AFTER = 5;

type Place = 'list' | 'case' | 'reply' | 'note';

const HINTS: Record<Place, readonly [DeedId, DeedId]> = {
  list: ['next', 'open'], case: ['reply', 'next-for-me'], reply: ['send', 'leave'], note: ['send', 'leave'],
};

/** How often each was used, in this page's memory. */
const uses = signal<Partial<Record<DeedId, number>>>({});
const place = signal<Place>('list');

export function count_use(id: DeedId): void {
  const before = uses.value[id] ?? 0;
  if (before < KNOWN_AFTER) uses.value = { ...uses.value, [id]: before + 1 };
}

export function HintLine({ state }: { state: State }) {
  useEffect(() => {
    const look = (): void => {
      const at = document.activeElement;
      place.value = at?.id === 'reply' || at?.id === 'note' ? at.id : at?.closest('.case') ? 'case' : 'list';
    };
    look();
    addEventListener('focusin', look);
    return () => removeEventListener('focusin', look);
  }, []);
  const hints = HINTS[place.value].filter((id) => (uses.value[id] ?? 0) < KNOWN_AFTER);
  if (hints.length === 0 || state.session.mode.value === 'off') return null;
  return (
    <p class="hint-line" aria-hidden="true">
      {hints.map((id) => (
        <span key={id}>
          <Caps id={id} state={state} />{' '}
          {id === 'send' ? t(place.value === 'note' ? 'desk-note-save' : 'desk-reply-send') : t(`desk-do-${id}`)}
        </span>
      ))}
    </p>
  );
}
