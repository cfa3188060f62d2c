// The reporter's port: one module makes reports, another reads mailboxes, a third sends and fetches files, a fourth reads
// the access log. Each is fetched when it is first needed, and checks the organisation itself before it does anything else.

import files_address from '../../wasm/files.wasm?url';
import mailbox_address from '../../wasm/mailbox.wasm?url';
import report_address from '../../wasm/report.wasm?url';
import receipt_address from '../../wasm/receipt.wasm?url';
import { Link } from './link';
import { OPERATIONS, type Operation } from './operations';
import { Failure, type OrganisationView, type Progress, type Reporter } from './port';
import type { Ask, Fetched } from './protocol';
import { make_stripper } from './strip';
import { same_words, words_of } from './words';

/** Seven groups of four somewhere in what was pasted. */
const KEY = /(?:[0-9A-Za-z][\s-]*){28}/;

/** Which of them a page begins with. */
export type Half = 'report' | 'mailbox';
type Part = Half | 'files' | 'receipt';

export function make_reporter(first: Half): Reporter {
  // A worker each: a file that takes minutes keeps nobody from her key.
  const parts = {
    report: new Link(report_address, 'report'), mailbox: new Link(mailbox_address, 'mailbox'),
    files: new Link(files_address, 'files'), receipt: new Link(receipt_address),
  };
  const stripper = make_stripper();
  let asked: { slug: string; fingerprint: string | null } | undefined;
  /** Ids of what was checked: all have to find the same organisation. */
  const found = new Map<Part, string>();

  /** All of it comes from the module that a page begins with; the others say only which organisation they found. */
  async function check(part: Part): Promise<OrganisationView> {
    if (!asked) throw new Failure('fault', 'no organisation was named');
    const { slug, fingerprint } = asked;
    const organisation = await parts[part].call<OrganisationView>(OPERATIONS.ORGANISATION, [slug]);
    const said = fingerprint === null || same_words(fingerprint, await fetched_words(organisation.fingerprint));
    if (!said || [...found.values()].some((id) => id !== organisation.id)) {
      wipe();
      throw new Failure('distrust', said ? 'another organisation than before' : 'other words than the link says');
    }
    found.set(part, organisation.id);
    return organisation;
  }

  async function call<T>(
    part: Part, operation: Operation, fields: Ask['fields'], progress?: (progress: Progress) => void, stop?: AbortSignal,
  ): Promise<T> {
    if (!found.has(part)) await check(part);
    try {
      return await parts[part].call<T>(operation, fields, progress, stop);
    } catch (error) {
      // With its worker went what it knew.
      if (error instanceof Failure && error.reason === 'module') found.delete(part);
      throw error;
    }
  }

  let working = false;
  /** In stretches, so that whatever else is asked need not wait. */
  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      while (!(await call<boolean>('report', OPERATIONS.WORK, [])));
    } catch {
      // Then it is done when she sends.
    }
    working = false;
  }

  function wipe(): void {
    found.clear();
    for (const link of [...Object.values(parts), stripper]) link.end();
  }

  return {
    ready: () => parts[first].ready(),
    organisation(slug, fingerprint) {
      asked = { slug, fingerprint };
      return check(first);
    },
    words: (organisation) => fetched_words(organisation.fingerprint),
    gate: (typed) => call('report', OPERATIONS.GATE, [typed]),
    work: () => void work(),
    send: (draft, attempt, progress) =>
      call('report', OPERATIONS.SEND, [attempt, draft.text, Number(draft.with_fallback), draft.code, ...draft.exclude], progress),
    async key(typed) {
      try {
        return await call<string>('mailbox', OPERATIONS.KEY, [KEY.exec(typed)?.[0] ?? typed]);
      } catch (error) {
        if (error instanceof Failure && error.reason === 'typing') return null;
        throw error;
      }
    },
    read: (token) => call('mailbox', OPERATIONS.READ, [token]),
    say: (token, text) => call('mailbox', OPERATIONS.SAY, [token, text]),
    async take_back(token, sequence) {
      await call('mailbox', OPERATIONS.TAKE_BACK, [token, sequence]);
    },
    withdraw: (token) => call('mailbox', OPERATIONS.WITHDRAW, [token]),
    erase: (token) => call('mailbox', OPERATIONS.ERASE, [token]),
    strip: (file) => stripper.strip(file).finally(() => stripper.end()),
    attach: (token, { ending, bytes }, before, progress, stop) =>
      call('files', OPERATIONS.ATTACH, [token, before, ending, bytes], progress, stop),
    name_files: (token, files) => call('files', OPERATIONS.NAME_FILES, [token, '', ...files.map(({ bytes }) => bytes)]),
    fetch_file: async (token, message, file, progress, stop) =>
      (await call<Fetched>('files', OPERATIONS.FETCH, [token, message, file], progress, stop)).bytes,
    release_files() {
      found.delete('files');
      parts.files.end();
    },
    receipt: (token, progress) => call('receipt', OPERATIONS.RECEIPT, [token], progress),
    proofs: (token, progress) => call('receipt', OPERATIONS.PROOFS, [token], progress),
    wipe,
  };
}

async function fetched_words(places: number[]): Promise<string[]> {
  try {
    return await words_of(places);
  } catch {
    throw new Failure('unacknowledged', 'the words did not come');
  }
}
