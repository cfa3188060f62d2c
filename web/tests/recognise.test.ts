import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find_marks, group, replace } from '../src/recognise/recognise';

function found(text: string): string[] {
  return find_marks(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

test('a name in the middle and at the beginning of a sentence is found, an ordinary first word is not', () => {
  assert.deepEqual(found('Sinds Sandra er is, durf ik niets meer te zeggen. Sandra lacht ermee.'), ['name: Sandra', 'name: Sandra']);
  assert.deepEqual(found('Karim zegt nooit iets. De planning is een ramp. Iedereen zwijgt.'), ['name: Karim']);
  assert.deepEqual(found('Niemand luistert. Ons werk is zwaar. Soms is het rustig.'), []);
  assert.deepEqual(found('I think HR knows. I am tired of Mark Jones.'), ['name: Mark Jones']);
  assert.deepEqual(found("Depuis que Sophie est là, on n'ose plus parler avec Ahmed."), ['name: Sophie', 'name: Ahmed']);
});

test('a possessive is no part of the name', () => {
  assert.deepEqual(found("It is Anna's idea."), ['name: Anna']);
});

test('German nouns are no names, people are', () => {
  assert.deepEqual(found('Die Arbeit ist schwer und der Lärm ist laut. Wir haben keine Pause.'), []);
  assert.deepEqual(found('Ich will nicht mehr mit Sandra Müller und das ist schwer.'), ['name: Sandra Müller']);
  assert.deepEqual(found('Herr Schmitz hat mich angeschrien und ich will nicht mehr.'), ['name: Herr Schmitz']);
});

test('initials are found', () => {
  assert.deepEqual(found('het was S. die dat zei, en ook J.P. lachte'), ['name: S.', 'name: J.P.']);
});

test('days, dates and times are found in four languages', () => {
  for (const day of ['vorige dinsdag', 'maandag ochtend', '12 maart', '12/03/2026', '3rd of May', 'last Friday', 'mardi dernier',
    'letzten Montag', '3. Mai', '2026-03-12']) {
    assert.deepEqual(found(`xx ${day} xx`).map((mark) => mark.split(':')[0]), ['day'], day);
  }
  for (const time of ['14:30', '14u30', '14 u', '9 uur', '14h', '9 am', '14 Uhr']) {
    assert.deepEqual(found(`om ${time} xx`).map((mark) => mark.split(':')[0]), ['time'], time);
  }
  assert.deepEqual(found('we waren met 14 en het duurde 3 weken'), []);
});

test('job titles, numbers of people and what only one person can say are found', () => {
  assert.deepEqual(found('de teamleider krijgt altijd gelijk'), ['job: teamleider']);
  assert.deepEqual(found('dezelfde drie mensen krijgen alles'), ['number: drie mensen']);
  assert.deepEqual(found('4 oudere collega’s zwijgen'), ['number: 4 oudere collega’s']);
  assert.deepEqual(found('ik ben de enige die halftijds werkt'), ['only: ik ben de enige']);
  assert.deepEqual(found('je suis la seule femme'), ['only: je suis la seule']);
});

test('a quoted sentence is found whole, names and all', () => {
  assert.deepEqual(found('ze zei "dan ga je maar naar Bart" en ging weg'), ['quote: "dan ga je maar naar Bart"']);
});

test('the same words are one group, replaced everywhere, with a capital where a sentence begins', () => {
  const text = 'Sinds Sandra er is. Sandra lacht.';
  const [first, ...rest] = group(text, find_marks(text));
  assert.equal(rest.length, 0);
  assert.equal(replace(text, first?.marks ?? [], 'een collega'), 'Sinds een collega er is. Een collega lacht.');
});

test('marks never overlap and stand in order', () => {
  const text = 'Vorige dinsdag om 14u30 riep teamleider Sandra De Smet: "jij bent hier de enige die klaagt" tegen drie collega’s.';
  let end = 0;
  for (const mark of find_marks(text)) {
    assert.ok(mark.start >= end);
    end = mark.end;
  }
  assert.ok(end > 0);
});

test('four kilobytes are read within fifty milliseconds', () => {
  const piece = 'Vorige dinsdag riep Sandra tegen drie collega’s dat ik de enige ben die klaagt. De planning is om 14u30 gewijzigd. ';
  const text = piece.repeat(40).slice(0, 4096);
  find_marks(text);
  const start = performance.now();
  find_marks(text);
  const taken = performance.now() - start;
  assert.ok(taken < 50, `${taken} ms`);
});

test('what no pattern was written for ends too', () => {
  for (const text of ['', ' ', '"'.repeat(4000), 'A '.repeat(2000), '«'.repeat(4000), '1.'.repeat(2000), '\u{1F600}'.repeat(999)]) {
    assert.ok(Array.isArray(find_marks(text)));
  }
});
