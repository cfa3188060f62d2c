// Writes down what is served, for whoever wants to check a site: `dist/site.txt`, which stands at `/site.txt`.
//
// First what it was made with, then a line for each file: SHA-256, bytes, address. Files count as they are before
// compression, pages as they are before the server fills their places.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const WEB = new URL('../', import.meta.url);
const DIST = new URL('dist/', WEB);

const version_of = (folder: string): string =>
  (JSON.parse(readFileSync(new URL(`${folder}package.json`, WEB), 'utf8')) as { version: string }).version;

/** Address and place of every file, compressed ones left out. */
function served(): [address: string, file: string][] {
  const names = (folder: string, ending: RegExp): string[] =>
    readdirSync(new URL(folder, DIST), { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));
  return [
    ...names('assets/', /(?<!\.(?:br|gz))$/).map((name): [string, string] => [`/assets/${name}`, `assets/${name}`]),
    ...names('pages/', /\.html$/).map((name): [string, string] => [`/site/${name}`, `pages/${name}`]),
  ].sort(([one], [other]) => (one < other ? -1 : 1));
}

const lines = served().map(([address, file]) => {
  const bytes = readFileSync(new URL(file, DIST));
  return `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length} ${address}`;
});
const made = [
  `micromoed ${version_of('')}`,
  // The modules carry the name of their compiler along.
  readFileSync(new URL('wasm/compiler.txt', WEB), 'utf8').trim(),
  `node ${process.versions.node}`,
  ...['binaryen', 'vite'].map((name) => `${name} ${version_of(`node_modules/${name}/`)}`),
];
writeFileSync(new URL('site.txt', DIST), `${[...made, '', ...lines].join('\n')}\n`);
