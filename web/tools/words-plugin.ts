// The list of words, cut into files of a kilobyte: `import shards from 'virtual:words'` has their addresses.

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = 'virtual:words';
/** Words in one file. */
const SHARD = 216;

export function words(): Plugin {
  let building = false;
  return {
    name: 'words',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const list = readFileSync(new URL('../../crypto/src/words/eff-large.txt', import.meta.url), 'utf8').trim().split('\n');
      const shards = Array.from({ length: Math.ceil(list.length / SHARD) }, (_, n) => {
        const source = `${list.slice(n * SHARD, (n + 1) * SHARD).join('\n')}\n`;
        if (!building) return JSON.stringify(`data:text/plain,${encodeURIComponent(source)}`);
        return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `words-${n}.txt`, source })}`;
      });
      return `export const SHARD = ${SHARD};\nexport default [${shards.join(', ')}];`;
    },
  };
}
