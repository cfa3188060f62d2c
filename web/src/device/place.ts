// Where the reader is. The address holds page and language; the step lives in a history entry, which holds no content.

import { signal, type Signal } from '@preact/signals';
import { is_language, type Language } from '../text/languages';

export const PAGES = ['landing', 'who', 'report', 'mailbox'] as const;
export type Page = (typeof PAGES)[number];

export interface Place {
  page: Page;
  step: string;
  /** How many of our entries lie under Back. */
  depth: number;
}

export interface Address {
  slug: string;
  language: Language | null;
  page: Page;
}

export const FIRST = 'first';
const FINGERPRINT = '#fp=';

/** `/{slug}`, `/{slug}/{language}`, `/{slug}/{page}`, `/{slug}/{language}/{page}`. */
export function parse_address(path: string): Address {
  const [slug = '', ...rest] = path.split('/').filter(Boolean);
  const [word = ''] = rest;
  const language = is_language(word) ? word : null;
  const last = (language ? rest[1] : word) ?? '';
  const page = (PAGES as readonly string[]).includes(last) ? (last as Page) : 'landing';
  return { slug, language, page };
}

export function path_of(slug: string, language: Language, page: Page): string {
  return `/${slug}/${language}${page === 'landing' ? '' : `/${page}`}`;
}

/** The words of `#fp=…`, or null. */
export function fingerprint_in(hash: string): string | null {
  if (!hash.startsWith(FINGERPRINT) || hash.length === FINGERPRINT.length) return null;
  try {
    return decodeURIComponent(hash.slice(FINGERPRINT.length));
  } catch {
    // Not what anybody encoded: passed on as it stands, so that it is refused and not overlooked.
    return hash.slice(FINGERPRINT.length);
  }
}

interface Kept {
  step: string;
  depth: number;
}

function kept(state: unknown): Kept {
  const { step, depth } = (state ?? {}) as Partial<Kept>;
  return { step: typeof step === 'string' ? step : FIRST, depth: typeof depth === 'number' ? depth : 0 };
}

export class Places {
  readonly here: Signal<Place>;
  /** Empty until the page has been taken over: served links know no fingerprint, and must be drawn anew to get it. */
  private readonly hash = signal('');

  constructor(page: Page, readonly slug: string, private readonly fingerprint: string | null = null) {
    this.here = signal({ page, step: FIRST, depth: 0 });
  }

  /** Follows Back and Forward. `allowed` may name another step, where what the step shows is no longer there. */
  follow(allowed: (place: Place) => string): void {
    const enter = (place: Place): void => {
      history.replaceState({ step: place.step, depth: place.depth }, '', location.href);
      this.here.value = place;
    };
    const page = (): Page => parse_address(location.pathname).page;
    window.addEventListener('popstate', (event) => {
      const place = { page: page(), ...kept(event.state) };
      enter({ ...place, step: allowed(place) });
    });
    // A page that was just loaded holds nothing yet: it begins at its beginning, wherever it was before a reload.
    enter({ page: page(), step: FIRST, depth: kept(history.state).depth });
    if (this.fingerprint !== null) this.hash.value = `${FINGERPRINT}${encodeURIComponent(this.fingerprint)}`;
  }

  /** The next step on the same page. */
  go(step: string): void {
    const { page, depth } = this.here.value;
    history.pushState({ step, depth: depth + 1 }, '', location.href);
    this.here.value = { page, step, depth: depth + 1 };
  }

  /** The same entry, another step: Back does not lead to the one before. */
  swap(step: string): void {
    const { page, depth } = this.here.value;
    history.replaceState({ step, depth }, '', location.href);
    this.here.value = { page, step, depth };
  }

  visit(language: Language, page: Page): void {
    const depth = this.here.value.depth + 1;
    history.pushState({ step: FIRST, depth }, '', this.link(language, page));
    this.here.value = { page, step: FIRST, depth };
  }

  /** Another language in the address of the same entry. */
  rename(language: Language): void {
    const { page, step, depth } = this.here.value;
    history.replaceState({ step, depth }, '', this.link(language, page));
  }

  back(): void {
    history.back();
  }

  link(language: Language, page: Page): string {
    return path_of(this.slug, language, page) + this.hash.value;
  }
}
