// Lets the oldest Node that Vite accepts run our TypeScript: `node --import ./tools/typescript.mjs file.ts`.

import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
