// Compresses what is served for good, once and as small as can be: `x.js.br` and `x.js.gz` beside `x.js`.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ASSETS = new URL('../dist/assets/', import.meta.url);

for (const name of readdirSync(ASSETS)) {
  if (!/\.(js|css|wasm|ftl|txt|svg)$/.test(name)) continue;
  const bytes = readFileSync(new URL(name, ASSETS));
  const coded = {
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gz: gzipSync(bytes, { level: 9 }),
  };
  for (const [ending, smaller] of Object.entries(coded)) {
    if (smaller.length < bytes.length) writeFileSync(new URL(`${name}.${ending}`, ASSETS), smaller);
  }
}
