import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

const ENDINGS = ['.ts', '.tsx'];

/** Finds what a bundler finds: `./text` for `./text.ts` and `./text/index.ts` for nothing, on purpose. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && context.parentURL?.startsWith('file:')) {
    for (const ending of ENDINGS) {
      const url = new URL(specifier + ending, context.parentURL);
      if (existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (url.endsWith('.json')) {
    const source = await readFile(fileURLToPath(url), 'utf8');
    return { format: 'module', source: `export default ${source}`, shortCircuit: true };
  }
  if (!ENDINGS.some((ending) => url.endsWith(ending))) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, {
    jsx: { runtime: 'automatic', importSource: 'preact' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
