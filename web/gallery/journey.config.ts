// The shipped pages with a made-up port behind them: for journeys in a browser, without a server.

import { defineConfig, mergeConfig } from 'vite';
import base from '../vite.config';

export default mergeConfig(base, defineConfig({
  root: new URL('..', import.meta.url).pathname,
  build: { outDir: 'dist-gallery/journey', emptyOutDir: true },
  plugins: [{
    name: 'made-up-port',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('crypto/loader') ? new URL('./loader.ts', import.meta.url).pathname : null),
  }],
}));
