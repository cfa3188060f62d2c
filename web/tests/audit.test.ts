import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { damaged_lines, log_lines, log_view } from '../gallery/log';
import { desk_view, make_port, PEOPLE } from '../gallery/desk-port';
import type { LineView } from '../src/crypto/port';
import { cell, csv, json } from '../src/pages/audit/exports';
import { chosen_lines, days_of, kind_of, list_persons, threads_of } from '../src/pages/audit/lines';
import { more_text, problem_texts } from '../src/pages/audit/words';
import { make_audit } from '../src/pages/audit/audit';
import { browser } from '../src/pages/desk/host';
import { make_state } from '../src/pages/desk/state';
import { LANGUAGES } from '../src/text/languages';
import { make_text, speak } from '../src/text/text';
import { SCOPES } from '../tools/fluent';
import { merged } from '../tools/texts-plugin';

const line = (change: Partial<LineView>): LineView => ({
  entry: 1, day: '2026-11-24', act: 'body.release', person: 'Ilse', role: 'coach', purpose: 'follow_up', thread: 1, number: 1, digest: null, ...change,
});

speak(make_text('nl-be', SCOPES.map((scope) => merged('nl-be', scope))));

/** As RFC 4180 reads it: the cells of each line. */
function read(text: string): string[][] {
  const rows = text.split('\r\n').slice(0, -1);
  return rows.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, value = '']) => value.replaceAll('""', '"')));
}

test('a name that is a formula is text in every spreadsheet', () => {
  for (const bad of ['=1+1', '+32', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '＠x', '=HYPERLINK("https://x.example","y")']) {
    assert.match(cell(bad), /^"'/, JSON.stringify(bad));
  }
  for (const good of ['Ilse', '', 'Zoë = fijn', 'a-b', '12', "'t Zand"]) assert.equal(cell(good), `"${good}"`);
  assert.equal(cell(null), '""');
  assert.equal(cell(0), '"0"');
  assert.equal(cell('Zeg "ja"'), '"Zeg ""ja"""');
});

test('a table has one row for each line, the same cells in each, and comes back as it was', () => {
  const lines = [line({}), line({ entry: 2, person: '=cmd|"x",\r\nIlse' }), ...log_lines(3)];
  const text = csv(lines);
  assert.ok(text.startsWith('\ufeff"entry","day"'));
  assert.doesNotMatch(text, /[\u2068\u2069]/, 'no marks for running text');
  assert.equal(text.split('"\r\n').length - 1, lines.length + 1);
  const rows = read(text.slice(1).replaceAll('\r\nIlse', ' Ilse'));
  assert.equal(rows.length, lines.length + 1);
  for (const row of rows) assert.equal(row.length, 10);
  assert.deepEqual(rows[1]?.slice(0, 8), ['1', '2026-11-24', 'body.release', 'Ilse', 'coach', 'follow_up', '1', '1']);
  assert.equal(rows[2]?.[3], '\'=cmd|"x", Ilse');
});

test('of another program the whole digest stands there, so that it can be compared', () => {
  const digest = 'ab'.repeat(32);
  const changed = line({ act: 'binary.changed', person: null, role: 'unnamed', purpose: 'none', thread: null, number: 0, digest });
  assert.equal(more_text(changed), `SHA-256 ${digest}`);
  assert.equal(read(csv([changed]))[1]?.[8], digest);
});

test('all of it is in the file of all, and how it was asked', () => {
  const view = log_view();
  const about = { organisation: 'Noord', server: 'https://x.example', read_on: '2026-11-25', since: null };
  assert.deepEqual(JSON.parse(json(view, about)), { ...about, ...view });
});

test('days stand newest first, whole, and no further than was asked', () => {
  const lines = log_lines(30);
  const all = days_of(lines);
  assert.equal(all.left, 0);
  assert.deepEqual(all.days.map(({ day }) => day), [...new Set(lines.map(({ day }) => day))].reverse());
  assert.equal(all.days.flatMap(({ lines: of }) => of).length, lines.length);
  const some = days_of(lines, 20);
  const drawn = some.days.flatMap(({ lines: of }) => of);
  assert.ok(drawn.length >= 20 && drawn.length < 40);
  assert.equal(some.left, lines.length - drawn.length);
  assert.deepEqual(drawn, all.days.flatMap(({ lines: of }) => of).slice(0, drawn.length));
  assert.deepEqual(days_of([]), { days: [], left: 0 });
});

test('numbers of a conversation run, or what is missing and what stands twice is named', () => {
  assert.ok(threads_of(log_lines(9)).every(({ missing, twice }) => missing.length + twice.length === 0));
  const of = (...numbers: number[]) => threads_of(numbers.map((number, entry) => line({ entry, number })))[0];
  assert.deepEqual([of(1, 2, 3)?.missing, of(3, 4)?.missing, of(1, 4)?.missing], [[], [], [2, 3]]);
  assert.deepEqual([of(2, 1, 2)?.twice, of(0, 0)?.numbers], [[2], []]);
  assert.equal(of(1, 2_000_000_000)?.missing.length, 100, 'a number that was made up keeps nobody busy');
  const damaged = threads_of(damaged_lines());
  assert.deepEqual(damaged.filter(({ missing }) => missing.length > 0).map(({ thread, missing }) => [thread, missing]), [[3, [2]]]);
  const lacks = { kind: 'gap', entry: null, number: 2, person: null } as const;
  assert.match(problem_texts([lacks, lacks], damaged).join(), /^Nummer \S*2\S* ontbreekt bij \S?gesprek \S*3\S*\./);
  assert.match(problem_texts([lacks], []).join(), /een gesprek/);
});

test('openings are counted apart from answers, and arrivals are nobody’s', () => {
  const [thread] = threads_of(log_lines(1));
  assert.deepEqual([thread?.openings, thread?.persons, thread?.numbers], [2, ['Karim El Idrissi'], [1, 2, 3]]);
  const lines = log_lines(12);
  assert.deepEqual(list_persons(lines), ['Dr. Hanne Vandenbroucke', 'Ilse Maes', 'Karim El Idrissi']);
  const hers = chosen_lines(lines, 'opened', 'Ilse Maes');
  assert.ok(hers.length > 0 && hers.every(({ act, person }) => person === 'Ilse Maes' && kind_of(act) === 'opened'));
  assert.equal(chosen_lines(lines, '', '').length, lines.length);
});

test('every act and purpose of the log has words in every language, and a new one is said as such', () => {
  const source = readFileSync(new URL('../../crypto/src/ledger/act.rs', import.meta.url), 'utf8');
  const names = [...source.matchAll(/ = \d+ "([a-z_.]+)"/g)].map(([, name = '']) => name);
  assert.ok(names.length > 50);
  const acts = names.filter((name) => name.includes('.'));
  const purposes = names.slice(names.indexOf('none') + 1, names.indexOf('unnamed'));
  assert.ok(acts.length > 35 && purposes.length === 8, `${acts.length} ${purposes.length}`);
  for (const language of LANGUAGES) {
    const text = merged(language, 'audit') + merged('nl-be', 'audit');
    for (const act of acts) assert.match(text, new RegExp(`^audit-act-${act.replaceAll(/[._]/g, '-')} = `, 'm'));
    for (const purpose of purposes) assert.match(text, new RegExp(`^audit-for-${purpose.replaceAll('_', '-')} = `, 'm'));
  }
  assert.equal(kind_of('something.new'), 'server');
});

test('three months are asked for first, then all, and a lock forgets what was read', async () => {
  const asked: number[] = [];
  const port = make_port({ view: desk_view({ me: PEOPLE[3] ?? null }) });
  const heard = { ...port, log: (...given: Parameters<typeof port.log>) => { asked.push(given[0]); return port.log(...given); } };
  const state = make_state(heard, { ...browser, now: () => Date.parse('2026-11-25T13:00:00Z'), every: () => () => undefined, set_fragment: () => undefined }, 'audit');
  await state.enter('six words');
  assert.equal(state.session.reads.value, false);
  const audit = state.audit.value = make_audit(heard, state.session);
  await audit.load();
  assert.equal(audit.since.value, '2026-08-25');
  audit.choose('all');
  await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual(asked, [Date.parse('2026-08-25') / 86_400_000, 0]);
  assert.equal(audit.since.value, null);
  assert.equal(audit.view.value?.problems.length, 0);
  state.session.lock('lock');
  assert.equal(state.audit.value, null);
});
