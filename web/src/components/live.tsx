// What is spoken without moving the focus. Two regions for the document, empty until there is something to say.

import { signal } from '@preact/signals';

interface Said {
  text: string;
  /** Counts, so that the same words twice are a new node and are spoken twice. */
  n: number;
}

const polite = signal<Said>({ text: '', n: 0 });
const urgent = signal<Said>({ text: '', n: 0 });

export function say(text: string): void {
  polite.value = { text, n: polite.value.n + 1 };
}

export function warn(text: string): void {
  urgent.value = { text, n: urgent.value.n + 1 };
}

export function Live() {
  return (
    <div class="unseen">
      <div role="status" aria-live="polite">
        {polite.value.text && <p key={polite.value.n}>{polite.value.text}</p>}
      </div>
      <div role="alert">{urgent.value.text && <p key={urgent.value.n}>{urgent.value.text}</p>}</div>
    </div>
  );
}
