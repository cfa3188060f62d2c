// Contrast of the tokens, computed as WCAG 2.2 defines it, in both themes.

/** Text on its ground: at least 4.5. */
const TEXT: [string, string][] = [
  ...['paper', 'card', 'sunk', 'main-soft', 'warm-soft'].map((ground): [string, string] => ['ink', ground]),
  ...['paper', 'card', 'sunk', 'main-soft', 'warm-soft'].map((ground): [string, string] => ['soft', ground]),
  ...['paper', 'card', 'sunk', 'main-soft', 'warm-soft'].map((ground): [string, string] => ['main', ground]),
  ['main-ink', 'main'], ['main-ink', 'main-press'], ['warm', 'paper'], ['warm', 'card'], ['warm', 'warm-soft'],
  ['stop', 'paper'], ['stop', 'card'],
];
/** Borders of controls, and both tones of the ring against what they lie on: at least 3. */
const CONTROLS: [string, string][] = [
  ['soft', 'paper'], ['soft', 'card'], ['main', 'paper'], ['main', 'card'], ['warm', 'paper'], ['stop', 'paper'],
  ['ink', 'paper'], ['ink', 'card'], ['paper', 'main'], ['ink', 'main-soft'], ['ink', 'warm-soft'],
];

export type Theme = Record<string, string>;

export function themes(css: string): { light: Theme; dark: Theme } {
  const [light = '', dark = ''] = css.split('@media');
  const read = (text: string): Theme => Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/gi)].map(([, name = '', value = '']) => [name, value]));
  return { light: read(light), dark: { ...read(light), ...read(dark) } };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

export function contrast_faults(css: string): string[] {
  const faults: string[] = [];
  for (const [name, theme] of Object.entries(themes(css))) {
    for (const [pairs, least] of [[TEXT, 4.5], [CONTROLS, 3]] as const) {
      for (const [front, ground] of pairs) {
        const [one, other] = [theme[front], theme[ground]];
        if (!one || !other) faults.push(`${name}: ${front} or ${ground} is no colour`);
        else if (contrast(one, other) < least) faults.push(`${name}: ${front} on ${ground} is ${contrast(one, other).toFixed(2)}, not ${least}`);
      }
    }
  }
  return faults;
}
