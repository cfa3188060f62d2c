// The pages of the log come when somebody needs them, words and all: a coach never does.

import { signal } from '@preact/signals';

type Pages = typeof import('../audit/pages');

export const log_pages = signal<Pages | null>(null);

/** Rejects where they do not come. */
export async function load_log(): Promise<void> {
  if (log_pages.value !== null) return;
  const pages = await import('../audit/pages');
  await pages.load_words();
  log_pages.value = pages;
}
