// The coach's port: what is done every day and what is rare are two modules in one worker. Whichever unlocked hands over
// to the other when that is needed. The words of passphrases are a third, which knows no key.

import desk_address from '../../wasm/desk.wasm?url';
import office_address from '../../wasm/office.wasm?url';
import words_address from '../../wasm/words.wasm?url';
import { Link } from './link';
import { OPERATIONS, type Operation } from './operations';
import type { Desk, Progress, UnlockedView } from './port';
import type { Ask, Fetched, Place } from './protocol';
import { make_stripper } from './strip';
import { words_of } from './words';

/** Which of the two a page begins with. */
export type Half = 'desk' | 'office';

const PLACES: Record<Half, Place> = { desk: { module: desk_address }, office: { module: office_address } };

export function make_desk(first: Half): Desk {
  const link = new Link(PLACES[first].module);
  const list = new Link(words_address);
  const stripper = make_stripper();
  /** That the other half has the unlocked desk too. */
  let shared: Promise<void> | undefined;

  function share(): Promise<void> {
    const [of, from] = first === 'desk' ? [PLACES.office, PLACES.desk] : [PLACES.desk, PLACES.office];
    const sharing = (shared ??= link.call<void>(OPERATIONS.TAKE_OVER, [], undefined, undefined, { of, from }));
    sharing.catch(() => (shared = undefined));
    return sharing;
  }

  async function at<T>(
    half: Half, operation: Operation, fields: Ask['fields'], progress?: (progress: Progress) => void, stop?: AbortSignal,
  ): Promise<T> {
    if (half !== first) await share();
    return link.call<T>(operation, fields, progress, stop, { of: PLACES[half] });
  }

  /** Before anybody unlocked. */
  const newcomer = <T>(operation: Operation, fields: Ask['fields']): Promise<T> =>
    link.call<T>(operation, fields, undefined, undefined, { of: PLACES.office });

  return {
    ready: () => link.ready(),
    invitation: (invitation) => newcomer(OPERATIONS.INVITATION, [invitation]),
    newcomer: (invitation, slug, name, account) => newcomer(OPERATIONS.NEWCOMER, [invitation, slug, name, account ?? '']),
    async accept() {
      await newcomer(OPERATIONS.ACCEPT, []);
    },
    unknown_words: (typed) => list.call(OPERATIONS.UNKNOWN_WORDS, [typed]),
    look_alikes: (word) => list.call(OPERATIONS.LOOK_ALIKES, [word]),
    async unlock(slug, account, secret) {
      shared = undefined;
      const view = await at<UnlockedView>(first, OPERATIONS.UNLOCK, [slug, account, secret]);
      list.end();
      return { ...view, fingerprint: (await words_of(view.organisation.fingerprint)).join('.') };
    },
    inbox: (progress) => at('desk', OPERATIONS.INBOX, [], progress),
    show: (n) => at('desk', OPERATIONS.SHOW, [n]),
    open_all: (numbers, progress) => at('desk', OPERATIONS.OPEN_ALL, numbers, progress),
    reply: (n, text, files) => at('desk', OPERATIONS.REPLY, [n, text, ...files.map(({ bytes }) => bytes)]),
    strip: (file) => stripper.strip(file).finally(() => stripper.end()),
    enclose: (n, { ending, bytes }, before, progress, stop) => at('desk', OPERATIONS.ENCLOSE, [n, before, ending, bytes], progress, stop),
    async take_back(n, sequence) {
      await at('desk', OPERATIONS.TAKE_REPLY_BACK, [n, sequence]);
    },
    draft: (n, text) => at('desk', OPERATIONS.DRAFT, [n, text]),
    fetch_file: async (n, message, file, progress, stop) =>
      (await at<Fetched>('desk', OPERATIONS.FETCH_FILE, [n, message, file], progress, stop)).bytes,
    note: (n, text) => at('desk', OPERATIONS.NOTE, [n, text]),
    triage: (n, changes) => at('desk', OPERATIONS.TRIAGE, [n, ...changes]),
    people: () => at('office', OPERATIONS.PEOPLE, []),
    approve: (n, guardian) => at('office', OPERATIONS.APPROVE, [n, Number(guardian)]),
    gate_code: () => at('office', OPERATIONS.GATE_CODE, []),
    new_gate_code: () => at('office', OPERATIONS.NEW_GATE_CODE, []),
    agree_gate_code: (words) => at('office', OPERATIONS.AGREE_GATE_CODE, [words]),
    remove_gate_code: () => at('office', OPERATIONS.REMOVE_GATE_CODE, []),
    log: (from, progress) => at('office', OPERATIONS.LOG, [from], progress),
    lock() {
      shared = undefined;
      link.end();
      list.end();
      stripper.end();
      // The cookie of a session that only lists; nobody waits for the answer.
      void fetch('/api/v1/session', { method: 'DELETE', keepalive: true, credentials: 'same-origin', referrerPolicy: 'no-referrer' }).catch(() => undefined);
    },
  };
}
