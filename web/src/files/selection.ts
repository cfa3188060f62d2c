// Files that somebody chose for one message: what was taken out of them, and what became of each. In memory only.

import { signal } from '@preact/signals';
import { Failure, type FileKind, type NewFile, type Progress, type SentFile, type Stripper, type StrippedView } from '../crypto/port';
import { draw_small } from './small';

/** Of one message. */
const MOST_FILES = 10;
/** Bytes of one file. */
const LARGEST = 25 << 20;

/** Why a file is not taken. `module`: what takes data out of it did not come, or broke on it. */
export type Fault = 'large' | 'empty' | 'unreadable' | 'module';

export type Stage =
  /** What it holds is looked at. */
  | 'cleaning'
  | 'refused'
  /** Cleaned, and waits for its turn. */
  | 'ready'
  | 'sealing'
  | 'sending'
  /** All of it is there, and no message names it yet. */
  | 'sent'
  | 'arrived'
  | 'stopped'
  | 'failed';

export interface Row<Sent extends SentFile = SentFile> {
  id: number;
  stage: Stage;
  /** As chosen, then as cleaned. */
  size: number;
  fault: Fault | null;
  /** What came of the cleaning, with what is left. */
  cleaned: { view: StrippedView; file: NewFile; picture: string | null } | null;
  counted: { done: number; total: number } | null;
  /** Whether this browser compiles nothing: it takes long. */
  slow: boolean;
  sent: Sent | null;
  failure: Failure | null;
}

/** Sends one file; `before` is the number of the last one that waits for the same message, or 0. */
export type Send<Sent> = (file: NewFile, before: number, progress: (progress: Progress) => void, stop: AbortSignal) => Promise<Sent>;

export class Selection<Sent extends SentFile = SentFile> {
  readonly rows = signal<Row<Sent>[]>([]);
  /** More were chosen than a message takes. */
  readonly over = signal(false);
  protected cleaning: Promise<void> = Promise.resolve();
  private readonly chosen = new Map<number, File>();
  private stop_now: { id: number; control: AbortController } | null = null;
  private next = 1;

  constructor(private readonly stripper: Pick<Stripper, 'strip'>) {}

  /** What goes along with the text. */
  goes(): Row<Sent>[] {
    return this.rows.value.filter(({ stage }) => stage !== 'refused');
  }

  add(files: Iterable<File>): void {
    this.over.value = false;
    for (const file of files) {
      if (this.goes().length >= MOST_FILES) {
        this.over.value = true;
        return;
      }
      const id = this.next;
      this.next += 1;
      const fault: Fault | null = file.size > LARGEST ? 'large' : file.size === 0 ? 'empty' : null;
      const row: Row<Sent> = { id, stage: fault ? 'refused' : 'cleaning', size: file.size, fault, cleaned: null, counted: null, slow: false, sent: null, failure: null };
      this.rows.value = [...this.rows.value, row];
      if (fault) continue;
      this.chosen.set(id, file);
      this.cleaning = this.cleaning.then(() => this.clean(id));
    }
  }

  /** One more try to look into it. */
  clean_again(id: number): void {
    if (!this.chosen.has(id)) return;
    this.patch(id, { stage: 'cleaning', fault: null });
    this.cleaning = this.cleaning.then(() => this.clean(id));
  }

  remove(id: number): void {
    this.stop(id);
    const row = this.find(id);
    if (row?.cleaned?.picture) URL.revokeObjectURL(row.cleaned.picture);
    this.chosen.delete(id);
    this.rows.value = this.rows.value.filter((other) => other.id !== id);
    this.over.value = false;
  }

  stop(id: number): void {
    if (this.stop_now?.id === id) this.stop_now.control.abort();
  }

  clear(): void {
    for (const { id } of this.rows.value) this.remove(id);
  }

  /** Sends one, unless nobody wants to hear of it any more; answers why it is not there. */
  protected async bring({ id, cleaned }: Row<Sent>, send: Send<Sent>, wanted: () => boolean): Promise<Failure | null> {
    if (!cleaned) return null;
    const control = new AbortController();
    this.stop_now = { id, control };
    this.patch(id, { stage: 'sealing', failure: null });
    try {
      const sent = await send(cleaned.file, this.last_number(), (progress) => {
        if (!wanted()) return;
        if (progress.stage === 'slow') this.patch(id, { slow: true });
        if (progress.stage === 'count') this.patch(id, { stage: 'sending', counted: { done: progress.done, total: progress.total } });
      }, control.signal);
      if (wanted()) this.patch(id, { stage: 'sent', sent, counted: null });
      return null;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('fault', String(error));
      if (!wanted()) return failure;
      if (control.signal.aborted) {
        this.patch(id, { stage: 'stopped', counted: null });
        // Nobody answered because nobody waits: the server is not away.
        return new Failure('refused', 'stopped');
      }
      if (failure.reason === 'unacknowledged') this.patch(id, { stage: 'ready' });
      else this.patch(id, { stage: 'failed', counted: null, failure });
      return failure;
    } finally {
      this.stop_now = null;
    }
  }

  /** What is shown and sent is what came out, never what went in. */
  private async clean(id: number): Promise<void> {
    const file = this.chosen.get(id);
    if (!file) return;
    let bytes: ArrayBuffer;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      this.patch(id, { stage: 'refused', fault: 'unreadable' });
      return;
    }
    try {
      const { bytes: kept, ...view } = await this.stripper.strip({ ending: ending_of(file.name), bytes: new Blob([bytes]) });
      const blob = new Blob([kept], { type: TYPES[view.kind] ?? '' });
      const picture = TYPES[view.kind] ? await draw_small(blob) : null;
      if (!this.chosen.has(id)) return void (picture && URL.revokeObjectURL(picture));
      this.chosen.delete(id);
      this.patch(id, { stage: 'ready', size: blob.size, cleaned: { view, file: { ending: view.ending, bytes: blob }, picture } });
    } catch {
      this.patch(id, { stage: 'refused', fault: 'module' });
    }
  }

  protected find(id: number): Row<Sent> | undefined {
    return this.rows.value.find((row) => row.id === id);
  }

  protected patch(id: number, change: Partial<Row<Sent>>): void {
    this.rows.value = this.rows.value.map((row) => (row.id === id ? { ...row, ...change } : row));
  }

  /** Of those that wait for the same message. */
  private last_number(): number {
    return Math.max(0, ...this.rows.value.map(({ sent, stage }) => (stage === 'sent' && sent ? sent.number : 0)));
  }
}

/** Pictures that a page shows. */
export const TYPES: Partial<Record<FileKind, string>> = {
  jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', heic: 'image/heic',
};

/** Of a name, its ending alone: the rest stays here. */
export function ending_of(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
