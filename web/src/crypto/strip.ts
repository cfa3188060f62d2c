// The port for files: a module of its own, loaded when somebody attaches one.

import strip_address from '../../wasm/strip.wasm?url';
import { Link } from './link';
import { OPERATIONS } from './operations';
import type { Stripper } from './port';

export function make_stripper(): Stripper {
  const link = new Link(strip_address, 'strip');
  return {
    strip: ({ ending, bytes }) => link.call(OPERATIONS.STRIP, [ending, bytes]),
    end: () => link.end(),
  };
}
