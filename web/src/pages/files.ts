// Files beside a text. A first visit does not carry what they need: it comes when somebody wants some.

import type { Reporter } from '../crypto/port';
import type { Batch } from '../files/batch';
import { Later } from '../components/later';

type Views = typeof import('../files/reporter');

/** Those that go with the report, and those that go with a later message. */
export interface Parts {
  views: Views;
  report: Batch;
  letter: Batch;
}

export class Files {
  readonly later: Later<Parts>;
  readonly parts: Later<Parts>['here'];

  /** `told` hears when a message names files. */
  constructor(port: Reporter, told: () => void) {
    this.later = new Later(async () => {
      const views = await import('../files/reporter');
      const make = (): Batch => new views.Batch(port, told);
      return { views, report: make(), letter: make() };
    });
    this.parts = this.later.here;
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
