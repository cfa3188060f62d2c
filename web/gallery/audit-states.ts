// The states of the log: at its own door, and where an auditor unlocked at the desk.

import type { State } from '../src/pages/desk/state';
import { desk_view, ILSE, PEOPLE, type Setting } from './desk-port';
import { enter, pause, type Entry } from './desk-states';
import { ALL_WRONG, damaged_lines, log_lines, log_view } from './log';

const auditor = desk_view({ me: PEOPLE[3] ?? null, account: 'wout' });

function state_of(setting: Setting, drive?: (state: State) => void | Promise<void>): Entry {
  return {
    setting: { view: auditor, ...setting }, home: 'audit',
    drive: async (state) => {
      await enter(state);
      await pause(50);
      await drive?.(state);
    },
  };
}

/** A year: some three thousand lines. */
const long = log_lines(360);

export const AUDIT_STATES: Record<string, Entry> = {
  'audit-unlock': { setting: { view: auditor }, home: 'audit' },
  'audit-locked': { setting: { view: auditor }, home: 'audit', drive: async (state) => {
    await enter(state);
    state.session.lock('idle');
  } },
  'audit-holds': state_of({}),
  'audit-no-witness': state_of({ log: log_view({ witnesses: [] }) }),
  'audit-old-witness': state_of({ log: log_view({ witnesses: [{ name: 'or.bakkerij-noord.example/getuige', day: '2026-11-02' }] }) }),
  'audit-empty': state_of({ log: log_view({ lines: [], readable_from: null, padding: 0, sealed: 12_416, complete_to: null, witnesses: [] }) }),
  'audit-counting': state_of({ slow: { log: 60_000 } }),
  'audit-problems': state_of({ log: log_view({ lines: damaged_lines(), problems: ALL_WRONG }) }),
  'audit-one-problem': state_of({ log: log_view({ lines: damaged_lines(), problems: ALL_WRONG.filter(({ kind }) => kind === 'gap') }) }),
  'audit-broken': state_of({ fail: { log: ['distrust', '', 'the entries of the access log are not those it was signed over'] } }),
  'audit-offline': state_of({ fail: { log: ['unacknowledged'] } }),
  'audit-long': state_of({ log: log_view({ lines: long, size: 96_128, padding: 3_200, sealed: 90_000, erased: 512 }) }),
  'audit-filtered': state_of({}, (state) => state.audit.value?.filter({ kind: 'opened', person: 'Karim El Idrissi' })),
  'audit-nothing-fits': state_of({}, (state) => state.audit.value?.filter({ kind: 'figures' })),
  'audit-all': state_of({}, (state) => state.audit.value?.choose('all')),
  'audit-test': state_of({ view: { ...auditor, organisation: { ...auditor.organisation, test: true } } }),
  'audit-wrong-door': state_of({ view: desk_view({ me: ILSE }) }),
  'audit-people': state_of({}, (state) => state.session.go({ name: 'people' })),
  'audit-hidden': state_of({}, (state) => void (state.session.hidden.value = true)),
  'audit-print': state_of({}, (state) => state.print({ what: 'statement' })),
  'audit-print-problems': state_of({ log: log_view({ lines: damaged_lines(), problems: ALL_WRONG }) }, (state) => state.print({ what: 'statement' })),
  'auditor': { ...state_of({}), home: 'desk' },
};
