// Shows every page in every state with made-up data. Never shipped: it builds into no folder that is.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { texts } from '../tools/texts-plugin';

const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.html'));

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../node_modules/.vite-gallery',
  publicDir: false,
  plugins: [texts()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
  build: {
    target: 'es2022', outDir: '../dist-gallery', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((name) => join(import.meta.dirname, name)) },
  },
});
