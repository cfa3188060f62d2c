// A field with a list under it: type to narrow, arrows to move, Enter to take. The palette and every label use it.

import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../../text/text';
import { rank } from './search';

export interface Item {
  id: string;
  text: string;
  /** Under or beside the name. */
  more?: ComponentChildren;
  on?: boolean;
}

interface Props {
  label: string;
  items: Item[];
  pick: (id: string) => void;
  none: string;
  multiple?: boolean;
}

export function Combo({ label, items, pick, none, multiple = false }: Props) {
  const typed = useSignal('');
  const place = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const ranked = items
    .map((item) => ({ item, rank: rank(item.text, typed.value) }))
    .filter(({ rank: found }) => found > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ item }) => item);
  const at = Math.min(place.value, ranked.length - 1);

  function on_key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      place.value = Math.max(0, Math.min(ranked.length - 1, at + step));
      list.current?.children[place.value]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const item = ranked[at];
      if (item !== undefined) pick(item.id);
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <div class="combo">
      <label class="unseen" for="combo">{label}</label>
      <input id="combo" type="text" role="combobox" autocomplete="off" spellcheck={false} aria-expanded="true"
        aria-controls="combo-list" aria-autocomplete="list" placeholder={label} autofocus
        aria-activedescendant={ranked[at] === undefined ? undefined : `combo-${ranked[at].id}`}
        value={typed.value} onKeyDown={on_key}
        onInput={(event) => { typed.value = event.currentTarget.value; place.value = 0; }} />
      <div id="combo-list" role="listbox" aria-label={label} aria-multiselectable={multiple} class="combo-list" ref={list}>
        {ranked.map((item, n) => (
          <div key={item.id} id={`combo-${item.id}`} role="option" aria-selected={item.on ?? false}
            class={n === at ? 'option here' : 'option'} onClick={() => pick(item.id)}
            onPointerMove={() => { if (place.value !== n) place.value = n; }}>
            <span class="tick" aria-hidden="true">{item.on ? '✓' : ''}</span>
            <span class="option-text">{item.text}</span>
            {item.more}
          </div>
        ))}
      </div>
      {ranked.length === 0 && <p class="hint" role="status">{none}</p>}
      <p class="unseen">{t('desk-label-find')}</p>
    </div>
  );
}
