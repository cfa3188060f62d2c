// Files that were fetched in this sitting: each is an entry in the log, so what came is kept in memory until the desk locks.

import { signal } from '@preact/signals';
import { Failure, type Desk, type MessageView, type Progress } from '../../crypto/port';
import { picture_type } from '../../files/picture';
import { as_failure, type Session } from './session';

export type FileView = MessageView['attachments'][number];

/** Of one file. */
export interface Had {
  /** While it comes. */
  counted: { done: number; total: number } | null;
  /** All of it, once it was checked. */
  whole: Uint8Array<ArrayBuffer> | null;
  /** An address for an `<img>`, where it is a picture. */
  picture: string | null;
  failure: Failure | null;
}

const NOTHING: Had = { counted: null, whole: null, picture: null, failure: null };

export type Files = ReturnType<typeof make_files>;

export function make_files(port: Desk, session: Session) {
  const had = signal<ReadonlyMap<string, Had>>(new Map());
  const stops = new Map<string, AbortController>();

  const key = (n: number, { author }: MessageView, { number }: FileView): string => `${n} ${number} ${author}`;

  function put(at: string, change: Partial<Had>): void {
    had.value = new Map(had.value).set(at, { ...NOTHING, ...had.value.get(at), ...change });
  }

  return {
    of: (n: number, message: MessageView, file: FileView): Had => had.value.get(key(n, message, file)) ?? NOTHING,

    /** `place` counts the messages from 1. */
    async fetch(n: number, message: MessageView, place: number, file: FileView): Promise<void> {
      const at = key(n, message, file);
      if (stops.has(at)) return;
      const stop = new AbortController();
      stops.set(at, stop);
      put(at, { counted: { done: 0, total: 1 }, failure: null });
      const count = (progress: Progress): void => {
        if (progress.stage === 'count' && !stop.signal.aborted) put(at, { counted: { done: progress.done, total: progress.total } });
      };
      const fetching = port.fetch_file(n, place, file.number, count, stop.signal).catch((error: unknown) => {
        // Nobody answered because nobody waits: the server is not away.
        throw stop.signal.aborted ? new Failure('refused', 'stopped') : error;
      });
      try {
        const whole = await session.call(fetching);
        const type = picture_type(whole);
        put(at, { counted: null, whole, picture: type === null ? null : URL.createObjectURL(new Blob([whole], { type })) });
      } catch (error) {
        put(at, { counted: null, failure: stop.signal.aborted ? null : as_failure(error) });
      }
      stops.delete(at);
    },

    stop: (n: number, message: MessageView, file: FileView): void => stops.get(key(n, message, file))?.abort(),

    forget(): void {
      for (const { picture } of had.value.values()) if (picture !== null) URL.revokeObjectURL(picture);
      for (const stop of stops.values()) stop.abort();
      stops.clear();
      had.value = new Map();
    },
  };
}
