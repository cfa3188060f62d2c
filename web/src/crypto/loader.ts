// The seam between pages and module. Until the module is here, every deed says that it could not be loaded.

import { Failure, type Desk, type Reporter } from './port';

const no = (): Promise<never> => Promise.reject(new Failure('module'));

export function make_reporter(): Reporter {
  return {
    ready: no, organisation: no, send: no, key: no, read: no, say: no, take_back: no, withdraw: no, erase: no,
    wipe: () => undefined,
  };
}

export function make_desk(): Desk {
  return {
    ready: no, invitation: no, newcomer: no, accept: no, unknown_words: () => Promise.resolve([]), unlock: no, inbox: no,
    show: no, open_all: no, reply: no, take_back: no, note: no, triage: no, people: no, approve: no,
    lock: () => undefined,
  };
}
