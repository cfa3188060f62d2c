import assert from 'node:assert/strict';
import { test } from 'node:test';
import { days_between, nearest_promise, next_tick, short_time, type Listed } from '../src/pages/desk/clocks';
import { aria_keys, caps, chord, DEEDS, Keys, type Mode, type Press } from '../src/pages/desk/keys';
import { mask_names } from '../src/pages/desk/mask';
import { find_hole, has_link, room } from '../src/pages/desk/room';
import { fold, Index, rank } from '../src/pages/desk/search';
import { count_views, in_order, is_in, next_date, next_for_me, turn } from '../src/pages/desk/views';

const TODAY = '2026-11-25';

function listed(n: number, change: Partial<Listed> = {}): Listed {
  return {
    n, new: false, day: '2026-11-20', answer_by: null, feedback_by: '2027-02-20', status: 'dialogue', category: null, severity: null, urgency: null,
    keeper: null, line: null, flags: [], from_reporter: 1, from_staff: 1, last: null, ...change,
  };
}

function opened(authors: string[], feedback_by = '2027-02-20'): Listed['opened'] {
  return {
    messages: authors.map((author, sequence) => ({
      author, day: TODAY, text: `${author} zegt iets over de café-uren`, attachments: [], released: true, sequence,
    })),
    case: {
      keeper: null, category: null, severity: null, urgency: null, status: 'dialogue', flags: [], themes: ['rooster'],
      unit: null, line: null, closed: null, notes: [], day: TODAY, answered: null, answer_by: null, feedback_by,
      readers: [], excluded: [], damaged_records: 0, another_roster: false,
    },
  };
}

test('what is new or unanswered waits for the coach, and an answer hands it over', () => {
  assert.equal(turn(listed(1, { new: true, from_reporter: null, from_staff: null })), 'me');
  assert.equal(turn(listed(1, { answer_by: '2026-11-27' })), 'me');
  assert.equal(turn(listed(1)), 'reporter');
  assert.equal(turn(listed(1, { from_reporter: 3 })), 'me');
  assert.equal(turn(listed(1, { from_reporter: 9, opened: opened(['reporter', 'Ilse']) })), 'reporter');
  assert.equal(turn(listed(1, { last: 'reporter' })), 'me');
  const read = opened(['reporter', 'Ilse']);
  assert.equal(turn(listed(1, { last: 'reporter', from_reporter: 1, opened: read })), 'reporter', 'an answer that waits');
  assert.equal(turn(listed(1, { last: 'reporter', from_reporter: 2, more: true, opened: read })), 'me', 'she wrote since it was opened');
});

test('a closed case comes back when the reporter writes, junk and what is erased do not', () => {
  assert.equal(turn(listed(1, { status: 'closed' })), 'closed');
  assert.equal(turn(listed(1, { status: 'closed', opened: opened(['Ilse', 'reporter']) })), 'me');
  assert.equal(turn(listed(1, { status: 'aftercare' })), 'aftercare');
  assert.equal(turn(listed(1, { flags: ['junk'], answer_by: TODAY })), 'closed');
  assert.equal(turn(listed(1, { status: 'erased', new: true })), 'gone');
});

test('a message that cannot be read does not say whose turn it is', () => {
  const one = opened(['reporter', 'Ilse', 'reporter']);
  if (one?.messages[2]) (one.messages[2] as { damage?: string }).damage = 'unreadable';
  assert.equal(turn(listed(1, { opened: one })), 'reporter');
});

test('opening a new thread never takes it out of the view it stands in', () => {
  const fresh = listed(1, { new: true, answer_by: '2026-12-02', from_staff: null });
  const after = { ...fresh, new: false, opened: opened(['reporter']) };
  for (const view of ['today', 'me', 'all'] as const) {
    assert.equal(is_in(view, fresh, TODAY), true);
    assert.equal(is_in(view, after, TODAY), true);
  }
});

test('danger does not wait for its date, a far feedback does', () => {
  assert.equal(is_in('today', listed(1, { urgency: 'U3', last: 'reporter' }), TODAY), true);
  assert.equal(is_in('today', listed(1, { severity: 'S4', last: 'staff' }), TODAY), false);
  assert.equal(is_in('today', listed(1, { opened: opened(['Ilse'], '2026-11-27') }), TODAY), true);
  assert.equal(is_in('today', listed(1, { opened: opened(['Ilse'], '2026-11-28') }), TODAY), false);
});

test('counts agree with the views', () => {
  const threads = [
    listed(1, { new: true, answer_by: '2026-12-02' }), listed(2), listed(3, { status: 'closed' }), listed(4, { status: 'aftercare' }),
    listed(5, { status: 'erased' }), listed(6, { answer_by: '2026-11-24' }),
  ];
  const counts = count_views(threads, TODAY);
  for (const view of ['today', 'me', 'reporter', 'aftercare', 'closed', 'all'] as const) {
    assert.equal(counts[view], threads.filter((thread) => is_in(view, thread, TODAY)).length, view);
  }
  assert.deepEqual(counts, { today: 2, me: 2, reporter: 1, aftercare: 1, closed: 1, all: 6 });
});

test('the nearest promise comes first, late ones before, the rest in the order of the list', () => {
  const threads = [listed(1), listed(2, { answer_by: '2026-12-01' }), listed(3, { answer_by: '2026-11-20' }), listed(4)];
  assert.deepEqual(in_order(threads, TODAY).map(({ n }) => n), [3, 2, 1, 4]);
  assert.deepEqual(next_date(threads, TODAY), { what: 'answer', by: '2026-11-20', days: -5, tone: 'late' });
});

test('the next that waits is found round the end, and not where nothing waits', () => {
  const threads = [listed(1, { answer_by: TODAY }), listed(2), listed(3, { answer_by: TODAY }), listed(4)];
  assert.equal(next_for_me(threads, 1), 3);
  assert.equal(next_for_me(threads, 3), 1);
  assert.equal(next_for_me(threads, null), 1);
  assert.equal(next_for_me([listed(1, { answer_by: TODAY })], 1), null);
  assert.equal(next_for_me([listed(1)], 1), null);
});

test('answer first, then feedback, then nothing', () => {
  const tone = (by: string): string | undefined => nearest_promise(listed(1, { answer_by: by }), TODAY)?.tone;
  assert.deepEqual(['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28'].map(tone), ['late', 'soon', 'soon', 'calm']);
  assert.equal(nearest_promise(listed(1, { opened: opened(['Ilse']) }), TODAY)?.what, 'feedback');
  assert.equal(nearest_promise(listed(1, { feedback_by: '2026-12-03' }), TODAY)?.by, '2026-12-03');
  assert.equal(nearest_promise(listed(1, { status: 'feedback', opened: opened(['Ilse']) }), TODAY), null);
  assert.equal(nearest_promise(listed(1, { status: 'closed', answer_by: TODAY }), TODAY), null);
});

test('days are counted across the change of the clock', () => {
  assert.equal(days_between('2026-10-24', '2026-10-26'), 2);
  assert.equal(days_between('2026-03-28', '2026-03-30'), 2);
  assert.equal(days_between('2026-11-25', '2027-02-25'), 92);
});

test('the tick is the next one in the time zone of the organisation', () => {
  const at = (time: string): unknown => next_tick(new Date(time), ['07:00', '19:00'], 'Europe/Brussels');
  assert.deepEqual(at('2026-11-25T13:00:00Z'), { day: '2026-11-25', time: '19:00' });
  assert.deepEqual(at('2026-11-25T18:00:00Z'), { day: '2026-11-26', time: '07:00' });
  assert.deepEqual(at('2026-11-25T23:30:00Z'), { day: '2026-11-26', time: '07:00' });
  assert.equal(next_tick(new Date('2026-11-25T13:00:00Z'), ['immediate'], 'Europe/Brussels'), null);
  assert.equal(short_time('19:00'), '19');
  assert.equal(short_time('07:30'), '7.30');
});

function press(key: string, change: Partial<Press> = {}): Press {
  const shiftKey = key.length === 1 && key !== key.toLowerCase();
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey, ...change };
}

test('a key does what the table says, and nothing while somebody writes', () => {
  const keys = new Keys();
  assert.equal(keys.deed(press('j'), false, 0), 'next');
  assert.equal(keys.deed(press('J'), false, 0), null);
  assert.equal(keys.deed(press('H'), false, 0), 'hide');
  assert.equal(keys.deed(press('?', { shiftKey: true }), false, 0), 'help');
  for (const key of ['j', 'c', 'z', 'H', 'Escape', 'Enter', '/']) assert.equal(keys.deed(press(key), true, 0), null, key);
  assert.equal(keys.deed(press('k', { ctrlKey: true }), true, 0), 'palette');
  assert.equal(keys.deed(press('Enter', { metaKey: true }), true, 0), 'send');
});

test('two keys in a row have a second, and a wrong second key starts anew', () => {
  const keys = new Keys();
  assert.equal(keys.deed(press('g'), false, 5_000), null);
  assert.equal(keys.deed(press('d'), false, 5_900), 'go-today');
  assert.equal(keys.deed(press('g'), false, 9_000), null);
  assert.equal(keys.deed(press('d'), false, 10_001), 'unit');
  assert.equal(keys.deed(press('g'), false, 20_000), null);
  assert.equal(keys.deed(press('x'), false, 20_100), null);
  assert.equal(keys.deed(press('x'), false, 20_200), 'mark');
});

test('the setting asks for Ctrl, or silences letters; arrows and the palette live on', () => {
  const keys = new Keys();
  keys.mode = 'ctrl';
  assert.equal(keys.deed(press('j'), false, 0), null);
  assert.equal(keys.deed(press('j', { ctrlKey: true }), false, 0), 'next');
  assert.equal(keys.deed(press('ArrowDown'), false, 0), 'next');
  keys.mode = 'off';
  assert.equal(keys.deed(press('j', { ctrlKey: true }), false, 0), null);
  assert.equal(keys.deed(press('ArrowDown'), false, 0), 'next');
  assert.equal(keys.deed(press('k', { ctrlKey: true }), false, 0), 'palette');
});

test('a sign made with AltGr is that sign', () => {
  assert.equal(chord(press('[', { ctrlKey: true, altKey: true })), '[');
  assert.equal(chord(press('#', { altKey: true, ctrlKey: true })), '#');
  assert.equal(chord(press('O', { ctrlKey: true, shiftKey: true })), 'Mod+Shift+O');
});

test('no two deeds share a key, and no key begins a sequence', () => {
  const all = DEEDS.flatMap(({ keys }) => [...keys] as string[]);
  assert.equal(new Set(all).size, all.length);
  const firsts = new Set(all.filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0]));
  for (const first of firsts) assert.equal(all.includes(first ?? ''), false, first);
  assert.equal(new Set(DEEDS.map(({ id }) => id)).size, DEEDS.length);
});

test('what the sheet shows is what works', () => {
  for (const mode of ['plain', 'ctrl', 'off'] as Mode[]) {
    for (const { id, keys } of DEEDS) {
      const shown = caps(id, mode);
      const fixed = /^(Shift\+)?(Mod|Arrow|Home|End|Enter|Escape)/;
      const first = (keys as readonly string[]).find((key) => mode === 'plain' || fixed.test(key) || (mode === 'ctrl' && !/[ntwk]/.test(key)));
      if (shown.length === 0 || first === undefined) continue;
      const table = new Keys();
      table.mode = mode;
      let done: string | null = null;
      for (const part of first.split(' ')) {
        const signs = part.split('+');
        const ctrl = mode === 'ctrl' && !fixed.test(part);
        done = table.deed(press(signs.at(-1) ?? '', {
          ctrlKey: ctrl || signs.includes('Mod'), shiftKey: signs.includes('Shift'),
        }), false, 0);
      }
      assert.equal(done, id, `${mode} ${id}`);
    }
  }
  assert.deepEqual(caps('hide', 'plain'), ['H']);
  assert.deepEqual(caps('palette', 'off', true), ['⌘ K']);
  assert.deepEqual(caps('go-today', 'plain'), ['g', 'd']);
  assert.deepEqual(caps('previous', 'ctrl'), ['↑'], 'the palette has Ctrl+K');
  assert.deepEqual(caps('next-for-me', 'ctrl'), [], 'the browser keeps Ctrl+N');
  assert.equal(aria_keys('reply', 'off'), undefined);
  assert.equal(aria_keys('palette', 'off'), 'Control+k');
});

test('search finds all words in any order, without accents, in what is open', () => {
  const index = new Index((thread) => thread.category ?? '');
  const threads = [
    listed(1, { line: 'Lawaai in het CAFÉ', category: 'omgeving' }), listed(2, { opened: opened(['reporter']) }),
    listed(3, { new: true }), listed(4),
  ];
  const find = (typed: string): number[] => index.find(threads, typed).threads.map(({ n }) => n);
  assert.deepEqual(find('cafe'), [1, 2]);
  assert.deepEqual(find('omgeving lawaai'), [1]);
  assert.deepEqual(find('Rooster'), [2]);
  assert.deepEqual(find('zeppelin'), []);
  assert.equal(index.find(threads, 'zeppelin').unopened, 1);
  assert.equal(fold('Één'), 'een');
});

test('a thousand threads are searched within a frame', () => {
  const index = new Index(() => '');
  const threads = Array.from({ length: 1_000 }, (_, n) => listed(n, { opened: opened(['reporter', 'Ilse', 'reporter']) }));
  index.find(threads, 'a');
  const began = performance.now();
  index.find(threads, 'uren cafe');
  assert.ok(performance.now() - began < 16);
});

test('in the palette the beginning of a name counts most', () => {
  const names = ['Sluit gesprek af', 'Zoek', 'Affiche', 'Afgesloten'];
  const sorted = names.map((name) => [name, rank(name, 'af')] as const).filter(([, found]) => found > 0)
    .sort((one, other) => other[1] - one[1]).map(([name]) => name);
  assert.deepEqual(sorted, ['Affiche', 'Afgesloten', 'Sluit gesprek af']);
});

test('the room of a message is told near the end of each bucket, and in bytes', () => {
  assert.equal(room('x'.repeat(100)).shown, false);
  assert.equal(room('x'.repeat(3_300)).shown, true);
  assert.equal(room('x'.repeat(3_700)).shown, false, 'the next bucket is empty again');
  assert.equal(room('é'.repeat(40_000)).over, true);
  assert.equal(room('x'.repeat(65_000)).over, false);
});

test('a hole is found, a link is noticed', () => {
  assert.deepEqual(find_hole('over […]. Klopt'), { from: 5, to: 8 });
  assert.equal(find_hole('over niets'), null);
  assert.equal(has_link('zie https://x.example'), true);
  assert.equal(has_link('zie www.x.example'), true);
  assert.equal(has_link('zie x.example'), false);
});

test('names are masked as whole words, longer ones first, and special signs are only signs', () => {
  assert.equal(mask_names('Ilse Maes zei tegen ilse: Ilsemarie', ['Ilse', 'Ilse Maes']), '███ zei tegen ███: Ilsemarie');
  assert.equal(mask_names('J. (Jo) en Zoë’s', ['(Jo)', 'Zoë']), 'J. ███ en ███’s');
  assert.equal(mask_names('a b', ['a', '']), 'a b', 'one letter is not a name');
});
