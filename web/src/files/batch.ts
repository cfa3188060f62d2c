// Files that follow a report or a message, after the text: one after the other, then a message that names them.

import { signal } from '@preact/signals';
import { Failure, type Reporter } from '../crypto/port';
import { Selection, type Row } from './selection';

/** What a batch asks for. */
export type Port = Pick<Reporter, 'strip' | 'attach' | 'name_files' | 'release_files'>;

export class Batch extends Selection {
  /** It was sent once: nothing is chosen for it any more. */
  readonly begun = signal(false);
  readonly working = signal(false);
  /** The line broke: what waits goes on when she says so. */
  readonly broken = signal(false);
  /** Counts what was thrown away: an answer to something thrown away is not heard. */
  private turn = 0;

  /** `told` hears when a message names files. */
  constructor(private readonly port: Port, private readonly told: () => void) {
    super(port);
  }

  /** Whether anything is here that a page that closes would lose. */
  holds(): boolean {
    return this.rows.value.some(({ stage }) => stage !== 'arrived' && stage !== 'refused');
  }

  /** One more try to send it. */
  again(id: number, token: string): void {
    if (!this.find(id)?.cleaned) return;
    this.patch(id, { stage: 'ready', failure: null });
    void this.send(token);
  }

  override remove(id: number): void {
    super.remove(id);
    if (this.rows.value.length === 0) this.begun.value = false;
  }

  override stop(id: number): void {
    super.stop(id);
    if (this.find(id)?.stage === 'ready') this.patch(id, { stage: 'stopped' });
  }

  override clear(): void {
    this.turn += 1;
    super.clear();
    this.begun.value = this.working.value = this.broken.value = false;
  }

  /** After the last of them arrived: room for others. */
  tidy(): void {
    if (this.begun.value && !this.holds()) this.clear();
  }

  /** Sends what is ready, one after the other, then a message that names them. What fails keeps nothing else back. */
  async send(token: string): Promise<void> {
    if (this.working.value) return;
    const { turn } = this;
    const wanted = (): boolean => turn === this.turn;
    this.begun.value = this.working.value = true;
    this.broken.value = false;
    do {
      await this.cleaning;
      for (let row = this.first_ready(); row && wanted(); row = this.first_ready()) {
        if (!(await this.send_one(token, row, wanted))) break;
      }
      if (wanted() && !this.broken.value) await this.name(token, wanted);
      // One that failed may have been given another try meanwhile.
    } while (wanted() && !this.broken.value && this.first_ready());
    if (!wanted()) return;
    this.working.value = false;
    if (!this.broken.value) this.port.release_files();
  }

  /** Whether the line holds. */
  private async send_one(token: string, row: Row, wanted: () => boolean): Promise<boolean> {
    const failure = await this.bring(row, (file, ...how) => this.port.attach(token, file, ...how), wanted);
    if (!wanted()) return false;
    if (failure?.reason === 'unacknowledged') this.broken.value = true;
    return !this.broken.value;
  }

  private async name(token: string, wanted: () => boolean): Promise<void> {
    const waiting = this.rows.value.flatMap(({ id, sent, stage }) => (stage === 'sent' && sent ? [{ id, sent }] : []));
    if (waiting.length === 0) return;
    try {
      await this.port.name_files(token, waiting.map(({ sent }) => sent));
      if (!wanted()) return;
      for (const { id } of waiting) this.patch(id, { stage: 'arrived' });
      this.told();
    } catch (error) {
      if (!wanted()) return;
      const failure = error instanceof Failure ? error : new Failure('fault', String(error));
      if (failure.reason === 'unacknowledged') this.broken.value = true;
      else for (const { id } of waiting) this.patch(id, { stage: 'failed', sent: null, failure });
    }
  }

  private first_ready(): Row | undefined {
    return this.rows.value.find(({ stage }) => stage === 'ready');
  }
}
