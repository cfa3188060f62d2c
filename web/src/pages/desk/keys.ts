// The one table behind keys, the sheet under `?`, the palette and `aria-keyshortcuts`. Pure: no page, no events kept.

export type Group = 'move' | 'case' | 'label' | 'go' | 'desk';
export type Mode = 'plain' | 'ctrl' | 'off';

interface Row {
  id: string;
  group: Group;
  /** `j`, `Shift+H`, `Mod+k`, `g d`; the first is the one that is shown. */
  keys: readonly string[];
}

export const DEEDS = [
  { id: 'next', group: 'move', keys: ['j', 'ArrowDown'] },
  { id: 'previous', group: 'move', keys: ['k', 'ArrowUp'] },
  { id: 'first', group: 'move', keys: ['Home'] },
  { id: 'last', group: 'move', keys: ['End'] },
  { id: 'open', group: 'move', keys: ['Enter'] },
  { id: 'next-for-me', group: 'move', keys: ['n'] },
  { id: 'back-to-previous', group: 'move', keys: ['['] },
  { id: 'leave', group: 'move', keys: ['Escape'] },
  { id: 'mark', group: 'move', keys: ['x'] },
  { id: 'mark-next', group: 'move', keys: ['Shift+ArrowDown'] },
  { id: 'mark-previous', group: 'move', keys: ['Shift+ArrowUp'] },
  { id: 'open-all', group: 'move', keys: ['Shift+O'] },
  { id: 'reply', group: 'case', keys: ['r'] },
  { id: 'note', group: 'case', keys: ['i'] },
  { id: 'send', group: 'case', keys: ['Mod+Enter'] },
  { id: 'close-case', group: 'case', keys: ['e'] },
  { id: 'junk', group: 'case', keys: ['#'] },
  { id: 'print-case', group: 'case', keys: ['Shift+P'] },
  { id: 'category', group: 'label', keys: ['c'] },
  { id: 'severity', group: 'label', keys: ['u'] },
  { id: 'urgency', group: 'label', keys: ['w'] },
  { id: 'status', group: 'label', keys: ['s'] },
  { id: 'flags', group: 'label', keys: ['f'] },
  { id: 'keeper', group: 'label', keys: ['a'] },
  { id: 'line', group: 'label', keys: ['l'] },
  { id: 'themes', group: 'label', keys: ['t'] },
  { id: 'unit', group: 'label', keys: ['d'] },
  { id: 'go-today', group: 'go', keys: ['g d'] },
  { id: 'go-me', group: 'go', keys: ['g w'] },
  { id: 'go-reporter', group: 'go', keys: ['g r'] },
  { id: 'go-aftercare', group: 'go', keys: ['g n'] },
  { id: 'go-closed', group: 'go', keys: ['g a'] },
  { id: 'go-all', group: 'go', keys: ['g l'] },
  { id: 'go-people', group: 'go', keys: ['g p'] },
  { id: 'search', group: 'desk', keys: ['/'] },
  { id: 'palette', group: 'desk', keys: ['Mod+k'] },
  { id: 'undo', group: 'desk', keys: ['z'] },
  { id: 'refresh', group: 'desk', keys: ['.'] },
  { id: 'help', group: 'desk', keys: ['?'] },
  { id: 'hide', group: 'desk', keys: ['Shift+H'] },
  { id: 'lock', group: 'desk', keys: ['Shift+L'] },
  { id: 'poster', group: 'desk', keys: [] },
  { id: 'first-day', group: 'desk', keys: [] },
] as const satisfies readonly Row[];

export type DeedId = (typeof DEEDS)[number]['id'];

/** What of a keyboard event decides. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** How long the second key of `g d` may take. */
const PATIENCE = 1_000;

/** The chord as the table writes it; a sign that Shift makes (`?`, `#`) is written without Shift. */
export function chord(press: Press): string {
  const { key } = press;
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  // On many keyboards `[` and `#` are made with AltGr, which some systems report as Ctrl and Alt together.
  if (key.length === 1 && !letter && press.altKey && press.ctrlKey) return key;
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('Mod');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey && (letter || key.length > 1)) parts.push('Shift');
  const shifted = press.shiftKey && letter && parts.at(-1) === 'Shift';
  parts.push(letter ? (shifted ? key.toUpperCase() : key.toLowerCase()) : key);
  return parts.join('+');
}

const always = (keys: string): boolean => keys.startsWith('Mod+');
/** What every list and every desk does: it lives with any setting, and comes before what the setting allows. */
const fixed = (keys: string): boolean => always(keys) || /^(Shift\+)?(Arrow|Home|End|Enter|Escape)/.test(keys);

function row_with(fits: (keys: string) => boolean): { id: DeedId; keys: string } | null {
  for (const { id, keys } of DEEDS) {
    for (const wanted of keys) if (fits(wanted)) return { id, keys: wanted };
  }
  return null;
}

/** Turns presses into deeds; remembers the first half of a sequence and nothing else. */
export class Keys {
  mode: Mode = 'plain';
  #first = '';
  #since = 0;

  /** `writing`: the caret is in a field, where only chords with Ctrl or ⌘ count. */
  deed(press: Press, writing: boolean, now: number): DeedId | null {
    const pressed = chord(press);
    const found = this.#find(pressed, now);
    if (found === null) return null;
    const { id, keys } = found;
    if (always(keys)) return id;
    return writing ? null : id;
  }

  #find(pressed: string, now: number): { id: DeedId; keys: string } | null {
    const first = now - this.#since <= PATIENCE ? this.#first : '';
    this.#first = '';
    const bare = this.#bare(pressed);
    const found = row_with((wanted) => fixed(wanted) && wanted === pressed)
      ?? row_with((wanted) => !fixed(wanted) && bare !== null && wanted === (first === '' ? bare : `${first} ${bare}`));
    if (found !== null) return found;
    if (bare !== null && DEEDS.some(({ keys }) => keys.some((wanted) => wanted.startsWith(`${bare} `)))) {
      [this.#first, this.#since] = [bare, now];
    }
    return null;
  }

  /** The chord without what the setting asks for in front; null where it is not there. */
  #bare(pressed: string): string | null {
    if (this.mode === 'off') return null;
    if (this.mode === 'plain') return pressed;
    return pressed.startsWith('Mod+') ? pressed.slice('Mod+'.length) : null;
  }
}

/** Not to be had with Ctrl: the browser keeps three for itself, and the palette has the fourth. */
const TAKEN = new Set(['n', 't', 'w', 'k']);

/** What is shown for a deed under a setting, key cap by key cap; empty where nothing calls it. */
export function caps(id: DeedId, mode: Mode, mac = false): string[] {
  const keys: readonly string[] = DEEDS.find((deed) => deed.id === id)?.keys ?? [];
  const taken = (key: string): boolean => mode === 'ctrl' && key.split(' ').some((part) => TAKEN.has(part));
  const works = keys.find((key) => fixed(key) || (mode !== 'off' && !taken(key)));
  if (works === undefined) return [];
  const front = mode === 'ctrl' && !fixed(works) ? 'Mod+' : '';
  return works.split(' ').map((key) => pretty(`${front}${key}`, mac));
}

function pretty(keys: string, mac: boolean): string {
  const names: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl', ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Escape: 'Esc', Shift: '⇧',
  };
  const parts = keys.split('+').map((part) => names[part] ?? part);
  // A capital says Shift by itself.
  if (parts.length === 2 && parts[0] === '⇧' && /^[A-Z]$/.test(parts[1] ?? '')) return parts[1] ?? '';
  return parts.length === 1 ? keys.length === 1 ? keys : parts.join('')
    : parts.map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(' ');
}

/** For `aria-keyshortcuts`; undefined where no key calls the deed. */
export function aria_keys(id: DeedId, mode: Mode): string | undefined {
  const keys: readonly string[] = DEEDS.find((deed) => deed.id === id)?.keys ?? [];
  const chords = keys.filter((key) => !key.includes(' ') && (fixed(key) || mode !== 'off'));
  const said = chords.map((key) => (mode === 'ctrl' && !fixed(key) ? `Mod+${key}` : key).replace('Mod', 'Control'));
  return said.length === 0 ? undefined : said.join(' ');
}
