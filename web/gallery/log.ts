// A log with made-up lines, as long or short or wrong as a state wants it.

import type { LineView, LogProblem, LogView } from '../src/crypto/port';
import { later } from '../src/text/days';

const TODAY = '2026-11-25';
const ROOT = '9f2c41d07be8a35566d1c0e4b7a98f1203de45c6a7b8091f2e3d4c5b6a798801';
const COACHES = ['Ilse Maes', 'Karim El Idrissi'];

type Made = Partial<LineView> & Pick<LineView, 'act'>;

/** One day's lines, as many conversations as there are days. */
function day_of(n: number): Made[] {
  const [person = '', role] = [COACHES[n % COACHES.length], 'coach'];
  return [
    { act: 'epoch.opened' },
    { act: 'staff.session_opened', person, role },
    { act: 'cards.listed', person, role, purpose: 'cards' },
    { act: 'body.release', person, role, purpose: 'first_reading', thread: n, number: 1 },
    { act: 'case.release', person, role, purpose: 'follow_up', thread: n, number: 2 },
    { act: 'reply.sent', person, role, purpose: 'reply', thread: n, number: 3 },
    ...(n % 4 === 0 ? [{ act: 'backup.made', role: 'operator' }] : []),
    ...(n % 5 === 0 ? [{ act: 'body.release', person: 'Dr. Hanne Vandenbroucke', role: 'fallback', purpose: 'handover', thread: n, number: 4 }] : []),
    ...(n % 3 === 0 ? [{ act: 'binary.changed', digest: ROOT }, { act: 'config.changed', role: 'operator', digest: ROOT }] : []),
    { act: 'thread.registered', thread: n, number: 0 },
    { act: 'epoch.closed' },
  ];
}

export function log_lines(days: number): LineView[] {
  const lines = Array.from({ length: days }, (_, n) => day_of(n + 1).map((made) => ({ day: later(TODAY, n - days), ...made }))).flat();
  return lines.map((made, place) => ({
    person: null, role: 'unnamed', purpose: 'none', thread: null, number: 0, digest: null, ...made, entry: 40 + place * 11,
  }));
}

export const ALL_WRONG: LogProblem[] = [
  { kind: 'forked', entry: null, number: null, person: null },
  { kind: 'changed', entry: 1_312, number: null, person: null },
  { kind: 'unsigned', entry: 1_402, number: 2, person: 'Karim El Idrissi' },
  { kind: 'resealed', entry: 1_535, number: null, person: null },
  { kind: 'dated', entry: 1_580, number: null, person: null },
  { kind: 'gap', entry: null, number: 2, person: null },
  { kind: 'twice', entry: null, number: 3, person: null },
];

export function log_view(change: Partial<LogView> = {}): LogView {
  const lines = change.lines ?? log_lines(6);
  return {
    size: 12_416, root: ROOT, checkpoint: 'micromoed.org/ledger/9f2c41d07be8a35566d1c0e4b7\n12416\nnyxB0Hvoo1Vm0cDkt6mPEgPeRcanuAkfLj1MW2p5iAE=\n\n— log c2ln\n',
    complete_to: TODAY, witnesses: [{ name: 'or.bakkerij-noord.example/getuige', day: '2026-11-24' }],
    readable_from: '2026-11-19', lines, padding: 702, sealed: 11_648, erased: 0, problems: [], ...change,
  };
}

/** As a damaged log reads: a number left out, another one twice. */
export function damaged_lines(): LineView[] {
  const lines = log_lines(6);
  const left = lines.filter((line) => !(line.thread === 3 && line.number === 2));
  return left.map((line) => (line.thread === 5 && line.number === 4 ? { ...line, number: 3 } : line));
}
