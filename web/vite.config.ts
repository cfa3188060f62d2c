import { defineConfig } from 'vite';
import { texts } from './tools/texts-plugin';
import { words } from './tools/words-plugin';

export default defineConfig({
  appType: 'mpa',
  publicDir: false,
  plugins: [texts(), words()],
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
    rolldownOptions: {
      input: { reporter: 'src/reporter.tsx', desk: 'src/desk.tsx' },
      output: {
        codeSplitting: {
          groups: [
            // The pages of the log share with both entries: without this each pair would have a file of its own, and
            // whoever reports would ask once more.
            { name: 'load', test: /src\/(?:text|components|crypto)\/|device\/keep|preload-helper|node_modules/, minShareCount: 2 },
            // In one file with the pages that a first visit may need: what is pressed together becomes smaller.
            { name: 'app', test: /src\/(?:recognise\/|pages\/(?:(?:app|files|idle|later|page|reporter)\.|(?:organisations|threads)\/|mailbox\/(?:door|key|mailbox|state)))/ },
            { name: 'room', test: /src\/pages\/desk\/|virtual:texts\/desk/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
