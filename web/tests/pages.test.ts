import assert from 'node:assert/strict';
import { test } from 'node:test';
import { room_left } from '../src/components/room';
import { hour_text, next_tick } from '../src/device/hours';
import { calendar } from '../src/device/keep';
import { fingerprint_in, parse_address, path_of } from '../src/device/place';
import { find_key, group_key } from '../src/pages/mailbox/key';
import { make_port } from '../gallery/fixture';
import { Organisation, type Served } from '../src/pages/organisations/trust';
import { parts_of } from '../src/pages/mailbox/state';
import { readers_of } from '../src/pages/threads/draft';

const KEY = 'K7QF-9M2P-X3DT-R8WC-4HJN-ZB6V-2Y5G';

test('a key falls into groups under the fingers and repairs what looks alike', () => {
  assert.deepEqual(group_key('k7qf9', 5), { text: 'K7QF-9', caret: 6, signs: 5 });
  assert.deepEqual(group_key('oil', 3), { text: '011', caret: 3, signs: 3 });
  assert.equal(group_key('K7QF', 4).text, 'K7QF');
  assert.equal(group_key('K7QF-', 5).caret, 4);
});

test('the caret stays behind the sign that was typed', () => {
  // An X typed in the middle: what follows moves on, the caret does not jump to the end.
  const typed = 'K7XQF-9M2P';
  const { text, caret } = group_key(typed, 3);
  assert.equal(text, 'K7XQ-F9M2-P');
  assert.equal(text.slice(0, caret), 'K7X');
});

test('a key is found in a whole sentence, with any spacing', () => {
  assert.equal(find_key(`My note: ${KEY.replaceAll('-', ' ')}. Keep it!`), KEY);
  assert.equal(find_key(KEY.replaceAll('-', '').toLowerCase()), KEY);
  assert.equal(find_key('my keys are at home'), null);
  assert.equal(group_key(`> ${KEY}\n`, 3).text, KEY);
});

test('addresses are read and written alike', () => {
  for (const language of ['nl-be', 'nl', 'fr', 'en', 'de'] as const) {
    for (const page of ['landing', 'who', 'report', 'mailbox'] as const) {
      assert.deepEqual(parse_address(path_of('noord', language, page)), { slug: 'noord', language, page });
    }
  }
  assert.deepEqual(parse_address('/noord'), { slug: 'noord', language: null, page: 'landing' });
  assert.deepEqual(parse_address('/noord/report'), { slug: 'noord', language: null, page: 'report' });
  assert.equal(fingerprint_in('#fp=apple.quay'), 'apple.quay');
  assert.equal(fingerprint_in('#main'), null);
  assert.equal(fingerprint_in('#fp='), null);
  assert.equal(fingerprint_in('#fp=%'), '%');
});

test('coaches read, the fallback steps in where one is excluded or asked for, four at most', () => {
  const person = (id: string, role: 'coach' | 'fallback') =>
    ({ id, name: id, role, guardian: false, deputy: false, words: null });
  const people = [...'abcde'].map((id) => person(id, 'coach')).concat(person('f', 'fallback'));
  const ids = (excluded: string[], asked: boolean) => readers_of({ people }, excluded, asked).map(({ id }) => id).join('');
  assert.equal(ids([], false), 'abcd');
  assert.equal(ids([], true), 'abcf');
  assert.equal(ids(['a'], false), 'bcdf');
  assert.equal(ids(['f'], true), 'abcd');
  assert.equal(ids([...'abcde'], false), 'f');
  assert.equal(ids([...'abcdef'], true), '');
});

test('new is what came after her own last words', () => {
  const message = (author: string) => ({ author, day: '2026-11-21', text: '', attachments: [], released: true });
  const { before, fresh } = parts_of([message('reporter'), message('Ilse'), message('reporter'), message('Ilse')]);
  assert.equal(before.length, 3);
  assert.equal(fresh.length, 1);
});

test('the next hour is today’s as long as one is left, in the organisation’s zone', () => {
  const ticks = ['07:00', '19:00'];
  assert.deepEqual(next_tick(ticks, 'Europe/Brussels', new Date('2026-11-21T12:00:00Z')), { hour: '19:00', today: true });
  assert.deepEqual(next_tick(ticks, 'Europe/Brussels', new Date('2026-11-21T18:30:00Z')), { hour: '07:00', today: false });
  assert.equal(next_tick(['immediate'], 'Europe/Brussels', new Date()), null);
  assert.deepEqual(['07:00', '19:30'].map((tick) => hour_text(tick)), ['7', '19:30']);
});

test('the counter is silent, then rounded, then says that it is too much', () => {
  assert.equal(room_left(100, 100, 10_000), null);
  assert.equal(room_left(8_100, 8_100, 10_000), 1_500);
  assert.equal(room_left(9_999, 9_999, 10_000), 0);
  assert.equal(room_left(10_001, 10_001, 10_000), -1);
});

test('an entry for a calendar has a day and a word, and nothing else', () => {
  const text = calendar('2026-11-28', 'Nakijken', '2026-11-21');
  assert.match(text, /DTSTART;VALUE=DATE:20261128\r\n/);
  assert.doesNotMatch(text, /VALARM|URL|LOCATION|DESCRIPTION/);
});

test('a link without words is given the words of the poster to compare, one with words is not', async () => {
  const served: Served = {
    slug: 'noord', name: 'Noord', language: 'nl-be', coach: 'Ilse', readers: 'Ilse', answer_by: '2026-11-28', answer_by_text: '', version: '',
    questions: [], total: '3',
    quiet: false, test: false, closed: false, gate: false,
  };
  for (const [fingerprint, words] of [[null, 7], ['copper.lantern', 0]] as const) {
    const organisation = new Organisation(make_port({}), served, fingerprint);
    await organisation.check();
    await Promise.resolve();
    assert.equal(organisation.words.value.length, words);
  }
  const away = { ...make_port({}), words: () => Promise.reject(new Error('gone')) };
  const organisation = new Organisation(away, served, null);
  await organisation.check();
  assert.equal(organisation.trust.value.stage, 'verified', 'without them the page is what it was');
});
