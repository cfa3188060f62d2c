// Written by `npm run texts` from text/nl-be/shared.ftl: the places of each key.

export interface SharedTexts {
  'busy': never;
  'counter-left': 'n';
  'counter-over': never;
  'error-prefix': 'title';
  'languages': never;
  'skip-link': never;
  'status-acked': never;
  'status-action': never;
  'status-aftercare': never;
  'status-clarified': never;
  'status-closed': never;
  'status-dialogue': never;
  'status-erased': never;
  'status-feedback': never;
  'status-new': never;
  'status-unknown': never;
  'summary-title': never;
  'version': 'words';
  'version-use': never;
}
