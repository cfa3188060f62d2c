// How full the sealed message is. A message is padded to one of three sizes, so its size says next to nothing.

/** Bytes a reply may have in each bucket; what wraps the text takes a little of it. */
export const BUCKETS = [4_096, 16_384, 65_536] as const;
/** For signature, order and padding. */
const WRAPPING = 512;
const SHOWN_FROM = 0.8;

export interface Room { size: number; most: number; share: number; over: boolean; shown: boolean }

const encoder = new TextEncoder();

export function room(text: string): Room {
  const size = encoder.encode(text).length;
  const fits = BUCKETS.find((bucket) => size <= bucket - WRAPPING);
  const most = (fits ?? BUCKETS[2]) - WRAPPING;
  const share = size / most;
  return { size, most, share, over: fits === undefined, shown: share > SHOWN_FROM };
}

/** A place a template leaves open. */
export const HOLE = '[…]';

/** Where the first hole stands, or null. */
export function find_hole(text: string): { from: number; to: number } | null {
  const from = text.indexOf(HOLE);
  return from < 0 ? null : { from, to: from + HOLE.length };
}

/** Whether the reporter will read something that looks like a link, which she cannot press. */
export function has_link(text: string): boolean {
  return /\b(?:https?:\/\/|www\.)\S/i.test(text);
}
