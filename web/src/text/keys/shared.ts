// Written by `npm run texts` from text/nl-be/shared.ftl: the places of each key.

export interface SharedTexts {
  'busy': never;
  'counter-left': 'n';
  'counter-over': never;
  'error-prefix': 'title';
  'languages': never;
  'skip-link': never;
  'summary-title': never;
}
