// The pages of the log come when somebody needs them, words and all: a coach never does.

import { Later } from '../../components/later';

export const log_pages = new Later(async () => {
  const pages = await import('../audit/pages');
  await pages.load_words();
  return pages;
});
