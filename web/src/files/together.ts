// Files that go with a text in one message: it leaves with all of them, or stays.

import { signal } from '@preact/signals';
import type { SentFile } from '../crypto/port';
import { Selection, type Send } from './selection';

export class Together<Sent extends SentFile> extends Selection<Sent> {
  readonly working = signal(false);

  /** Sends all of them. The first that fails keeps the others back; what is there already is not sent twice. */
  async send(send: Send<Sent>): Promise<Sent[]> {
    this.working.value = true;
    try {
      await this.cleaning;
      for (const row of this.goes()) {
        const failure = row.stage === 'sent' ? null : await this.bring(row, send, () => true);
        if (failure) throw failure;
      }
      return this.goes().flatMap(({ sent }) => sent ?? []);
    } finally {
      this.working.value = false;
      for (const { id, stage } of this.goes()) if (stage !== 'sent') this.patch(id, { stage: 'ready', counted: null });
    }
  }

  /** Whatever is on its way comes no further. */
  stop_all(): void {
    for (const { id } of this.rows.value) this.stop(id);
  }
}
