// Files that somebody chose for one message: what was taken out of them, and how far each is on its way. In memory only.

import { signal } from '@preact/signals';
import { Failure, type FileKind, type NewFile, type Reporter, type SentFile, type StrippedView } from '../crypto/port';
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

export interface Row {
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
  sent: SentFile | null;
  failure: Failure | null;
}

/** What a batch asks for. */
export type Port = Pick<Reporter, 'strip' | 'attach' | 'name_files' | 'release_files'>;

export class Batch {
  readonly rows = signal<Row[]>([]);
  /** More were chosen than a message takes. */
  readonly over = signal(false);
  /** It was sent once: nothing is chosen for it any more. */
  readonly begun = signal(false);
  readonly working = signal(false);
  /** The line broke: what waits goes on when she says so. */
  readonly broken = signal(false);
  private readonly chosen = new Map<number, File>();
  private stop_now: { id: number; control: AbortController } | null = null;
  private cleaning: Promise<void> = Promise.resolve();
  private next = 1;
  /** Counts what was thrown away: an answer to something thrown away is not heard. */
  private turn = 0;

  /** `told` hears when a message names files. */
  constructor(private readonly port: Port, private readonly told: () => void) {}

  /** Whether anything is here that a page that closes would lose. */
  holds(): boolean {
    return this.rows.value.some(({ stage }) => stage !== 'arrived' && stage !== 'refused');
  }

  /** What goes along with the text. */
  goes(): Row[] {
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
      const row: Row = { id, stage: fault ? 'refused' : 'cleaning', size: file.size, fault, cleaned: null, counted: null, slow: false, sent: null, failure: null };
      this.rows.value = [...this.rows.value, row];
      if (fault) continue;
      this.chosen.set(id, file);
      this.cleaning = this.cleaning.then(() => this.clean(id));
    }
  }

  /** One more try, of cleaning or of sending. */
  again(id: number, token: string | null): void {
    const row = this.find(id);
    if (row?.cleaned) {
      this.patch(id, { stage: 'ready', failure: null });
      if (token !== null) void this.send(token);
    } else if (this.chosen.has(id)) {
      this.patch(id, { stage: 'cleaning', fault: null });
      this.cleaning = this.cleaning.then(() => this.clean(id));
    }
  }

  remove(id: number): void {
    this.stop(id);
    const row = this.find(id);
    if (row?.cleaned?.picture) URL.revokeObjectURL(row.cleaned.picture);
    this.chosen.delete(id);
    this.rows.value = this.rows.value.filter((other) => other.id !== id);
    this.over.value = false;
    if (this.rows.value.length === 0) this.begun.value = false;
  }

  stop(id: number): void {
    if (this.stop_now?.id === id) this.stop_now.control.abort();
    else if (this.find(id)?.stage === 'ready') this.patch(id, { stage: 'stopped' });
  }

  clear(): void {
    this.turn += 1;
    for (const { id } of this.rows.value) this.remove(id);
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
  private async send_one(token: string, { id, cleaned }: Row, wanted: () => boolean): Promise<boolean> {
    if (!cleaned) return true;
    const control = new AbortController();
    this.stop_now = { id, control };
    this.patch(id, { stage: 'sealing', failure: null });
    try {
      const sent = await this.port.attach(token, cleaned.file, this.last_number(), (progress) => {
        if (!wanted()) return;
        if (progress.stage === 'slow') this.patch(id, { slow: true });
        if (progress.stage === 'count') this.patch(id, { stage: 'sending', counted: { done: progress.done, total: progress.total } });
      }, control.signal);
      if (wanted()) this.patch(id, { stage: 'sent', sent, counted: null });
    } catch (error) {
      if (!wanted()) return false;
      const failure = error instanceof Failure ? error : new Failure('fault', String(error));
      if (control.signal.aborted) this.patch(id, { stage: 'stopped', counted: null });
      else if (failure.reason === 'unacknowledged') {
        this.patch(id, { stage: 'ready' });
        this.broken.value = true;
      } else this.patch(id, { stage: 'failed', counted: null, failure });
    } finally {
      this.stop_now = null;
    }
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
      const { bytes: kept, ...view } = await this.port.strip({ ending: ending_of(file.name), bytes: new Blob([bytes]) });
      const blob = new Blob([kept], { type: TYPES[view.kind] ?? '' });
      const picture = TYPES[view.kind] ? await draw_small(blob) : null;
      if (!this.chosen.has(id)) return void (picture && URL.revokeObjectURL(picture));
      this.chosen.delete(id);
      this.patch(id, { stage: 'ready', size: blob.size, cleaned: { view, file: { ending: view.ending, bytes: blob }, picture } });
    } catch {
      this.patch(id, { stage: 'refused', fault: 'module' });
    }
  }

  private find(id: number): Row | undefined {
    return this.rows.value.find((row) => row.id === id);
  }

  private first_ready(): Row | undefined {
    return this.rows.value.find(({ stage }) => stage === 'ready');
  }

  /** Of those that wait for the same message. */
  private last_number(): number {
    return Math.max(0, ...this.rows.value.map(({ sent, stage }) => (stage === 'sent' && sent ? sent.number : 0)));
  }

  private patch(id: number, change: Partial<Row>): void {
    this.rows.value = this.rows.value.map((row) => (row.id === id ? { ...row, ...change } : row));
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
