// Writes the types of the texts from the source language: `npm run texts`.

import { writeFileSync } from 'node:fs';
import { SOURCE } from '../src/text/languages';
import { read_entries, SCOPES, type Scope } from './fluent';

export function types_path(scope: Scope): string {
  return new URL(`../src/text/keys/${scope}.ts`, import.meta.url).pathname;
}

export function types_of(scope: Scope, faults: string[]): string {
  const name = `${scope.charAt(0).toUpperCase()}${scope.slice(1)}Texts`;
  const lines = [...read_entries(SOURCE, scope, faults)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { places }]) => `  '${key}': ${places.map((place) => `'${place}'`).join(' | ') || 'never'};`);
  return [`// Written by \`npm run texts\` from text/${SOURCE}/${scope}.ftl: the places of each key.`, '',
    `export interface ${name} {`, ...lines, '}', ''].join('\n');
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file:').href) {
  const faults: string[] = [];
  for (const scope of SCOPES) writeFileSync(types_path(scope), types_of(scope, faults));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
