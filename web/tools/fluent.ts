// Reads the Fluent files: which keys a language has, and which places each key has.

import { readFileSync } from 'node:fs';
import { FluentParser, Message, Visitor, type VariableReference } from '@fluent/syntax';
import type { Language } from '../src/text/languages';

export const SCOPES = ['shared', 'reporter', 'desk', 'audit'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Entry {
  places: string[];
  /** The text as it stands in the file. */
  raw: string;
}

export function path_of(language: Language, scope: Scope): string {
  return new URL(`../text/${language}/${scope}.ftl`, import.meta.url).pathname;
}

export function read_source(language: Language, scope: Scope): string {
  return readFileSync(path_of(language, scope), 'utf8');
}

/** Entries by key; `faults` takes what is no Fluent, or stands there twice. */
export function read_entries(language: Language, scope: Scope, faults: string[]): Map<string, Entry> {
  const source = read_source(language, scope);
  const entries = new Map<string, Entry>();
  for (const entry of new FluentParser().parse(source).body) {
    if (entry.type === 'Junk') faults.push(`${language}/${scope}.ftl: no Fluent: ${source.slice(entry.span!.start, entry.span!.end).slice(0, 80)}`);
    if (!(entry instanceof Message) || entry.value === null) continue;
    const places = new Set<string>();
    const visitor = new (class extends Visitor {
      override visitVariableReference(node: VariableReference): void {
        places.add(node.id.name);
      }
    })();
    visitor.visit(entry);
    if (entries.has(entry.id.name)) faults.push(`${language}/${scope}.ftl: ${entry.id.name} stands there twice`);
    const raw = source.slice(entry.value.span!.start, entry.value.span!.end);
    entries.set(entry.id.name, { places: [...places].sort(), raw });
  }
  return entries;
}
