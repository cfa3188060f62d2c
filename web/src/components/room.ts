// How much still fits: silent below four fifths, then rounded to something a person can use.

const SILENT = 0.8;
const STEP = 500;

export function bytes_of(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Characters left, rounded down to a step; null while nobody needs to know; negative when it is too much. */
export function room_left(bytes: number, characters: number, most: number): number | null {
  if (bytes > most) return -1;
  if (bytes < most * SILENT) return null;
  const per_character = characters === 0 ? 1 : bytes / characters;
  return Math.floor((most - bytes) / per_character / STEP) * STEP;
}
