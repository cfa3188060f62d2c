// Made-up people and a port that answers with them, or fails as asked.

import { Failure, type MailboxView, type MessageView, type OrganisationView, type PersonView, type Progress, type Reason, type ReceiptView, type Reporter, type SentView } from '../src/crypto/port';

export const VERSION = 'copper lantern yonder mossy gravel tiptoe velvet';

export const TOKEN = 'K7QF-9M2P-X3DT-R8WC-4HJN-ZB6V-2Y5G';

function person(id: string, name: string, role: PersonView['role']): PersonView {
  return { id, name, role, guardian: false, deputy: false, words: null };
}

export const ORGANISATION: OrganisationView = {
  id: 'o', slug: 'noord', name: 'Bakkerij Noord', locale: 'nl-BE', fingerprint: [1, 2, 3, 4, 5, 6, 7],
  people: [person('i', 'Ilse', 'coach'), person('k', 'Karim', 'coach'), person('v', 'Veerle Maes', 'fallback')],
  today: '2026-11-21', ticks: ['07:00', '19:00'], next_tick: '2026-11-21T19:00', time_zone: 'Europe/Brussels', day_if_sent_now: '2026-11-21',
  answer_by: '2026-11-28', feedback_by: '2027-02-28', quiet_since: null, removals: [], gate: false, test: false,
};

export const SENT: SentView = {
  token: TOKEN, day: '2026-11-21', answer_by: '2026-11-28', feedback_by: '2027-02-28', readers: ['Ilse', 'Karim'],
};

export const STORY = `Sinds Sandra teamleider is, krijgen altijd dezelfde drie mensen de leuke klanten. Wie er iets van zegt, krijgt een week lang de moeilijke telefoons.

Vorige dinsdag riep ze om 14u30 tegen mij voor iedereen: "als het je niet aanstaat, daar is de deur". Ik ben de enige die halftijds werkt.`;

function message(author: string, day: string, text: string, more: Partial<MessageView> = {}): MessageView {
  return { author, day, text, attachments: [], released: true, sequence: 0, kind: 'text', ...more };
}

export const MESSAGES = {
  first: message('reporter', '2026-11-21', STORY),
  answer: message('Ilse', '2026-11-24', `Dag, dank je om dit te schrijven. Ik heb het rustig gelezen. Als ik het goed begrijp, gaat het over wie welke klanten krijgt, en over hoe er op vragen gereageerd wordt. Klopt dat?

Ik doe niets zonder dat jij weet wat. Wat zou voor jou een eerste kleine stap vooruit zijn?`),
  status: message('Ilse', '2026-11-24', '', { kind: 'status', status: 'dialogue' }),
  more: message('reporter', '2026-11-25', 'Ja, dat klopt. Dat het eerlijk verdeeld wordt.', { sequence: 1 }),
  waiting: message('reporter', '2026-11-26', 'En nog iets: het gaat al sinds de zomer zo.', { sequence: 2, released: false }),
  later: message('Karim', '2026-11-26', 'Ilse is deze week weg, ik neem even over. Zullen we woensdag wandelen?', { sequence: 0 }),
  give: message('Ilse', '2026-11-25', '', { kind: 'give', people: ['Ilse', 'Karim'] }),
  enclosed: message('Ilse Maes', '2026-11-23', 'Hier zijn de afspraken van het overleg.', { attachments: [
    { number: 1, name: 'file-1.jpg', media_type: 'image/jpeg', size: 2_140_000 },
    { number: 2, name: 'file-2.pdf', media_type: 'application/pdf', size: 310_000 },
  ] }),
  files: message('reporter', '2026-11-22', '', { sequence: 1, kind: 'files', attachments: [
    { number: 1, name: 'file-1.jpg', media_type: 'image/jpeg', size: 2_140_000 },
    { number: 2, name: 'file-2.pdf', media_type: 'application/pdf', size: 310_000 },
  ] }),
  damaged: message('Ilse', '2026-11-25', '', { damage: 'unreadable' }),
  gap: message('Ilse', '2026-11-25', '', { damage: 'gap' }),
  withdrawn: message('reporter', '2026-11-25', '', { kind: 'withdraw', sequence: 3 }),
};

export function mailbox(messages: MessageView[], more: Partial<MailboxView> = {}): MailboxView {
  return { messages, status: 'new', answer_by: '2026-11-28', feedback_by: '2027-02-28', restored_to: null, ...more };
}

function access(entry: number, number: number, day: string | null, act: string, person: string | null, purpose = 'none') {
  return { entry, number, day, act, person, role: person === null ? 'unnamed' : 'coach', purpose };
}

export const RECEIPT: ReceiptView = {
  size: 12_800, checkpoint: 'micromoed.org/ledger/00', complete_to: '2026-11-28', problems: [], witnesses: [{ name: 'ondernemingsraad.example', day: '2026-11-27' }],
  accesses: [
    access(11_020, 0, '2026-11-21', 'thread.registered', null),
    access(11_301, 1, '2026-11-23', 'body.release', 'Ilse', 'first_reading'),
    access(11_302, 2, '2026-11-24', 'reply.sent', 'Ilse', 'reply'),
    access(11_777, 3, '2026-11-26', 'body.release', 'Karim Vandenbroucke-Oosterlinck', 'handover'),
    access(11_790, 4, '2026-11-27', 'body.release', 'Ilse', 'legal_duty'),
  ],
};

/** Everything that can be wrong, and everything that can stand there. */
export const WRONG: ReceiptView = {
  ...RECEIPT,
  accesses: [
    access(900, 1, null, 'erased-body', null),
    ...['attachment.release', 'export.made', 'thread.given', 'thread.taken_over', 'thread.stepped_aside', 'share.release'].map(
      (act, n) => access(1_000 + n, 2 + n, '2026-11-24', act, 'Ilse'),
    ),
    access(1_100, 9, '2026-11-26', 'thread.expired', null),
    access(1_200, 10, '2026-11-26', 'thread.erased', null),
  ],
  problems: (['gap', 'twice', 'unsigned', 'changed', 'unreadable', 'unopened', 'unregistered', 'dated', 'forked'] as const).map((kind) => ({
    kind, entry: null, number: 3, person: 'Karim',
  })),
};

/** A made-up photo: a board with notes on it. */
export async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(640, 480);
  const brush = canvas.getContext('2d');
  if (brush) {
    brush.fillStyle = '#cfc7b6';
    brush.fillRect(0, 0, 640, 480);
    for (let note = 0; note < 12; note += 1) {
      brush.fillStyle = ['#f4e7a1', '#bfe0d2', '#f2c6b4'][note % 3] ?? '';
      brush.fillRect(40 + (note % 4) * 145, 40 + Math.floor(note / 4) * 140, 120, 105);
    }
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

export interface Behaviour {
  organisation?: Partial<OrganisationView>;
  /** Why the organisation cannot be checked. */
  trust?: Reason;
  send?: Reason;
  view?: MailboxView;
  read?: Reason;
  deed?: Reason;
  /** Why a file is not looked into. */
  strip?: Reason;
  /** Why a file does not come through. */
  file?: Reason;
  problem?: string;
  key?: boolean;
  /** Whether it is the code that everybody has; `typing` for what is no code. */
  code?: boolean | 'typing';
  receipt?: ReceiptView;
  /** Milliseconds each deed takes; `Infinity` for never. */
  slow?: number;
}

export function make_port(behaviour: Behaviour): Reporter {
  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      if (behaviour.slow !== Infinity) setTimeout(resolve, behaviour.slow ?? 0);
    });
  const or_fail = async <T>(reason: Reason | undefined, value: T): Promise<T> => {
    await wait();
    if (reason) throw new Failure(reason, '', behaviour.problem ?? '');
    return value;
  };
  return {
    ready: () => Promise.resolve(),
    organisation: () => (behaviour.trust ? Promise.reject(new Failure(behaviour.trust)) : Promise.resolve({ ...ORGANISATION, ...behaviour.organisation })),
    words: () => Promise.resolve('copper.lantern.meadow.orchard.pebble.saffron.tulip'.split('.')),
    gate: () => or_fail(behaviour.code === 'typing' ? 'typing' : undefined, behaviour.code !== false),
    work: () => undefined,
    send: async (_draft, _attempt, progress) => {
      if (!behaviour.send) {
        progress({ stage: 'sealed', milliseconds: 38 });
        progress({ stage: 'sent' });
      }
      return or_fail(behaviour.send, SENT);
    },
    key: (typed) => Promise.resolve(behaviour.key === false ? null : typed),
    read: () => or_fail(behaviour.read, behaviour.view ?? mailbox([MESSAGES.first])),
    say: () => or_fail(behaviour.deed, { sequence: 1, day: '2026-11-21' }),
    take_back: () => or_fail(behaviour.deed, undefined),
    withdraw: () => or_fail(behaviour.deed, { sequence: 1, day: '2026-11-21' }),
    erase: () => or_fail(behaviour.deed, { erased: 1 }),
    strip: async ({ ending, bytes }) => {
      const photo = ending === 'jpg';
      const kind = photo ? 'jpeg' as const : ending === 'pdf' ? 'pdf' as const : 'other' as const;
      const kept = photo ? await picture() : new Uint8Array(await bytes.arrayBuffer());
      return or_fail(behaviour.strip, {
        kind, gone: photo ? ['place', 'device', 'date', 'thumbnail'] : kind === 'pdf' ? ['author', 'date'] : [], ending, bytes: kept,
        assurance: photo ? 'removed' : kind === 'pdf' ? 'best_effort' : 'untouched',
      });
    },
    attach: (_token, _file, before, progress) => {
      progress({ stage: 'count', done: 0, total: 4 });
      progress({ stage: 'count', done: 2, total: 4 });
      return or_fail(behaviour.file, { number: before + 1, bytes: new Uint8Array() });
    },
    name_files: () => or_fail(behaviour.deed, { sequence: 1, day: '2026-11-21' }),
    fetch_file: async (_token, _message, _file, progress) => {
      progress({ stage: 'count', done: 2, total: 4 });
      return or_fail(behaviour.file, await picture());
    },
    release_files: () => undefined,
    receipt: (_token, progress: (progress: Progress) => void) => {
      progress({ stage: 'count', done: 8_192, total: 12_800 });
      return or_fail(behaviour.deed, behaviour.receipt ?? RECEIPT);
    },
    proofs: () => or_fail(behaviour.deed, [{ entry: 11_301, text: 'c2sp.org/tlog-proof@v1' }]),
    wipe: () => undefined,
  };
}
