// What a text may not say.

import type { Language } from '../src/text/languages';

const MOST_LENGTH = 420;
/** Words that judge, frighten or promise too much; and second names for what has one. */
const BANNED: Record<Language, RegExp> = {
  'nl-be': /\b(klacht\w*|klager\w*|slachtoffer\w*|dader\w*|beschuldig\w*|bewijs\w*|incident\w*|ticket\w*|token\w*|wachtwoord\w*|passphrase|100 ?% anoniem|100 ?% veilig)\b/i,
  nl: /\b(klacht\w*|klager\w*|slachtoffer\w*|dader\w*|beschuldig\w*|bewijs\w*|incident\w*|ticket\w*|token\w*|wachtwoord\w*|passphrase|100 ?% anoniem)\b/i,
  fr: /\b(plainte\w*|plaignant\w*|victime\w*|coupable\w*|accus\w*|preuve\w*|incident\w*|ticket\w*|jeton\w*|mot de passe|100 ?% anonyme)\b/i,
  en: /\b(complain\w*|victim\w*|perpetrator\w*|accuse\w*|evidence|incident\w*|ticket\w*|token\w*|password\w*|100 ?% anonymous)\b/i,
  de: /\b(beschwerde\w*|opfer\w*|täter\w*|beschuldig\w*|beweis\w*|vorfall\w*|ticket\w*|token\w*|passwort\w*|100 ?% anonym)\b/i,
};

/** What is wrong with the text of one key, as it stands in the file. */
export function faults_of_text(language: Language, key: string, raw: string): string[] {
  const faults: string[] = [];
  if (raw.length > MOST_LENGTH) faults.push(`is ${raw.length} characters long`);
  const banned = BANNED[language].exec(raw);
  if (banned) faults.push(`says ${banned[0]}`);
  // A title stays in the browser's history.
  if (/-tab$/.test(key) && /melding|report|message|signal/i.test(raw)) faults.push('tells the tab too much');
  if (/\.\.\.|"/.test(raw.replaceAll('{"\\u00A0"}', ' '))) faults.push('has typewriter marks');
  return faults;
}
