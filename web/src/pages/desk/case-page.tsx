// One case: what was said, the box to answer in, labels and notes. In this order for who listens, too.

import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { Letters } from './letters';
import { Notes } from './notes';
import { Do, Head, Trouble, Waiting, type Props } from './parts';
import { Reply } from './reply';
import { Side } from './side';
import { useLate } from './late';

export function CasePage({ state, deeds }: Props) {
  const { cases, session } = state;
  const thread = cases.thread.value;
  const failed = cases.failure.value;
  const loading = useLate(cases.loading.value !== null);
  const today = session.today.value;
  if (thread === undefined) return null;
  const { opened, n } = thread;
  const title = thread.status === 'erased' ? t('desk-erased-title')
    : thread.line ?? t('desk-case-untitled', { day: day_text(thread.day, today) });
  return (
    <article class="case">
      <div class="case-top">
        <button type="button" class="tool back" onClick={session.back}>{t('desk-back')}</button>
        <Head view={`${n}`}><span dir="auto" class="human">{title}</span></Head>
        <div class="case-deeds">
          <Do id="back-to-previous" state={state} deeds={deeds} />
          <Do id="print-case" state={state} deeds={deeds}>{t('desk-print')}</Do>
          <Do id="close-case" state={state} deeds={deeds}>{t('desk-close-case')}</Do>
          {opened && (
            <button type="button" class="tool only-narrow" onClick={() => (session.sheet.value = { name: 'labels' })}>
              {t('desk-triage')}
            </button>
          )}
        </div>
      </div>
      {failed?.n === n && (
        <Trouble failure={failed.failure} again={() => void cases.show(n, true)}>
          {opened === undefined && <p class="small">{t('desk-case-failed')}</p>}
        </Trouble>
      )}
      {thread.status === 'erased' && <p>{t('desk-erased')}</p>}
      {loading && <Waiting>{t('desk-case-opening')} <span class="small">{t('desk-case-logged')}</span></Waiting>}
      {opened !== undefined && thread.status !== 'erased' && (
        <div class="case-body">
          <div class="case-main">
            {opened.case.damaged_records > 0 && (
              <p class="notice warm">{t('desk-records-damaged', { count: opened.case.damaged_records })}</p>
            )}
            {opened.case.another_roster && <p class="notice warm">{t('desk-case-another-roster')}</p>}
            <Letters state={state} thread={thread} />
            <Reply state={state} deeds={deeds} n={n} key={`reply-${n}`} />
          </div>
          <div class="case-side">
            <div class="side-labels"><Side state={state} thread={thread} /></div>
            <Notes state={state} n={n} key={`notes-${n}`} />
          </div>
        </div>
      )}
    </article>
  );
}
