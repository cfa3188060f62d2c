// A desk with made-up data, as quick or slow or broken as a state wants it.

import {
  Failure, type CaseView, type Desk, type DeskView, type GateCodeView, type LogView, type MessageView, type PersonView, type Reason, type ShowView,
  type Status, type ThreadView,
} from '../src/crypto/port';
import { picture } from './fixture';
import { later } from '../src/text/days';
import { log_view } from './log';

export const TODAY = '2026-11-25';
const WORDS = 'anchor.violet.meadow.copper.lantern.thistle.harbor';

const person = (n: number, name: string, role: PersonView['role'], guardian = false, deputy = false): PersonView => ({
  id: `p${n}`, name, role, guardian, deputy, words: n === 4 ? null : WORDS,
});

export const ILSE = person(1, 'Ilse Maes', 'coach', true);
export const PEOPLE = [
  ILSE, person(2, 'Karim El Idrissi', 'coach', true, true), person(3, 'Dr. Hanne Vandenbroucke', 'fallback'),
  person(4, 'Wout Claes', 'auditor'),
];

export function desk_view(change: Partial<DeskView> = {}): DeskView {
  return {
    organisation: {
      id: 'o', slug: 'bakkerij-noord', name: 'Bakkerij Noord', locale: 'nl-BE', fingerprint: [1, 2, 3, 4, 5, 6, 7],
      people: PEOPLE, today: TODAY, ticks: ['07:00', '19:00'], next_tick: null, time_zone: 'Europe/Brussels', day_if_sent_now: TODAY,
      answer_by: later(TODAY, 7), feedback_by: later(TODAY, 97), quiet_since: null, removals: [], gate: false, test: false,
    },
    fingerprint: WORDS, account: 'ilse', me: ILSE, roster_changed: null, ...change,
  };
}

const SAID = [
  'Sinds er een nieuwe teamleider is krijgen altijd dezelfde drie mensen de leuke klanten. Wie er iets van zegt, krijgt een week lang de moeilijke lijst.',
  'De planning verandert elke donderdagavond en dan moet je het weekend omgooien. Ik kan zo geen opvang meer regelen.',
  'Er was een cursus beloofd in maart, toen in juni, en nu hoor ik er niets meer van.',
  'Ik heb erover geslapen. Ik wil wel praten, maar niet op kantoor. Kan het bellen zijn?',
  'Het is klein, maar in de keuken staat de radio zo luid dat niemand elkaar verstaat.',
];
const LINES = [
  'Verdeling van klanten in de namiddagploeg', 'Planning verandert te laat', 'Beloofde cursus blijft uit', null,
  'Lawaai in de keuken',
];
const CATEGORIES = ['favouritism', 'roster', 'growth', null, 'environment', 'wellbeing', 'leadership'];
const STATUSES: Status[] = ['dialogue', 'acked', 'action', 'new', 'aftercare', 'feedback', 'closed'];

export function thread(n: number, change: Partial<ThreadView> = {}): ThreadView {
  const answered = n % 3 !== 0;
  const day = later(TODAY, -(n % 40));
  return {
    n, new: false, day, answer_by: answered ? null : later(day, 7), feedback_by: later(day, 92),
    status: STATUSES[n % STATUSES.length] ?? 'new', category: CATEGORIES[n % CATEGORIES.length] ?? null,
    severity: n % 2 === 0 ? `S${1 + (n % 4)}` : null, urgency: 'U1', keeper: n % 4 === 0 ? 'Ilse Maes' : null,
    line: LINES[n % LINES.length] ?? null, flags: n % 11 === 0 ? ['detriment-risk'] : [], from_reporter: 1 + (n % 3),
    last: null, from_staff: answered ? 1 + (n % 2) : 0, ...change,
  };
}

export const fresh = (n: number): ThreadView => thread(n, {
  new: true, day: TODAY, answer_by: later(TODAY, 7), feedback_by: later(TODAY, 92), status: 'new', category: null, severity: null, urgency: null,
  line: null, flags: [], keeper: null, from_reporter: null, from_staff: null,
});

export function message(author: string, text: string, change: Partial<MessageView> = {}): MessageView {
  return { author, day: '2026-11-21', text, attachments: [], released: true, sequence: 0, kind: 'text', ...change };
}

export function show(listed: ThreadView, change: { messages?: MessageView[]; case?: Partial<CaseView> } = {}): ShowView {
  const { n, category, severity, urgency, keeper, line, flags, day } = listed;
  const first = message('reporter', SAID[n % SAID.length] ?? '', { day });
  const answer = message('Ilse Maes', 'Dag, dank je om dit te schrijven. Ik heb het rustig gelezen. Klopt het dat het vooral over de namiddag gaat?', { day: later(day, 1) });
  const answered = listed.answer_by === null;
  return {
    n, draft: null, messages: change.messages ?? (answered ? [first, answer] : [first]),
    case: {
      keeper, category, severity, urgency, status: listed.status, flags, themes: ['verdeling', 'namiddag'], unit: null,
      line, closed: null, notes: [], day, answered: answered ? later(day, 1) : null,
      answer_by: answered ? null : later(day, 7), feedback_by: later(day, 92),
      readers: ['Ilse Maes', 'Dr. Hanne Vandenbroucke'], excluded: [], damaged_records: 0, another_roster: false, ...change.case,
    },
  };
}

export interface Setting {
  view?: DeskView;
  threads?: ThreadView[];
  shows?: Record<number, ShowView>;
  pending?: boolean;
  people?: PersonView[];
  needed?: number;
  /** Milliseconds each call takes. */
  slow?: Partial<Record<keyof Desk, number>>;
  fail?: Partial<Record<keyof Desk, [Reason, string?, string?]>>;
  first?: boolean;
  /** What every file holds; a picture where it is not said. */
  file?: Uint8Array<ArrayBuffer>;
  log?: LogView;
  gate?: GateCodeView;
}

export function make_port(setting: Setting): Desk {
  const threads = setting.threads ?? [];
  async function turn<T>(call: keyof Desk, answer: () => T): Promise<T> {
    const wait = setting.slow?.[call] ?? 0;
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const fail = setting.fail?.[call];
    if (fail) throw new Failure(fail[0], fail[2] ?? '', fail[1] ?? '');
    return answer();
  }
  const shown = (n: number): ShowView => {
    const found = threads.find((listed) => listed.n === n) ?? thread(n);
    return setting.shows?.[n] ?? show({ ...found, new: false });
  };
  let sequence = 5;
  let gate: GateCodeView = setting.gate ?? { since: null, former: false, proposal: null };
  return {
    ready: () => turn('ready', () => undefined),
    invitation: () => turn('invitation', () => ({
      slug: 'bakkerij-noord', organisation: 'Bakkerij Noord', role: 'coach', name: 'Ilse Maes', first: setting.first ?? false,
    })),
    newcomer: (_invitation, _slug, name) => turn('newcomer', () => ({
      account: name.toLowerCase().split(' ')[0] ?? 'ilse', passphrase: 'fietsen anchor velvet copper meadow thirty',
      recovery_kit: 'K7QF-9M2X-4TRA-0PZW-HC5J-3NVE-8DYB', fingerprint: WORDS,
      words: 'orchard.pebble.saffron.tulip.walnut.zenith.birch', role: 'coach', pending: setting.first !== true,
    })),
    accept: () => turn('accept', () => undefined),
    unknown_words: (typed) => turn('unknown_words', () => {
      const known = new Set('fietsen anchor velvet copper meadow thirty'.split(' '));
      const near = ['anchovy', 'velcro', 'copied', 'meander', 'thirsty', 'lantern', 'harbor', 'violin', 'thimble'];
      const words = typed.split(/[\s]+/).filter((word) => word !== '' && !known.has(word));
      return words.map((word, n) => ({ word, nearest: word === 'fitsen' ? 'fietsen' : near[n % near.length] ?? '' }));
    }),
    look_alikes: (word) => turn('look_alikes', () => ['anchovy', 'velcro', 'copied', 'meander'].filter((other) => other !== word).slice(0, 3)),
    unlock: () => turn('unlock', () => setting.view ?? desk_view()),
    async inbox(progress) {
      const total = threads.length;
      if (setting.slow?.inbox) progress({ stage: 'count', done: Math.round(total * 0.48), total });
      return turn('inbox', () => ({ threads }));
    },
    show: (n) => turn('show', () => shown(n)),
    open_all: async (numbers, progress) => turn('open_all', () => {
      progress({ stage: 'count', done: numbers.length, total: numbers.length });
      return numbers.map(shown);
    }),
    strip: async ({ ending }) => {
      const photo = ending === 'jpg';
      const bytes = photo ? await picture() : new TextEncoder().encode('%PDF-1.7') as Uint8Array<ArrayBuffer>;
      return turn('strip', () => ({
        kind: photo ? 'jpeg' as const : 'pdf' as const, gone: photo ? ['place', 'device', 'date', 'thumbnail'] : ['author', 'date'], ending, bytes,
        assurance: photo ? 'removed' as const : 'best_effort' as const,
      }));
    },
    enclose: (_n, { ending, bytes }, before, progress) => {
      progress({ stage: 'count', done: 3, total: 8 });
      const number = before + 1;
      return turn('enclose', () => ({
        number, name: `file-${number}.${ending}`, media_type: ending === 'jpg' ? 'image/jpeg' : 'application/pdf', size: bytes.size, bytes: new Uint8Array(),
      }));
    },
    reply: (n) => turn('reply', () => ({ n, sequence: (sequence += 1), day: TODAY })),
    take_back: () => turn('take_back', () => undefined),
    draft: (n) => turn('draft', () => ({ n, theirs: null })),
    fetch_file: async (_n, _message, _file, progress) => {
      progress({ stage: 'count', done: 3, total: 8 });
      const bytes = setting.file ?? await picture();
      return turn('fetch_file', () => bytes);
    },
    note: (n) => turn('note', () => ({ n, sequence: (sequence += 1) })),
    triage: (n) => turn('triage', () => ({ n, told: false })),
    people: () => turn('people', () => ({
      pending: setting.pending ? [{ n: 1, name: 'Fatima Benali', role: 'coach' as const, words: WORDS }] : [],
      people: setting.people ?? PEOPLE, proposal: null,
    })),
    approve: () => turn('approve', () => ({ signatures: 1, needed: setting.needed ?? 1 })),
    gate_code: () => turn('gate_code', () => gate),
    new_gate_code: () => turn('new_gate_code', () => {
      const needed = setting.needed ?? 1;
      gate = needed > 1 ? { ...gate, proposal: { removes: false, mine: true, signatures: 1, needed } }
        : { since: TODAY, former: gate.since !== null, proposal: null };
      return { code: 'abacus bagel yo-yo cactus zoom', signatures: 1, needed };
    }),
    agree_gate_code: () => turn('agree_gate_code', () => {
      gate = { since: TODAY, former: gate.since !== null, proposal: null };
      return { signatures: 2, needed: 2 };
    }),
    remove_gate_code: () => turn('remove_gate_code', () => {
      const needed = setting.needed ?? 1;
      gate = needed > 1 ? { ...gate, proposal: { removes: true, mine: true, signatures: 1, needed } } : { since: null, former: false, proposal: null };
      return { signatures: 1, needed };
    }),
    async log(_from, progress) {
      const read = setting.log ?? log_view();
      if (setting.slow?.log) progress({ stage: 'count', done: Math.round(read.size * 0.41), total: read.size });
      return turn('log', () => read);
    },
    lock: () => undefined,
  };
}
