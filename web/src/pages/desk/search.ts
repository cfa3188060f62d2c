// Search in cards and in what was opened: in memory, all words, accents and capitals aside.

import type { Listed } from './clocks';

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What of a thread can be found: its card, and its words where this sitting opened it. */
export function haystack(thread: Listed, label: (thread: Listed) => string): string {
  const opened = thread.opened;
  const parts = [label(thread), thread.line ?? '', thread.keeper ?? ''];
  if (opened !== undefined) {
    parts.push(...opened.case.themes, opened.case.unit ?? '');
    parts.push(...opened.messages.map((message) => message.text), ...opened.case.notes.map((note) => note.text));
  }
  return fold(parts.join('\n'));
}

/** Whether all words of `query`, folded, stand in `text`, folded. */
export function matches(text: string, query: string): boolean {
  return query.split(/\s+/).every((word) => text.includes(word));
}

export interface Found { threads: Listed[]; unopened: number }

/** Remembers the folded text of each thread until that thread changes: a letter typed costs no folding. */
export class Index {
  readonly #texts = new WeakMap<Listed, string>();
  readonly #label: (thread: Listed) => string;

  constructor(label: (thread: Listed) => string) {
    this.#label = label;
  }

  find(threads: readonly Listed[], typed: string): Found {
    const query = fold(typed.trim());
    if (query === '') return { threads: [...threads], unopened: 0 };
    const found = threads.filter((thread) => !thread.new && matches(this.#text(thread), query));
    return { threads: found, unopened: threads.filter((thread) => thread.new).length };
  }

  #text(thread: Listed): string {
    let text = this.#texts.get(thread);
    if (text === undefined) {
      text = haystack(thread, this.#label);
      this.#texts.set(thread, text);
    }
    return text;
  }
}

/** How well a deed's name answers to what was typed in the palette: 0 not at all, more is better. */
export function rank(name: string, typed: string): number {
  const [text, query] = [fold(name), fold(typed.trim())];
  if (query === '') return 1;
  if (text.startsWith(query)) return 4;
  if (text.split(/[\s:,]+/).some((word) => word.startsWith(query))) return 3;
  return matches(text, query) ? 2 : 0;
}
