// The coach's port: the desk's module in a worker.

import module_address from '../../wasm/desk.wasm?url';
import { Link } from './link';
import { OPERATIONS } from './operations';
import type { Desk } from './port';
import type { Fetched } from './protocol';
import { make_stripper } from './strip';

export function make_desk(): Desk {
  const link = new Link(module_address);
  const stripper = make_stripper();
  return {
    ready: () => link.ready(),
    invitation: (invitation) => link.call(OPERATIONS.INVITATION, [invitation]),
    newcomer: (invitation, slug, name, account) => link.call(OPERATIONS.NEWCOMER, [invitation, slug, name, account ?? '']),
    async accept() {
      await link.call(OPERATIONS.ACCEPT, []);
    },
    unknown_words: (typed) => link.call(OPERATIONS.UNKNOWN_WORDS, [typed]),
    look_alikes: (word) => link.call(OPERATIONS.LOOK_ALIKES, [word]),
    unlock: (slug, account, secret) => link.call(OPERATIONS.UNLOCK, [slug, account, secret]),
    inbox: (progress) => link.call(OPERATIONS.INBOX, [], progress),
    show: (n) => link.call(OPERATIONS.SHOW, [n]),
    open_all: (numbers, progress) => link.call(OPERATIONS.OPEN_ALL, numbers, progress),
    reply: (n, text, files) => link.call(OPERATIONS.REPLY, [n, text, ...files.map(({ bytes }) => bytes)]),
    strip: (file) => stripper.strip(file).finally(() => stripper.end()),
    enclose: (n, { ending, bytes }, before, progress, stop) =>
      link.call(OPERATIONS.ENCLOSE, [n, before, ending, bytes], progress, stop),
    async take_back(n, sequence) {
      await link.call(OPERATIONS.TAKE_REPLY_BACK, [n, sequence]);
    },
    draft: (n, text) => link.call(OPERATIONS.DRAFT, [n, text]),
    fetch_file: async (n, message, file, progress, stop) =>
      (await link.call<Fetched>(OPERATIONS.FETCH_FILE, [n, message, file], progress, stop)).bytes,
    note: (n, text) => link.call(OPERATIONS.NOTE, [n, text]),
    triage: (n, changes) => link.call(OPERATIONS.TRIAGE, [n, ...changes]),
    people: () => link.call(OPERATIONS.PEOPLE, []),
    approve: (n, guardian) => link.call(OPERATIONS.APPROVE, [n, Number(guardian)]),
    gate_code: () => link.call(OPERATIONS.GATE_CODE, []),
    new_gate_code: () => link.call(OPERATIONS.NEW_GATE_CODE, []),
    agree_gate_code: (words) => link.call(OPERATIONS.AGREE_GATE_CODE, [words]),
    remove_gate_code: () => link.call(OPERATIONS.REMOVE_GATE_CODE, []),
    log: (from, progress) => link.call(OPERATIONS.LOG, [from], progress),
    lock() {
      link.end();
      stripper.end();
      // The cookie of a session that only lists; nobody waits for the answer.
      void fetch('/api/v1/session', { method: 'DELETE', keepalive: true, credentials: 'same-origin', referrerPolicy: 'no-referrer' }).catch(() => undefined);
    },
  };
}
