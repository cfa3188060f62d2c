// Fetches the files of one language. Each entry brings the addresses of its own files and no others.

import { chain, type Language } from './languages';
import { make_text, speak } from './text';

/** Addresses by path, as `import.meta.glob` gives them: `../text/nl-be/shared.ftl`. */
export type Addresses = Record<string, string>;

/** Rejects where a file does not come; the language in use stays. */
export async function load(language: Language, addresses: Addresses): Promise<void> {
  const wanted = chain(language).flatMap((step) =>
    Object.keys(addresses).filter((path) => path.split('/').at(-2) === step),
  );
  const sources = await Promise.all(wanted.map((path) => fetch_text(addresses[path] ?? '')));
  speak(make_text(language, sources));
}

async function fetch_text(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${answer.status} for a text`);
  return answer.text();
}
