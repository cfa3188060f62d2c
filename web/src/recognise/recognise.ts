// Finds what could tell who wrote a text. It reads as a friend does: it points, offers other words, and decides
// nothing. It runs on the device and sends nothing; it misses much, and the page says so.

import { DEEDS, GERMAN, JOBS, KNOWN, MONTHS, NUMBERS, ONLY, OTHERS, PEOPLE, STARTERS, WEEKDAYS, WHICH, WHICH_AFTER } from './words';

export type Kind = 'name' | 'day' | 'time' | 'job' | 'number' | 'only' | 'quote';

/** A piece of the text: from `start` up to, not including, `end`. */
export interface Mark {
  kind: Kind;
  start: number;
  end: number;
}

/** The same words of the same kind, however often they stand there. */
export interface Group {
  kind: Kind;
  text: string;
  marks: Mark[];
}

const any = (words: string[]): string => words.map((word) => word.replace(/[.]/g, '\\$&')).join('|');
// `\b` knows no accents.
const START = '(?<![\\p{L}\\p{N}_])';
const END = '(?![\\p{L}\\p{N}_])';
const whole = (pattern: string): RegExp => new RegExp(`${START}(?:${pattern})${END}`, 'giu');

const WEEKDAY = whole(`(?:(?:${any(WHICH)}) )?(?:${any(WEEKDAYS)})(?: (?:${any(WHICH_AFTER)}))?`);
const DATE = whole(
  `\\d{1,2}(?:st|nd|rd|th|er|\\.)? (?:of )?(?:${any(MONTHS)})(?: \\d{4})?|(?:${any(MONTHS)}) \\d{1,2}(?:st|nd|rd|th)?` +
    '|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?',
);
const TIME = whole('(?:[01]?\\d|2[0-3])(?:[:.][0-5]\\d(?: ?(?:u|uur|uhr|am|pm|h))?| ?(?:u|h)(?:[0-5]\\d)?| (?:uur|uhr|am|pm|heures?|o\'clock))');
const JOB = whole(any(JOBS));
const NUMBER = whole(`(?:\\d{1,2}|${any(NUMBERS)}) (?:[\\p{L}]+ )?(?:${any(PEOPLE)})`);
const ALONE = whole(ONLY.join('|'));
const QUOTE = /"[^"\n]{8,300}"|“[^”\n]{8,300}”|„[^“”\n]{8,300}[“”]|«[^»\n]{8,300}»/gu;
const INITIALS = /(?<![\p{L}\p{N}_.])\p{Lu}\.(?: ?\p{Lu}\.)*(?!\p{L})/gu;
const TITLED = /(?<![\p{L}])(?:Mr|Mrs|Ms|Mme|M|Dhr|Mevr|Mevrouw|Meneer|Herr|Herrn|Frau|Madame|Monsieur)\.? \p{Lu}[\p{L}'’-]+/gu;
const WORD = /[\p{L}][\p{L}'’-]*/gu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Before these a capital is the beginning of a sentence, not of a name. */
const SENTENCE = /(?:^|[.!?…:;\n"“«»„(–—-]\s*|^\s*[-*•]\s*)$/u;

const deeds = new Set(DEEDS);
const starters = new Set([...STARTERS, ...KNOWN, ...WEEKDAYS, ...MONTHS]);
const known = new Set([...KNOWN, ...WEEKDAYS, ...MONTHS]);

/** Marks in the order in which they stand; where two would overlap, the longer one. */
export function find_marks(text: string): Mark[] {
  const found: Mark[] = [];
  const add = (kind: Kind, pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) found.push({ kind, start: match.index, end: match.index + match[0].length });
  };
  add('day', DATE);
  add('day', WEEKDAY);
  add('time', TIME);
  add('only', ALONE);
  add('number', NUMBER);
  add('job', JOB);
  add('name', TITLED);
  add('name', INITIALS);
  for (const mark of is_german(text) ? german_names(text) : names(text)) found.push(mark);
  add('quote', QUOTE);
  return without_overlap(found);
}

export function group(text: string, marks: Mark[]): Group[] {
  const groups = new Map<string, Group>();
  for (const mark of marks) {
    const piece = text.slice(mark.start, mark.end);
    const key = key_of({ kind: mark.kind, text: piece });
    const there = groups.get(key);
    if (there) there.marks.push(mark);
    else groups.set(key, { kind: mark.kind, text: piece, marks: [mark] });
  }
  return [...groups.values()];
}

export function key_of({ kind, text }: Pick<Group, 'kind' | 'text'>): string {
  return `${kind} ${text.toLowerCase()}`;
}

/** The text with all pieces of a group said otherwise; the beginning of a sentence keeps its capital. */
export function replace(text: string, marks: Mark[], words: string): string {
  let result = text;
  for (const mark of [...marks].sort((one, other) => other.start - one.start)) {
    const before = text.slice(0, mark.start);
    const first = SENTENCE.test(before) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
    result = result.slice(0, mark.start) + first + result.slice(mark.end);
  }
  return result;
}

function without_overlap(found: Mark[]): Mark[] {
  const long_first = [...found].sort((one, other) => other.end - other.start - (one.end - one.start));
  const kept: Mark[] = [];
  for (const mark of long_first) {
    if (kept.every((other) => mark.end <= other.start || mark.start >= other.end)) kept.push(mark);
  }
  return kept.sort((one, other) => one.start - other.start);
}

function is_german(text: string): boolean {
  return (text.match(GERMAN)?.length ?? 0) > (text.match(OTHERS)?.length ?? 0);
}

/** A capital in the middle of a sentence; one at its beginning where the word was seen as a name, or does something. */
function names(text: string): Mark[] {
  const words = [...text.matchAll(WORD)];
  const starts = words.map((word) => SENTENCE.test(text.slice(Math.max(0, word.index - 8), word.index)));
  const plain = (word: string): string => word.toLowerCase().replace(/['’]s$/, '');
  const inside = new Set<string>();
  words.forEach(([word], n) => {
    if (!starts[n] && CAPITAL.test(word) && !known.has(plain(word))) inside.add(plain(word));
  });
  const is_name = (n: number): boolean => {
    const word = words[n]?.[0] ?? '';
    if (!CAPITAL.test(word)) return false;
    if (!starts[n]) return !known.has(plain(word));
    const next = words[n + 1]?.[0] ?? '';
    const common = starters.has(plain(word));
    return inside.has(plain(word)) || (!common && (deeds.has(next) || (CAPITAL.test(next) && !starts[n + 1])));
  };
  const marks: Mark[] = [];
  words.forEach((match, n) => {
    if (!is_name(n)) return;
    const end = match.index + match[0].replace(/['’]s$/, '').length;
    const last = marks.at(-1);
    // First name and surname are one.
    if (last && text.slice(last.end, match.index) === ' ') last.end = end;
    else marks.push({ kind: 'name', start: match.index, end });
  });
  return marks;
}

/** Two capitals in a row, or one that does something without a companion before it. */
function german_names(text: string): Mark[] {
  const words = [...text.matchAll(WORD)];
  const marks: Mark[] = [];
  for (let n = 0; n < words.length; n += 1) {
    const [match, next] = [words[n], words[n + 1]];
    if (!match || !CAPITAL.test(match[0]) || starters.has(match[0].toLowerCase())) continue;
    const before = words[n - 1]?.[0] ?? '';
    const loose = CAPITAL.test(before) && !starters.has(before.toLowerCase());
    const bare = !before || loose || /^(?:und|mit|von|dass|weil|wenn|bei|für|an|hat|ist)$/u.test(before);
    const start_of_sentence = SENTENCE.test(text.slice(Math.max(0, match.index - 8), match.index));
    const pair = next && CAPITAL.test(next[0]) && text.slice(match.index + match[0].length, next.index) === ' ';
    if (pair && bare) {
      marks.push({ kind: 'name', start: match.index, end: next.index + next[0].length });
      n += 1;
    } else if (next && deeds.has(next[0]) && (bare || start_of_sentence)) {
      marks.push({ kind: 'name', start: match.index, end: match.index + match[0].length });
    }
  }
  return marks;
}
