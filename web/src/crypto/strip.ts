// Files without what tells who made them: a module of its own, loaded when somebody attaches one.

import strip_address from '../../wasm/strip.wasm?url';
import { Link } from './link';
import { OPERATIONS } from './operations';
import type { NewFile, Stripped } from './port';

export interface Stripper {
  strip(file: NewFile): Promise<Stripped>;
  /** Memory as large as the largest file goes with its worker. */
  end(): void;
}

export function make_stripper(): Stripper {
  const link = new Link(strip_address, 'strip');
  return {
    strip: ({ ending, bytes }) => link.call(OPERATIONS.STRIP, [ending, bytes]),
    end: () => link.end(),
  };
}
