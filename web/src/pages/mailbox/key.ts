// A key as people type it: groups form under the fingers, and letters that look like numbers become them.

const LENGTH = 28;
const GROUP = 4;
const SIGN = /[0-9A-Z]/;
const WHOLE = /(?<![0-9A-Z])(?:[0-9A-Z]{4}[\s\u2010-\u2015-]*){6}[0-9A-Z]{4}(?![0-9A-Z])/i;

export interface Typed {
  text: string;
  /** Where the caret belongs after it. */
  caret: number;
  /** Signs of a key that are there, of 28. */
  signs: number;
}

function repair(sign: string): string {
  return sign === 'O' ? '0' : sign === 'I' || sign === 'L' ? '1' : sign;
}

function signs_in(text: string): string[] {
  return [...text.toUpperCase()].filter((sign) => SIGN.test(sign)).map(repair);
}

/** A whole sentence may surround the key. */
export function find_key(text: string): string | null {
  const found = WHOLE.exec(text)?.[0];
  return found ? grouped(signs_in(found)) : null;
}

function grouped(signs: string[]): string {
  return Array.from({ length: Math.ceil(signs.length / GROUP) }, (_, n) => signs.slice(n * GROUP, n * GROUP + GROUP).join('')).join('-');
}

export function group_key(typed: string, caret: number): Typed {
  const whole = find_key(typed);
  if (whole !== null) return { text: whole, caret: whole.length, signs: LENGTH };
  const signs = signs_in(typed);
  const before = signs_in(typed.slice(0, caret)).length;
  const text = grouped(signs);
  // After a full group the caret stands behind the hyphen, where there is one.
  const hyphens = Math.floor(before / GROUP) - (before > 0 && before === signs.length && before % GROUP === 0 ? 1 : 0);
  return { text, caret: Math.min(text.length, before + hyphens), signs: signs.length };
}

export function groups_of(key: string): string[] {
  return key.split('-');
}

export { LENGTH as KEY_LENGTH };
