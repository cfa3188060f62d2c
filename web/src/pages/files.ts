// Files beside a text. A first visit does not carry what they need: it comes when somebody wants some.

import { signal } from '@preact/signals';
import type { Reporter } from '../crypto/port';
import type { Batch } from '../files/batch';

type Views = typeof import('../files/reporter');

/** Those that go with the report, and those that go with a later message. */
export interface Parts {
  views: Views;
  report: Batch;
  letter: Batch;
}

export class Files {
  readonly parts = signal<Parts | null>(null);
  /** It did not come. */
  readonly away = signal(false);

  /** `told` hears when a message names files. */
  constructor(private readonly port: Reporter, private readonly told: () => void) {}

  async load(): Promise<void> {
    if (this.parts.value) return;
    this.away.value = false;
    try {
      const views = await import('../files/reporter');
      const make = (): Batch => new views.Batch(this.port, this.told);
      this.parts.value ??= { views, report: make(), letter: make() };
    } catch {
      this.away.value = true;
    }
  }

  private batches(): Batch[] {
    const parts = this.parts.value;
    return parts ? [parts.report, parts.letter] : [];
  }

  working(): boolean {
    return this.batches().some((batch) => batch.working.value);
  }

  holds(): boolean {
    return this.batches().some((batch) => batch.holds());
  }

  clear(): void {
    for (const batch of this.batches()) batch.clear();
  }
}
