// The languages there are, in the order in which links to them stand.

export const LANGUAGES = ['nl-be', 'nl', 'fr', 'en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The source: every key is in it. */
export const SOURCE: Language = 'nl-be';

interface Facts {
  /** Its own name for itself. */
  name: string;
  /** For `Intl` and the attribute `lang`. */
  locale: string;
  /** Holds only what differs from this one. */
  over?: Language;
}

export const FACTS: Record<Language, Facts> = {
  'nl-be': { name: 'Nederlands', locale: 'nl-BE' },
  nl: { name: 'Nederlands (NL)', locale: 'nl-NL', over: 'nl-be' },
  fr: { name: 'Français', locale: 'fr-BE' },
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-BE' },
};

/** The language and those it falls back on, the most particular first. */
export function chain(language: Language): Language[] {
  const { over } = FACTS[language];
  return over === undefined ? [language] : [language, ...chain(over)];
}

export function is_language(word: string): word is Language {
  return (LANGUAGES as readonly string[]).includes(word);
}
