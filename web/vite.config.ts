import { defineConfig } from 'vite';
import { texts } from './tools/texts-plugin';

export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  plugins: [texts()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsDir: 'assets',
    // Texts are files of their own, so that a reader fetches one language; nothing becomes a data: address.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    // Its polyfill would be an inline script, which the policy of the pages refuses.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { reporter: 'src/reporter.tsx', desk: 'src/desk.tsx' } },
  },
  worker: { format: 'es' },
});
