// A wait that cannot be felt is not shown.

import { useEffect, useState } from 'preact/hooks';

const FELT_MS = 250;

/** True from a quarter of a second on, or from `after`, while `waiting` holds. */
export function useLate(waiting: boolean, after = FELT_MS): boolean {
  const [late, set_late] = useState(false);
  useEffect(() => {
    if (!waiting) {
      set_late(false);
      return;
    }
    const timer = setTimeout(() => set_late(true), after);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}
