// What goes between page and worker.

import type { Progress, Reason } from './port';
import type { Field } from './seam';
import type { Twin } from './twins';

/** The first message: where the module lies, and what to take where it cannot be compiled. */
export interface Begin { module: string; twin: Twin | undefined }

export interface Ask { id: number; operation: number; fields: Field[] }

/** `unloaded`: the worker has no module, and another worker may get it. */
export interface Refusal { reason: Reason; detail: string; problem: string; size: number; unloaded?: boolean }

export type Said =
  | { id: number; progress: Progress }
  | { id: number; answer: unknown }
  | { id: number; failure: Refusal };
