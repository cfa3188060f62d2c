// Sealing and sending: what became true, and what to do where it did not.

import { signal } from '@preact/signals';
import { Failure, type Reporter, type SentView } from '../../crypto/port';
import type { Draft } from './draft';

export interface Sending {
  stage: 'idle' | 'working' | 'failed' | 'done';
  /** Whether the browser is one in which sealing takes seconds. */
  slow: boolean;
  /** How far sealing is, once it has said so. */
  counted: { done: number; total: number } | null;
  /** Milliseconds it took to seal; null until it is sealed. */
  sealed: number | null;
  sent: boolean;
  stored: boolean;
  failure: Failure | null;
  result: SentView | null;
}

const IDLE: Sending = { stage: 'idle', slow: false, counted: null, sealed: null, sent: false, stored: false, failure: null, result: null };

export function as_failure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('fault', String(error));
}

export class Sender {
  readonly state = signal<Sending>(IDLE);
  /** The same bytes go again under the same name; another text gets another name. */
  private attempt: { name: string; text: string } | null = null;
  /** Counts what was begun and what was thrown away: an answer to something thrown away is not heard. */
  private turn = 0;

  constructor(private readonly port: Reporter) {}

  clear(): void {
    this.turn += 1;
    this.state.value = IDLE;
    this.attempt = null;
  }

  /** Whether it is still wanted when it ends; how it ended is in `state`. */
  async send(draft: Draft, code: string): Promise<boolean> {
    this.turn += 1;
    const { turn } = this;
    const text = draft.compose();
    const exclude = draft.excluded.value;
    const with_fallback = draft.with_fallback.value;
    const matter = JSON.stringify([text, exclude, with_fallback, code]);
    if (this.attempt?.text !== matter) this.attempt = { name: `attempt ${turn}`, text: matter };
    this.state.value = { ...IDLE, stage: 'working' };
    try {
      const result = await this.port.send({ text, exclude, with_fallback, code }, this.attempt.name, (progress) => {
        if (turn !== this.turn) return;
        const now = this.state.value;
        if (progress.stage === 'slow') this.state.value = { ...now, slow: true };
        if (progress.stage === 'count') this.state.value = { ...now, counted: { done: progress.done, total: progress.total } };
        if (progress.stage === 'sealed') this.state.value = { ...now, sealed: progress.milliseconds };
        if (progress.stage === 'sent') this.state.value = { ...now, sent: true };
        if (progress.stage === 'stored') this.state.value = { ...now, sent: true, stored: true };
      });
      if (turn === this.turn) this.state.value = { ...this.state.value, stage: 'done', result };
    } catch (error) {
      if (turn === this.turn) this.state.value = { ...this.state.value, stage: 'failed', failure: as_failure(error) };
    }
    return turn === this.turn;
  }
}
