// One file of words per language and entry: `import addresses from 'virtual:texts/reporter'`.
//
// A language that only says what differs is made whole here, comments go, and a first visit asks once instead of four
// times.

import { chain, LANGUAGES, type Language } from '../src/text/languages';
import { read_source, type Scope } from './fluent';
import type { Plugin } from 'vite';

const NAME = 'virtual:texts/';

/** What an entry brings besides its own words; those of the log come to a desk that has the rest. */
const WITH: Record<Scope, Scope[]> = { shared: [], reporter: ['shared'], desk: ['shared'], audit: [] };

/** The words of one entry, the most particular language first: the first to say a thing is heard. */
export function merged(language: Language, entry: Scope): string {
  const files = chain(language).flatMap((step) => [...WITH[entry], entry].map((scope) => read_source(step, scope)));
  return files.join('\n').split('\n').filter((line) => !line.startsWith('#') && line.trim() !== '').join('\n');
}

/** The name under which the manifest knows a file. */
export function asset_name(language: Language, entry: Scope): string {
  return `text/${language}/${entry}.ftl`;
}

export function texts(): Plugin {
  let building = false;
  return {
    name: 'texts',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null;
      const entry = id.slice(NAME.length + 1) as Scope;
      const lines = LANGUAGES.map((language) => {
        const source = merged(language, entry);
        if (!building) return `'${language}': ${JSON.stringify(`data:text/plain,${encodeURIComponent(source)}`)}`;
        const reference = this.emitFile({
          type: 'asset', name: `${entry}-${language}.ftl`, originalFileName: asset_name(language, entry), source,
        });
        return `'${language}': import.meta.ROLLUP_FILE_URL_${reference}`;
      });
      return `export default { ${lines.join(', ')} };`;
    },
  };
}
