// Files without what tells who made them: a module of its own, loaded when somebody attaches one.

import strip_address from '../../wasm/strip.wasm?url';
import { Link } from './link';
import { OPERATIONS } from './operations';
import type { StrippedView } from './views';

export interface Stripped extends StrippedView {
  /** To be sent in place of the file. */
  bytes: Uint8Array;
}

export interface Stripper {
  /** `ending`: of the file's own name, without the dot, or nothing; the rest of its name is not needed. */
  strip(bytes: Uint8Array, ending: string): Promise<Stripped>;
  /** Memory as large as the largest file goes with its worker. */
  end(): void;
}

export function make_stripper(): Stripper {
  const link = new Link(strip_address, 'strip');
  return {
    strip: (bytes, ending) => link.call<Stripped>(OPERATIONS.STRIP, [ending, bytes]),
    end: () => link.end(),
  };
}
