// Words of one language, as components ask for them: `t('land-title')`. A change of language redraws what used them.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { AuditTexts } from './keys/audit';
import type { DeskTexts } from './keys/desk';
import type { ReporterTexts } from './keys/reporter';
import type { SharedTexts } from './keys/shared';
import { FACTS, SOURCE, type Language } from './languages';

export type Texts = SharedTexts & ReporterTexts & DeskTexts & AuditTexts;
export type Key = keyof Texts;
/** Keys without places. */
export type Plain = { [K in Key]: [Texts[K]] extends [never] ? K : never }[Key];
type Given<K extends Key, V> = [Texts[K]] extends [never] ? [] : [Record<Texts[K], V>];

interface Text {
  language: Language;
  bundle: FluentBundle;
}

const current = signal<Text>(make_text(SOURCE, []));

/** `sources` are Fluent files, the most particular first. */
export function make_text(language: Language, sources: string[]): Text {
  const bundle = new FluentBundle(FACTS[language].locale);
  // The first to say something is heard, since the most particular comes first.
  for (const source of sources) bundle.addResource(new FluentResource(source));
  return { language, bundle };
}

export function speak(text: Text): void {
  current.value = text;
}

export function language(): Language {
  return current.value.language;
}

export function locale(): string {
  return FACTS[language()].locale;
}

function format(key: string, given: Record<string, string | number> | undefined): string {
  const { bundle } = current.value;
  const pattern = bundle.getMessage(key)?.value;
  // A missing word is seen by the gate before it is seen by a person; its name is better than nothing.
  return pattern ? bundle.formatPattern(pattern, given ?? null, []) : key;
}

export function t<K extends Key>(key: K, ...[given]: Given<K, string | number>): string {
  return format(key, given);
}

// Private use: no text holds it, and it survives formatting.
const PLACE = /(\uE000\d+\uE001)/;

/** The text of a key with elements in its places: `rich('who', { name: <b>{name}</b> })`. */
export function rich<K extends Key>(key: K, given: Record<Texts[K], ComponentChildren>): ComponentChildren[] {
  const names = Object.keys(given) as Texts[K][];
  const marks = Object.fromEntries(names.map((name, index) => [name, `\uE000${index}\uE001`]));
  return format(key, marks)
    .split(PLACE)
    .map((part) => {
      if (!PLACE.test(part)) return part;
      const name = names[Number(part.slice(1, -1))];
      return name === undefined ? part : given[name];
    });
}
