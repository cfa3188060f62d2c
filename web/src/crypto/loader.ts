// The seam between pages and module. Until the module is here, every deed says that it could not be loaded.

import { Failure, type Reporter } from './port';

export function make_reporter(): Reporter {
  const no = (): Promise<never> => Promise.reject(new Failure('module'));
  return {
    ready: no, organisation: no, send: no, key: no, read: no, say: no, take_back: no, withdraw: no, erase: no,
    wipe: () => undefined,
  };
}
