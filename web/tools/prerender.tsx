// Writes each page in each language before any script runs: `dist/pages/<language>/<page>.html`.
//
// The server fills the places `⟦…⟧` and takes `hidden` from `data-when` elements. A page that was served is the page
// that the script draws first, so that nothing moves when it takes over.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Version } from '../src/components/version';
import type { Reporter as Port } from '../src/crypto/port';
import { Places, type Page } from '../src/device/place';
import { App } from '../src/pages/app';
import { PLACES } from '../src/pages/organisations/served';
import type { Served } from '../src/pages/organisations/trust';
import { Reporter } from '../src/pages/reporter';
import { Fault, NoScript, NotFound } from '../src/pages/static';
import { day_names } from '../src/text/days';
import { FACTS, LANGUAGES, type Language } from '../src/text/languages';
import { make_text, speak, t } from '../src/text/text';
import { SCOPES } from './fluent';
import { asset_name, merged } from './texts-plugin';

const DIST = new URL(`../${process.argv[2] ?? 'dist'}/`, import.meta.url);

interface Built {
  file: string;
  css?: string[];
  imports?: string[];
}

const manifest = JSON.parse(readFileSync(new URL('manifest.json', DIST), 'utf8')) as Record<string, Built>;

function built(name: string): Built {
  const found = manifest[name];
  if (!found) throw new Error(`${name} was not built`);
  return found;
}

interface Assets {
  script: string;
  modules: string[];
  styles: string[];
  texts: string[];
}

function assets_of(entry: string, words: string | null): Assets {
  const start = built(entry);
  const modules = new Map<string, Built>();
  const walk = (chunk: Built): void => {
    for (const name of chunk.imports ?? []) {
      if (modules.has(name)) continue;
      modules.set(name, built(name));
      walk(built(name));
    }
  };
  walk(start);
  const chunks = [...modules.values()];
  return {
    script: `/${start.file}`,
    modules: chunks.map((chunk) => `/${chunk.file}`),
    // What is shared comes before what is particular, or it would win.
    styles: [...new Set([...chunks, start].flatMap((chunk) => chunk.css ?? []))].map((file) => `/${file}`),
    texts: words === null ? [] : [`/${built(words).file}`],
  };
}

interface DocumentProps {
  language: Language;
  title: string;
  assets: Assets;
  scripts: boolean;
  root: Record<string, string>;
  children: ComponentChildren;
  after?: ComponentChildren;
}

function Document({ language, title, assets, scripts, root, children, after }: DocumentProps) {
  return (
    <html lang={FACTS[language].locale} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        {assets.styles.map((file) => <link key={file} rel="stylesheet" href={file} />)}
        {scripts && (
          <>
            {assets.modules.map((file) => <link key={file} rel="modulepreload" href={file} />)}
            {assets.texts.map((file) => <link key={file} rel="preload" as="fetch" crossorigin="anonymous" href={file} />)}
            <script type="module" src={assets.script} />
          </>
        )}
      </head>
      <body>
        <div id="app" {...root}>{children}</div>
        {after}
      </body>
    </html>
  );
}

function write(language: Language, name: string, page: ReturnType<typeof Document>): void {
  const folder = new URL(`pages/${language}/`, DIST);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.html`, folder), `<!doctype html>${renderToString(page)}\n`);
}

const place = (name: (typeof PLACES)[number]): string => `⟦${name}⟧`;

function served_in(language: Language): Served {
  return {
    slug: place('slug'), name: place('org'), language, coach: place('coach'), readers: place('readers'),
    answer_by: place('answer-by'), answer_by_text: place('answer-by-text'), questions: [], total: place('total'), version: place('version'), quiet: false, test: false, closed: false, gate: false,
  };
}

function After({ scripted }: { scripted: boolean }) {
  return (
    <>
      <div id="unready" class="page" role="alert" hidden><p class="notice warm">{t('unready')}</p></div>
      {scripted && <noscript><NoScript /></noscript>}
    </>
  );
}

/** Pages before a script runs ask nothing of anybody. */
const SILENT = {} as Port;

function page_of(language: Language, page: Page): ReturnType<typeof Document> {
  const served = served_in(language);
  const app = new App(SILENT, served, new Places(page, served.slug), null, () => Promise.resolve());
  const scripted = page === 'report' || page === 'mailbox';
  const root = Object.fromEntries([
    ['data-language', language], ...PLACES.map((name) => [`data-${name}`, place(name)]), ...(scripted ? [['data-scripted', '']] : []),
  ]);
  return (
    <Document language={language} title={place('org')} assets={assets_of('src/reporter.tsx', asset_name(language, 'reporter'))}
      scripts root={root} after={<After scripted={scripted} />}>
      <Reporter app={app} />
    </Document>
  );
}

for (const language of LANGUAGES) {
  speak(make_text(language, SCOPES.map((scope) => merged(language, scope))));
  for (const page of ['landing', 'who', 'report', 'mailbox'] as const) write(language, page, page_of(language, page));
  const plain = assets_of('src/reporter.tsx', null);
  const version = place('version');
  const root = { 'data-language': language, 'data-version': version };
  write(language, 'notfound', <Document language={language} title={t('notfound-title')} assets={plain} scripts={false} root={root}><NotFound version={version} /></Document>);
  write(language, 'error', <Document language={language} title={t('broken-title')} assets={plain} scripts={false} root={root}><Fault version={version} /></Document>);
  const desk = assets_of('src/desk.tsx', asset_name(language, 'desk'));
  for (const room of ['desk', 'audit'] as const) {
    write(language, room,
      <Document language={language} title={t(`${room}-title`)} assets={desk} scripts root={{ ...root, 'data-page': room }}>
        <p class="page">{t('busy')}</p>
        <footer class="foot"><Version words={version} /></footer>
      </Document>);
  }
}

writeFileSync(new URL('pages/days.json', DIST),
  `${JSON.stringify(Object.fromEntries(LANGUAGES.map((each) => [each, day_names(FACTS[each].locale)])), null, 2)}\n`);
