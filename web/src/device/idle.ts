// A phone left on a table: the screen is cleared after a while, with a warning before, and for as long as there is
// something to clear. Keys, touches and scrolling are somebody; a mouse that drifts past is not.

import type { Signal } from '@preact/signals';

const MINUTE_MS = 60_000;
const QUIET_MS = 20 * MINUTE_MS;
const WARNING_MS = 2 * MINUTE_MS;
const LOOK_MS = 5_000;

export type Idle = 'awake' | 'warned' | 'cleared';

export function watch(state: Signal<Idle>, holds: () => boolean, clear: () => void): void {
  let last = performance.now();

  const stir = (): void => {
    last = performance.now();
    if (state.value === 'warned') state.value = 'awake';
  };
  // Looks at the clock instead of trusting a timer: a phone stops timers while it sleeps.
  const look = (): void => {
    if (!holds()) return void (last = performance.now());
    const quiet = performance.now() - last;
    if (quiet >= QUIET_MS) {
      clear();
      state.value = 'cleared';
    } else if (quiet >= QUIET_MS - WARNING_MS) state.value = 'warned';
  };
  for (const kind of ['keydown', 'pointerdown', 'touchstart', 'wheel']) {
    addEventListener(kind, stir, { passive: true, capture: true });
  }
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_MS);
}
