// What stands behind the pages in `tests/e2e/journeys.mjs`: the fingerprint of the link says how it behaves.

import type { Reporter } from '../src/crypto/port';
import { MESSAGES, mailbox, make_port } from './fixture';

const answered = mailbox([MESSAGES.first, MESSAGES.answer], { status: 'acked', answer_by: null });

export function make_reporter(): Reporter {
  const well = make_port({ view: answered, slow: 20 });
  if (location.hash.includes('distrust')) return make_port({ trust: 'distrust' });
  if (!location.hash.includes('fails-once')) return well;
  const badly = make_port({ send: 'unacknowledged', slow: 600 });
  const attempts: string[] = [];
  return {
    ...well,
    send: (draft, attempt, progress) => {
      attempts.push(attempt);
      document.documentElement.dataset['attempts'] = attempts.join();
      return (attempts.length === 1 ? badly : well).send(draft, attempt, progress);
    },
  };
}
