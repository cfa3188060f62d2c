// The code on the poster, where one is asked for. This device finds out whether it is the one that everybody has, before
// anything is done with it.

import { computed, signal } from '@preact/signals';
import { Failure, type Reporter } from '../../crypto/port';
import type { Organisation } from '../organisations/trust';

/** `other`: not everybody's. `typing`: not five words. `away`: nobody knows by now. */
export type Verdict = 'right' | 'other' | 'typing' | 'away';

export class Gate {
  readonly typed = signal('');
  /** The code that was found to be everybody's. */
  readonly code = signal('');
  readonly due = computed(() => this.organisation.gate.value && this.code.value === '');
  /** Whether it is asked for in place of the first question. */
  readonly first = signal(false);
  /** Whether the server took a code no longer that was right before. */
  readonly changed = signal(false);
  /** The step that follows, where it was asked for elsewhere. */
  then = '';

  constructor(private readonly port: Reporter, private readonly organisation: Organisation) {}

  async check(): Promise<Verdict> {
    await this.organisation.check();
    if (!this.organisation.verified.value) return 'away';
    try {
      const typed = this.typed.value;
      if (!(await this.port.gate(typed))) return 'other';
      this.code.value = typed;
      this.changed.value = false;
      return 'right';
    } catch (error) {
      return error instanceof Failure && error.reason === 'typing' ? 'typing' : 'away';
    }
  }

  /** The organisation is looked at anew: it has other codes. */
  renew(): void {
    this.code.value = this.typed.value = '';
    this.changed.value = true;
    this.organisation.forget();
    void this.organisation.check();
  }

  clear(): void {
    this.code.value = this.typed.value = this.then = '';
    this.changed.value = false;
  }
}
