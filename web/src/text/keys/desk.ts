// Written by `npm run texts` from text/nl-be/desk.ftl: the places of each key.

export interface DeskTexts {
  'desk-title': never;
}
