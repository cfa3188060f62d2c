// What the check looks for, in the four languages at once: people mix them, and the page's language says little.

/** Parts of patterns; each stands between word borders, whatever the case. */
export const WEEKDAYS = [
  'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
  'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche',
  'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag',
];

export const MONTHS = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november',
  'december', 'january', 'february', 'march', 'may', 'june', 'july', 'august', 'october',
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
  'januar', 'februar', 'märz', 'august', 'dezember',
];

/** Before a weekday, they say which one. */
export const WHICH = [
  'vorige', 'afgelopen', 'deze', 'elke', 'iedere', 'last', 'this', 'every', 'next', 'letzten', 'letzte', 'diesen',
  'jeden', 'chaque', 'ce',
];
export const WHICH_AFTER = ['dernier', 'passé', 'morgen', 'middag', 'avond', 'nacht', 'ochtend', 'morning', 'afternoon',
  'evening', 'night', 'matin', 'soir', 'après-midi'];

export const JOBS = [
  'teamleider', 'teamleidster', 'ploegbaas', 'ploegleider', 'afdelingshoofd', 'diensthoofd', 'leidinggevende',
  'teamcoach', 'zaakvoerder', 'directeur', 'directrice', 'ceo', 'hr-manager', 'boekhouder', 'boekhoudster',
  'receptionist', 'receptioniste', 'stagiair', 'stagiaire', 'jobstudent', 'magazijnier', 'verpleegkundige',
  'zorgkundige', 'poetsvrouw', 'planner', 'kok', 'chauffeur', 'secretaresse', 'preventieadviseur',
  'team leader', 'team lead', 'supervisor', 'shift leader', 'manager', 'director', 'head of department', 'accountant',
  'receptionist', 'intern', 'trainee', 'nurse', 'foreman', 'warehouse worker', 'secretary', 'cook', 'driver',
  'chef d\'équipe', 'cheffe d\'équipe', 'responsable', 'directeur', 'gérant', 'gérante', 'comptable', 'réceptionniste',
  'stagiaire', 'infirmier', 'infirmière', 'aide-soignante', 'magasinier', 'secrétaire', 'cuisinier', 'chauffeur',
  'teamleiter', 'teamleiterin', 'schichtleiter', 'schichtleiterin', 'abteilungsleiter', 'abteilungsleiterin',
  'geschäftsführer', 'geschäftsführerin', 'vorgesetzter', 'vorgesetzte', 'buchhalter', 'buchhalterin', 'praktikant',
  'praktikantin', 'krankenpfleger', 'krankenschwester', 'lagerarbeiter', 'sekretärin', 'fahrer', 'koch',
];

export const NUMBERS = [
  'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'two', 'three', 'four', 'five', 'six',
  'seven', 'eight', 'nine', 'ten', 'deux', 'trois', 'quatre', 'cinq', 'sept', 'huit', 'neuf', 'dix', 'zwei', 'drei',
  'fünf', 'sechs', 'sieben', 'neun', 'zehn',
];

export const PEOPLE = [
  'collega\'s', 'collega’s', 'mensen', 'personen', 'vrouwen', 'mannen', 'anderen', 'ploegen', 'colleagues', 'people',
  'persons', 'women', 'men', 'others', 'coworkers', 'collègues', 'personnes', 'femmes', 'hommes', 'autres', 'kollegen',
  'kolleginnen', 'personen', 'leute', 'frauen', 'männer', 'anderen',
];

/** Whole patterns: sentences that only one person could have written. */
export const ONLY = [
  'ik als enige', 'als enige', 'ik ben de enige', '(?:de|het) enige(?: die| vrouw| man| persoon)?', 'enkel ik',
  'alleen ik', 'I am the only(?: one| woman| man| person)?', 'I\'m the only(?: one| woman| man| person)?',
  'the only (?:one|woman|man|person)', 'only me', 'je suis la seule', 'je suis le seul', 'la seule', 'le seul',
  '(?:seule|seul) à', 'ich als einzige[rs]?', 'als einzige[rs]?', 'ich bin (?:die|der) einzige',
  '(?:die|der|das) einzige',
];

/** In German every noun has a capital: a name is one that stands where a noun would need a companion. */
export const GERMAN = /\b(?:der|die|das|und|nicht|ich|ist|wir|mit|ein|eine|auf|wird|sich)\b/gi;
export const OTHERS = /\b(?:de|het|een|en|niet|ik|is|wij|we|the|and|not|it|le|la|les|et|ne|pas|je|nous|dans|est)\b/gi;

/** After a name, somebody does something. */
export const DEEDS = [
  'is', 'was', 'heeft', 'had', 'zegt', 'zei', 'roept', 'riep', 'doet', 'deed', 'krijgt', 'kreeg', 'geeft', 'gaf', 'wil',
  'wou', 'wilde', 'kan', 'kon', 'lacht', 'lachte', 'scheldt', 'schold', 'dreigt', 'dreigde', 'vraagt', 'vroeg', 'vindt',
  'moet', 'moest', 'komt', 'kwam', 'maakt', 'maakte', 'pest', 'pestte', 'negeert', 'negeerde', 'weet', 'noemt', 'blijft',
  'has', 'says', 'said', 'shouts', 'shouted', 'does', 'did', 'gives', 'gave', 'wants', 'wanted', 'laughs', 'laughed',
  'threatens', 'threatened', 'told', 'tells', 'gets', 'got', 'keeps', 'kept', 'ignores', 'ignored', 'makes', 'made',
  'est', 'était', 'a', 'avait', 'dit', 'disait', 'crie', 'criait', 'fait', 'faisait', 'donne', 'donnait', 'veut',
  'voulait', 'rit', 'menace', 'menaçait', 'reçoit', 'ignore', 'ignorait', 'me', 'nous',
  'ist', 'war', 'hat', 'hatte', 'sagt', 'sagte', 'schreit', 'schrie', 'macht', 'machte', 'gibt', 'gab', 'will', 'wollte',
  'lacht', 'lachte', 'droht', 'drohte', 'bekommt', 'bekam', 'meint', 'meinte', 'fragt', 'fragte', 'ignoriert',
];

/** Words that begin sentences and are nobody's name. */
export const STARTERS = [
  'de', 'het', 'een', 'ik', 'wij', 'we', 'ze', 'zij', 'hij', 'er', 'dit', 'dat', 'deze', 'die', 'als', 'toen', 'maar',
  'en', 'of', 'want', 'sinds', 'vorige', 'op', 'in', 'na', 'voor', 'mijn', 'onze', 'ons', 'alle', 'iedereen', 'niemand',
  'soms', 'altijd', 'nooit', 'wie', 'wat', 'waar', 'waarom', 'hoe', 'daarom', 'dus', 'ook', 'nu', 'vandaag', 'gisteren',
  'elke', 'geen', 'daar', 'hier', 'zo', 'dan', 'men', 'alles', 'niets', 'iemand', 'iets', 'werk', 'collega', 'team',
  'the', 'a', 'i', 'it', 'he', 'she', 'they', 'you', 'this', 'that', 'there', 'my', 'our', 'everybody', 'everyone',
  'nobody', 'somebody', 'someone', 'what', 'who', 'when', 'where', 'how', 'sometimes', 'always', 'never', 'and', 'but',
  'le', 'la', 'les', 'un', 'une', 'je', 'il', 'elle', 'on', 'nous', 'vous', 'ils', 'elles', 'ce', 'cela', 'ça', 'qui',
  'mon', 'ma', 'notre', 'tout', 'personne', 'rien', 'cette', 'ici', 'là', 'et', 'mais', 'si', 'quand',
  'der', 'die', 'das', 'ein', 'eine', 'ich', 'er', 'sie', 'es', 'wir', 'ihr', 'man', 'das', 'dies', 'mein', 'meine',
  'unser', 'unsere', 'alle', 'jeder', 'jemand', 'niemand', 'nichts', 'alles', 'hier', 'dort', 'und', 'aber', 'wenn',
  'was', 'wer', 'wo', 'wie', 'so', 'dann', 'heute', 'gestern',
];

/** Capitals that give nobody away. */
export const KNOWN = [
  'i', 'i\'m', 'i’m', 'i\'ve', 'i’ve', 'i\'d', 'i\'ll', 'hr', 'it', 'ok', 'cao', 'btw', 'covid', 'excel', 'teams', 'outlook', 'whatsapp',
  'nederlands', 'frans', 'engels', 'duits', 'belgië', 'vlaanderen', 'brussel', 'dutch', 'french', 'english', 'german',
  'belgium', 'belgique', 'bruxelles', 'belgien', 'kerstmis', 'pasen', 'christmas', 'easter', 'noël', 'pâques',
];
