// The vectors of the formats, computed by the same crate as WebAssembly, in Node and in the browser: byte for byte what
// the native program computes.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { launch } from './browser.mjs';

const VECTORS = 90;
const root = join(import.meta.dirname, '../..');
const module = readFileSync(join(root, 'web/wasm/vectors.wasm')).toString('base64');

const expected = readdirSync(join(root, 'tests/vectors'), { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  .map(({ name }) => [name.replace(/\.json$/, ''), readFileSync(join(root, 'tests/vectors', name), 'utf8')]);

/** Runs wherever there is WebAssembly: all it needs comes in. */
async function compute({ module: text, operation }) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const { memory, buf, call, out, out_len } = instance.exports;
  buf(0);
  const code = call(operation);
  const answer = new TextDecoder().decode(new Uint8Array(memory.buffer, out(), out_len()));
  return code === 0 ? JSON.parse(answer) : { code, answer };
}

function compare(found) {
  const files = new Map(found);
  assert.ok(expected.length >= 9, 'the vectors are not where this test looks');
  assert.deepEqual([...files.keys()].sort(), expected.map(([name]) => name).sort());
  for (const [name, text] of expected) assert.equal(files.get(name), text, `${name}.json`);
}

test('Node computes the vectors', async () => compare(await compute({ module, operation: VECTORS })));

test('Chromium computes the vectors', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    compare(await page.evaluate(compute, { module, operation: VECTORS }));
  } finally {
    await browser.close();
  }
});
