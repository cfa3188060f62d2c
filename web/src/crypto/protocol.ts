// What goes between page and worker.

import type { Progress, Reason } from './port';
import type { Field } from './seam';

/** The first message: where the module lies. */
export interface Begin { module: string }

export interface Ask { id: number; operation: number; fields: Field[] }

export interface Refusal { reason: Reason; detail: string; problem: string; size: number }

export type Said =
  | { id: number; progress: Progress }
  | { id: number; answer: unknown }
  | { id: number; failure: Refusal };
