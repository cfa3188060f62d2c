// The reporter's half, and what files need, as JavaScript, for browsers that compile no WebAssembly. Each twin is made of the very bytes of the
// module that ships, computes the same, and is fetched only there: whoever fetches one tells which kind of browser she has.

import type { Exports } from './seam';

const TWINS = {
  report: (): Promise<Exports> => import('../../wasm/report.twin.js'),
  mailbox: (): Promise<Exports> => import('../../wasm/mailbox.twin.js'),
  files: (): Promise<Exports> => import('../../wasm/files.twin.js'),
  strip: (): Promise<Exports> => import('../../wasm/strip.twin.js'),
};

/** What has one. The desk's Argon2 would take minutes, the log many seconds: they have none. */
export type Twin = keyof typeof TWINS;

export function fetch_twin(twin: Twin): Promise<Exports> {
  return TWINS[twin]();
}
