// Fetches the files of one language. Each entry brings the addresses of its own files and no others.

import type { Language } from './languages';
import { make_text, speak } from './text';

/** As `virtual:texts/…` gives them: one whole file per language. */
export type Addresses = Record<Language, string>;

/** Rejects where a file does not come; the language in use stays. */
export async function load(language: Language, addresses: Addresses): Promise<void> {
  // As the page's own `preload` asks for it, or it would be fetched twice.
  const answer = await fetch(addresses[language], { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${answer.status} for a text`);
  speak(make_text(language, [await answer.text()]));
}
