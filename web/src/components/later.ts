// A part of the pages that a first visit does not carry: it comes when somebody wants it.

import { signal } from '@preact/signals';

export class Later<T> {
  readonly here = signal<T | null>(null);
  /** Why it did not come; null while it may. */
  readonly away = signal<string | null>(null);

  constructor(private readonly bring: () => Promise<T>) {}

  async load(): Promise<void> {
    if (this.here.value) return;
    this.away.value = null;
    try {
      const part = await this.bring();
      this.here.value ??= part;
    } catch (error) {
      this.away.value = String(error);
    }
  }
}
