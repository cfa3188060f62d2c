// A mailbox that is open, in memory only, and what its reader does in it.

import { signal } from '@preact/signals';
import { Failure, type MailboxView, type MessageView, type Progress, type ProofView, type ReceiptView, type Reporter } from '../../crypto/port';
import { as_failure } from '../threads/sending';

export class Mailbox {
  /** What stands in the field. */
  readonly typed = signal('');
  /** The key, once it is known to be one. */
  readonly token = signal<string | null>(null);
  /** Shown on top of the first visit, straight from the receipt. */
  readonly fresh = signal(false);
  readonly view = signal<MailboxView | null>(null);
  /** Who opened it, once the log was computed anew. */
  readonly receipt = signal<ReceiptView | null>(null);
  /** How far that is. */
  readonly counted = signal<{ done: number; total: number } | null>(null);
  readonly words = signal('');
  readonly how = signal<string | null>(null);
  readonly busy = signal(false);
  readonly failure = signal<Failure | null>(null);
  /** What was just done, said on the page until the next deed. */
  readonly done = signal<'said' | 'taken' | 'withdrawn' | null>(null);

  constructor(private readonly port: Reporter) {}

  clear(): void {
    this.typed.value = '';
    this.token.value = null;
    this.fresh.value = false;
    this.view.value = null;
    this.receipt.value = null;
    this.words.value = '';
    this.how.value = null;
    this.failure.value = null;
    this.done.value = null;
  }

  /** Whether it went well; what went wrong is in `failure`. */
  async deed(act: (token: string) => Promise<unknown>): Promise<boolean> {
    const token = this.token.value;
    if (token === null || this.busy.value) return false;
    this.busy.value = true;
    this.failure.value = null;
    try {
      await act(token);
      return true;
    } catch (error) {
      this.failure.value = as_failure(error);
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  /** Whether what is typed is a key, found out on the device; what is wrong with it is in `failure`. */
  async accept(typed: string): Promise<boolean> {
    this.failure.value = null;
    try {
      this.token.value = await this.port.key(typed);
      if (this.token.value === null) this.failure.value = new Failure('typing');
    } catch (error) {
      // The module of the mailbox may still have to come, and to check the organisation.
      this.token.value = null;
      this.failure.value = as_failure(error);
    }
    return this.token.value !== null;
  }

  read(): Promise<boolean> {
    return this.deed(async (token) => {
      const view = await this.port.read(token);
      // Shut meanwhile: what was in it does not come back.
      if (this.token.value === token) this.view.value = view;
    });
  }

  /** Beside whatever else is done: where it fails, what is shown stays. */
  async refresh(): Promise<void> {
    const token = this.token.value;
    if (token === null || this.view.value === null) return;
    const view = await this.port.read(token).catch(() => null);
    if (view && this.token.value === token) this.view.value = view;
  }

  async say(text: string): Promise<boolean> {
    const well = await this.deed((token) => this.port.say(token, text));
    if (!well) return false;
    this.words.value = '';
    this.how.value = null;
    this.done.value = 'said';
    await this.read();
    return true;
  }

  async take_back(message: MessageView): Promise<void> {
    const { sequence } = message;
    if (sequence === undefined) return;
    const well = await this.deed((token) => this.port.take_back(token, sequence));
    const failure = this.failure.value;
    if (well) this.done.value = 'taken';
    await this.read();
    this.failure.value = failure;
  }

  /** Computes the log anew; each time from the beginning, so that nothing of it is kept. */
  async look_into_log(): Promise<boolean> {
    this.receipt.value = null;
    this.counted.value = null;
    const count = (progress: Progress): void => {
      if (progress.stage === 'count') this.counted.value = { done: progress.done, total: progress.total };
    };
    return this.deed(async (token) => {
      const receipt = await this.port.receipt(token, count);
      if (this.token.value === token) this.receipt.value = receipt;
    });
  }

  /** A file for each opening, for whoever wants to show it to others. */
  async proofs(): Promise<ProofView[] | null> {
    let proofs: ProofView[] | null = null;
    await this.deed(async (token) => (proofs = await this.port.proofs(token, () => undefined)));
    return proofs;
  }

  async withdraw(): Promise<boolean> {
    const well = await this.deed((token) => this.port.withdraw(token));
    if (well) {
      this.done.value = 'withdrawn';
      await this.read();
    }
    return well;
  }

  async erase(): Promise<boolean> {
    const well = await this.deed((token) => this.port.erase(token));
    if (well) this.clear();
    return well;
  }
}

export interface Parts {
  before: MessageView[];
  /** From the staff, after the reader's last words. */
  fresh: MessageView[];
}

/** Nothing is stored about what was seen: new is what came after her own last message. */
export function parts_of(messages: MessageView[]): Parts {
  const last = messages.findLastIndex((message) => message.author === 'reporter');
  const cut = last + 1;
  return { before: messages.slice(0, cut), fresh: messages.slice(cut) };
}
