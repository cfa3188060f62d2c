// Away from here: blank in one frame, nothing left in fields or memory, and as little as can be under Back and Forward.
//
// A page cannot take its own entries out of the browser's history. Going to our first entry, putting a neutral one
// after it and replacing the first leaves Back clean and one neutral entry under Forward. That is what the texts say.

import { signal } from '@preact/signals';

/** A page that anybody may have open. */
export const NEUTRAL = 'https://www.meteo.be/';
const NEUTRAL_PATH = '/';
/** A movement through history that a browser does not report is waited for no longer than this. */
const PATIENCE_MS = 400;
const PRESSES = 3;
const PRESS_MS = 5000;
/** Keys that keyboards on a screen do not have. */
const PHYSICAL = /^(Tab|Escape|Arrow\w+|F\d+|Control\w+|Alt\w+|Home|End|Page\w+)$/;

export const leaving = { now: false };
/** How often Shift was pressed, for whoever watches the progress. */
export const presses = signal(0);

/** Removes what was typed, so that no browser fills it in again on Back. */
export function empty_fields(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')) {
    if (field instanceof HTMLInputElement && field.type !== 'text') field.checked = false;
    else field.value = '';
  }
}

function moved(act: () => void): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('popstate', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
    act();
  });
}

/** `depth`: our entries under Back; `words`: what the blank page says to whoever listens. */
export async function leave(depth: number, words: string, wipe: () => void): Promise<void> {
  if (leaving.now) return;
  leaving.now = true;
  document.documentElement.dataset['left'] = '';
  empty_fields();
  const overlay = document.createElement('div');
  overlay.className = 'left';
  overlay.setAttribute('role', 'alert');
  document.body.replaceChildren(overlay);
  document.title = words;
  wipe();
  // After the element is in the page, or it is not read out.
  overlay.textContent = words;
  if (depth > 0) await moved(() => history.go(-depth));
  history.pushState(null, '', NEUTRAL_PATH);
  await moved(() => history.back());
  location.replace(NEUTRAL);
}

/** The links marked `data-exit`, and Shift three times on a real keyboard. Works before any page is drawn. */
export function listen(go: () => void, told: (left: number) => void): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-exit]')) {
      event.preventDefault();
      go();
    }
  });
  let physical = matchMedia('(any-pointer: fine)').matches;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    presses.value = 0;
  };
  const held = new Set<string>();
  document.addEventListener('keyup', (event) => held.delete(event.code));
  document.addEventListener('keydown', (event) => {
    held.add(event.code);
    if (PHYSICAL.test(event.code)) physical = true;
    const shift = event.code === 'ShiftLeft' || event.code === 'ShiftRight';
    // Both at once, or with another key, is a way to ask a screen reader for something; a held key repeats.
    if (!shift || held.size > 1 || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return forget();
    if (!physical) return;
    clearTimeout(timer);
    timer = setTimeout(forget, PRESS_MS);
    presses.value += 1;
    if (presses.value >= PRESSES) go();
    else told(PRESSES - presses.value);
  });
}
