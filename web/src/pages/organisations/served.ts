// What the server wrote into the page, read back from it.

import { is_language, SOURCE } from '../../text/languages';
import type { Served } from './trust';

/** Places that the server fills: each becomes `data-…` on the root of the pages. */
export const PLACES = ['org', 'slug', 'coach', 'readers', 'answer-by', 'answer-by-text', 'questions', 'total', 'version'] as const;

export function read_served(root: HTMLElement): Served {
  const of = (name: string): string => root.getAttribute(`data-${name}`) ?? '';
  const language = of('language');
  const holds = (when: string): boolean => root.querySelector(`[data-when="${when}"]:not([hidden])`) !== null;
  return {
    slug: of('slug'),
    name: of('org'),
    language: is_language(language) ? language : SOURCE,
    coach: of('coach'),
    readers: of('readers'),
    answer_by: of('answer-by'),
    answer_by_text: of('answer-by-text'),
    questions: of('questions').split(' '),
    total: of('total'),
    version: of('version'),
    quiet: holds('quiet'),
    test: holds('test'),
    closed: holds('closed'),
    gate: holds('gate'),
  };
}
