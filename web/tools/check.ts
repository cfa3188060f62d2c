// What a page must never be: a missing word, a promise we do not make, ink one cannot read, a slow first visit.
// `npm run check`; after a build it also weighs what was built.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chain, LANGUAGES, SOURCE, type Language } from '../src/text/languages';
import { contrast_faults } from './contrast';
import { read_entries, SCOPES, type Entry, type Scope } from './fluent';
import { faults_of_text } from './rules';
import { types_of, types_path } from './texts';

const WEB = new URL('..', import.meta.url).pathname;
const faults: string[] = [];

/** Every key of a language, with what it falls back on. */
function whole(language: Language, scope: Scope): Map<string, Entry> {
  return new Map([...chain(language)].reverse().flatMap((step) => [...read_entries(step, scope, faults)]));
}

function check_texts(): void {
  for (const scope of SCOPES) {
    const source = read_entries(SOURCE, scope, faults);
    if (readFileSync(types_path(scope), 'utf8') !== types_of(scope, faults)) faults.push(`${scope}: run \`npm run texts\``);
    for (const language of LANGUAGES) {
      const own = read_entries(language, scope, faults);
      const all = whole(language, scope);
      for (const [key, { places }] of source) {
        const there = all.get(key);
        if (!there) faults.push(`${language}/${scope}: ${key} is missing`);
        else if (there.places.join() !== places.join()) {
          faults.push(`${language}/${scope}: ${key} has the places [${there.places.join(', ')}], not [${places.join(', ')}]`);
        }
      }
      for (const [key, { raw }] of own) {
        if (!source.has(key)) faults.push(`${language}/${scope}: ${key} is not in the source`);
        faults.push(...faults_of_text(language, key, raw).map((fault) => `${language}/${scope}: ${key} ${fault}`));
      }
    }
  }
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) && !path.includes('/text/keys/') ? [path] : [];
  });
}

/** A key nobody asks for is a text nobody reads; one put together (`topic-${…}`) counts for all that begin so. */
function check_use(): void {
  const code = [...sources(join(WEB, 'src')), ...sources(join(WEB, 'tools'))].map((path) => readFileSync(path, 'utf8')).join('\n');
  const asked = new Set([...code.matchAll(/'([a-z0-9_-]+)'/g)].map(([, key]) => key ?? ''));
  const patterns = [...code.matchAll(/`([a-z0-9-]*)(\$\{[^`]*)`/g)]
    .map(([, start = '', rest = '']) => start + rest)
    .filter((text) => /^[a-z][a-z-]*-\$\{/.test(text))
    .map((text) => new RegExp(`^${text.replace(/\$\{[^}]*\}/g, '[A-Za-z0-9_-]+')}$`));
  for (const scope of SCOPES) {
    for (const key of read_entries(SOURCE, scope, faults).keys()) {
      if (!asked.has(key) && !patterns.some((pattern) => pattern.test(key))) faults.push(`${scope}: nobody asks for ${key}`);
    }
  }
}

/** Things a reporter's page may not do, wherever they are written. */
function check_code(): void {
  const never = [/dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/, /localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker/, /\bstyle="/];
  for (const path of sources(join(WEB, 'src'))) {
    const text = readFileSync(path, 'utf8');
    for (const pattern of never) {
      const found = pattern.exec(text);
      if (found) faults.push(`${path.slice(WEB.length)} uses ${found[0]}`);
    }
    const lines = text.split('\n').length;
    if (lines > 400) faults.push(`${path.slice(WEB.length)} has ${lines} lines`);
  }
}

function check_crisis(): void {
  const crisis = JSON.parse(readFileSync(join(WEB, 'text/crisis.json'), 'utf8')) as { verified_on: string; review_after: string; lines: Record<string, unknown> };
  for (const language of LANGUAGES) if (!crisis.lines[language]) faults.push(`crisis.json: no lines for ${language}`);
  if (new Date().toISOString().slice(0, 10) > crisis.review_after) console.warn(`crisis.json was to be reviewed after ${crisis.review_after}: call the numbers, then date it anew`);
}

const size = (path: string): number =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The first visit of a reporter: the page, and everything it names. */
function check_sizes(): void {
  const dist = join(WEB, 'dist');
  if (!existsSync(join(dist, 'pages'))) return void console.log('sizes: nothing is built');
  for (const language of LANGUAGES) {
    const path = join(dist, 'pages', language, 'report.html');
    const html = readFileSync(path, 'utf8');
    const files = [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? ''))];
    const sum = (ending: string): number => files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + size(join(dist, file)), 0);
    const [js, css, ftl, page] = [sum('.js'), sum('.css'), sum('.ftl'), size(path)];
    const total = js + css + ftl + page;
    const requests = files.length + 1;
    console.log(`${language}: page ${page}, script ${js}, style ${css}, words ${ftl}: ${total} bytes in ${requests} requests (brotli 11)`);
    if (js > 35_000) faults.push(`${language}: ${js} bytes of script`);
    if (css > 15_000) faults.push(`${language}: ${css} bytes of style`);
    if (total > 60_000) faults.push(`${language}: ${total} bytes for the first page`);
    if (requests > 8) faults.push(`${language}: ${requests} requests for the first page`);
    if (/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/.test(html)) faults.push(`${language}: something inline`);
  }
}

/**
 * Module, what it may weigh today (the heavier of the two compilers, and a little), and what it is to weigh: see
 * `client/wasm/README.md` for what is left to take off.
 */
const MODULES = [
  ['report', 59_500, 60_000], ['mailbox', 59_000, 60_000], ['files', 60_000, 60_000], ['receipt', 70_000, 70_000],
  ['strip', 19_000, 60_000], ['desk', 129_500, 70_000], ['office', 133_000, 70_000], ['words', 30_500, 60_000],
] as const;

function check_modules(): void {
  for (const [name, most, aim] of MODULES) {
    const path = join(WEB, `wasm/${name}.wasm`);
    if (!existsSync(path)) return void console.log('modules: nothing is built');
    const bytes = size(path);
    console.log(`${name}.wasm: ${bytes} bytes (brotli 11), aim ${aim}`);
    if (bytes > most) faults.push(`${name}.wasm: ${bytes} bytes, ${most} at most`);
  }
}

/** What is fetched where no WebAssembly is compiled, and what it may weigh. */
const TWINS = [['report', 100_000], ['mailbox', 100_000], ['files', 100_000], ['strip', 100_000]] as const;

/** As they are served: the bundler has made them smaller. */
function check_twins(): void {
  const assets = join(WEB, 'dist/assets');
  if (!existsSync(assets)) return void console.log('twins: nothing is built');
  for (const [name, most] of TWINS) {
    const files = readdirSync(assets).filter((file) => file.startsWith(`${name}.twin-`) && file.endsWith('.js'));
    const bytes = files.reduce((sum, file) => sum + size(join(assets, file)), 0);
    console.log(`${name}.twin.js: ${bytes} bytes (brotli 11)`);
    if (files.length !== 1) faults.push(`${name}.twin.js: ${files.length} files are built`);
    if (bytes > most) faults.push(`${name}.twin.js: ${bytes} bytes, ${most} at most`);
  }
}

check_texts();
check_use();
check_code();
check_crisis();
check_modules();
check_twins();
faults.push(...contrast_faults(readFileSync(join(WEB, 'src/look/tokens.css'), 'utf8')));
check_sizes();
for (const fault of new Set(faults)) console.error(fault);
console.log(`${new Set(faults).size} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
