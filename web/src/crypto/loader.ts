// The reporter's port: her module in a worker.

import module_address from '../../wasm/reporter.wasm?url';
import { Link } from './link';
import { OPERATIONS } from './operations';
import { Failure, type OrganisationView, type Reporter } from './port';
import { same_words, words_of } from './words';

/** Seven groups of four somewhere in what was pasted. */
const KEY = /(?:[0-9A-Za-z][\s-]*){28}/;

export function make_reporter(): Reporter {
  const link = new Link(module_address);
  return {
    ready: () => link.ready(),
    async organisation(slug, fingerprint) {
      const organisation = await link.call<OrganisationView>(OPERATIONS.ORGANISATION, [slug]);
      if (fingerprint !== null && !same_words(fingerprint, await fetched_words(organisation.fingerprint))) {
        link.end();
        throw new Failure('distrust', 'other words than the link says');
      }
      return organisation;
    },
    words: (organisation) => fetched_words(organisation.fingerprint),
    send: (draft, attempt, progress) =>
      link.call(OPERATIONS.SEND, [attempt, draft.text, Number(draft.with_fallback), ...draft.exclude], progress),
    async key(typed) {
      try {
        return await link.call<string>(OPERATIONS.KEY, [KEY.exec(typed)?.[0] ?? typed]);
      } catch (error) {
        if (error instanceof Failure && error.reason === 'typing') return null;
        throw error;
      }
    },
    read: (token) => link.call(OPERATIONS.READ, [token]),
    say: (token, text) => link.call(OPERATIONS.SAY, [token, text]),
    async take_back(token, sequence) {
      await link.call(OPERATIONS.TAKE_BACK, [token, sequence]);
    },
    withdraw: (token) => link.call(OPERATIONS.WITHDRAW, [token]),
    erase: (token) => link.call(OPERATIONS.ERASE, [token]),
    receipt: (token, progress) => link.call(OPERATIONS.RECEIPT, [token], progress),
    wipe: () => link.end(),
  };
}

async function fetched_words(places: number[]): Promise<string[]> {
  try {
    return await words_of(places);
  } catch {
    throw new Failure('unacknowledged', 'the words did not come');
  }
}
