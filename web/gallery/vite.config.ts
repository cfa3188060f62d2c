// Shows every page in every state with made-up data. Never shipped: it builds into no folder that is.

import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../node_modules/.vite-gallery',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
  build: { target: 'es2022', outDir: '../dist-gallery', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
