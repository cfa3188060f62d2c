// What goes between page and worker.

import type { Progress, Reason } from './port';
import type { Field } from './seam';
import type { Twin } from './twins';

/** Where a module lies, and what to take where it cannot be compiled. */
export interface Place { module: string; twin?: Twin | undefined }

/**
 * `of`: whom to ask. `from`: a module of the same worker that hands over what this one takes; the page never sees it. A
 * blob is read in the worker: a file lies in the page's memory as seldom as can be.
 */
export interface Ask { id: number; of: Place; from?: Place | undefined; operation: number; fields: (Field | Blob)[] }

/** Nobody waits for this call any more: from here on it hears that no server answers. */
export interface Stop { stop: number }

/** `unloaded`: the worker has no module at all, and another worker may get it. */
export interface Refusal { reason: Reason; detail: string; problem: string; size: number; unloaded?: boolean }

/** A file that was fetched. */
export interface Fetched { bytes: Uint8Array<ArrayBuffer> }

export type Said =
  | { id: number; progress: Progress }
  | { id: number; answer: unknown }
  | { id: number; failure: Refusal };
