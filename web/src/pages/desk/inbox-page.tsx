// Views on the left, the list beside it.

import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../../components/live';
import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { leave_field } from './deeds';
import { FirstDay } from './first-day';
import { HintLine } from './hint-line';
import { List } from './list';
import { Do, Trouble, Waiting, type Props } from './parts';
import { VIEWS } from './views';

export function Nav({ state, deeds }: Props) {
  const { inbox, session } = state;
  /** The list is what she looks at, unless a page of its own stands beside it. */
  const listed = session.page.value.name === 'inbox' || session.page.value.name === 'case';
  const opened = inbox.threads.value.filter((thread) => !thread.new).length;
  return (
    <nav class="nav" aria-label={t('desk-nav')}>
      <ul>
        {VIEWS.map((name) => {
          const count = inbox.counts.value[name];
          const view = t(`desk-view-${name}`);
          return (
            <li key={name}>
              <button type="button" class="nav-item" aria-current={listed && inbox.view.value === name ? 'true' : undefined}
                onClick={deeds[`go-${name}`].run}>
                <span>{view}</span>
                {count > 0 && <span class="count">{count}<span class="unseen"> {t('desk-view-count', { count })}</span></span>}
              </button>
            </li>
          );
        })}
      </ul>
      <ul class="nav-more">
        <li>
          <button type="button" class="nav-item" onClick={deeds['go-people'].run}
            aria-current={session.page.value.name === 'people' ? 'page' : undefined}>
            <span>{t('desk-people')}</span>
            {(state.people.people.value?.pending.length ?? 0) > 0 && (
              <span class="count">{state.people.people.value?.pending.length}</span>
            )}
          </button>
        </li>
        <li><button type="button" class="nav-item" onClick={deeds.poster.run}>{t('desk-do-poster')}</button></li>
      </ul>
      {inbox.threads.value.length > 0 && (
        <p class="tiny">{t('desk-list-progress', { done: opened, total: inbox.threads.value.length })}</p>
      )}
    </nav>
  );
}

/** `alone`: there is no room for a case beside it, so it is the page. */
export function ListPane({ state, deeds, alone }: Props & { alone: boolean }) {
  const { inbox } = state;
  const Pane = alone ? 'main' : 'section';
  const Name = alone ? 'h1' : 'h2';
  const view = t(`desk-view-${inbox.view.value}`);
  const found = inbox.found.value;
  return (
    <Pane id="list-pane" class="list-pane" tabIndex={-1} aria-labelledby="list-name">
      <div class="list-head">
        <Name id="list-name">{view}</Name>
        <span class="row-of">
          {inbox.rows.value.length > 0 && (
            <button type="button" class="tool" aria-pressed={inbox.marking.value}
              onClick={() => { if (inbox.marking.value) inbox.unmark(); else inbox.marking.value = true; }}>
              {inbox.marking.value ? t('desk-marking-done') : t('desk-marking')}
            </button>
          )}
          <Do id="refresh" state={state} deeds={deeds}>{t('desk-refresh-short')}</Do>
        </span>
      </div>
      <Search state={state} deeds={deeds} />
      {found !== null && (
        <p class="tiny list-said" role="status">
          {t('desk-search-found', { count: found.threads.length })}{' '}
          {found.unopened > 0 && t('desk-search-unopened', { count: found.unopened })}
        </p>
      )}
      {inbox.failure.value && <Trouble failure={inbox.failure.value} again={deeds.refresh.run} />}
      <Body state={state} deeds={deeds} />
      {/* Under the list, so that no row moves when it comes or goes. */}
      {inbox.marking.value || inbox.marked.value.size > 0 ? <MarkedOnes state={state} deeds={deeds} /> : <NewOnes state={state} deeds={deeds} />}
      <HintLine state={state} />
    </Pane>
  );
}

function Body({ state, deeds }: Props) {
  const { inbox } = state;
  const { state: loading, progress } = inbox;
  if (inbox.rows.value.length > 0) return <List state={state} deeds={deeds} />;
  if (loading.value !== 'read') {
    const step = progress.value;
    return (
      <div class="list-empty">
        <Waiting>{step === null ? t('desk-list-loading') : t('desk-list-progress', step)}</Waiting>
        {step && <progress value={step.done} max={step.total} aria-label={t('desk-list-loading')} />}
      </div>
    );
  }
  if (inbox.found.value !== null || inbox.failure.value !== null) return null;
  if (inbox.view.value !== 'today' && inbox.view.value !== 'me') {
    return <p class="list-empty soft">{t('desk-empty-view')}</p>;
  }
  const next = inbox.next.value;
  const today = state.session.today.value;
  return (
    <div class="list-empty breath">
      <p class="breath-words">{t('desk-empty')}</p>
      {next && <p class="soft">{t('desk-empty-next', { day: day_text(next.by, today), what: next.what })}</p>}
      <FirstDay state={state} deeds={deeds} />
    </div>
  );
}

function Search({ state }: Props) {
  const { inbox } = state;
  return (
    <div class="search">
      <label class="unseen" for="search">{t('desk-searching')}</label>
      <input id="search" type="text" inputMode="search" autocomplete="off" spellcheck={false}
        placeholder={t('desk-search')} value={inbox.query.value}
        onInput={(event) => {
          inbox.query.value = event.currentTarget.value;
          inbox.chosen.value = inbox.rows.value[0]?.n ?? null;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && inbox.query.value !== '') {
            event.stopPropagation();
            inbox.query.value = '';
          } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            leave_field();
          }
        }} />
      {inbox.query.value !== '' && (
        <button type="button" class="tool" aria-label={t('desk-search-clear-name')} onClick={() => (inbox.query.value = '')}>
          {t('desk-search-clear')}
        </button>
      )}
    </div>
  );
}

/** What can be done with several at once. */
function MarkedOnes({ state, deeds }: Props) {
  const { inbox } = state;
  const marked = [...inbox.marked.value];
  const unread = marked.filter((n) => inbox.find(n)?.opened === undefined).length;
  return (
    <div class="new-ones">
      <p>
        {marked.length === 0 ? t('desk-marking-lead') : t('desk-marked', { count: marked.length })}{' '}
        {unread > 0 && t('desk-marked-unread', { count: unread })}
      </p>
      {marked.length > 0 && (
        <div class="row-of">
          {unread < marked.length && <Do id="junk" state={state} deeds={deeds} />}
          <button type="button" class="tool" onClick={inbox.unmark}>{t('desk-unmark')}</button>
        </div>
      )}
    </div>
  );
}

function NewOnes({ state, deeds }: Props) {
  const { inbox } = state;
  const opening = inbox.opening.value;
  const quarter = useComputed(() => {
    const now = inbox.opening.value;
    return now === null || now.total === 0 ? 0 : Math.floor((4 * now.done) / now.total);
  });
  // At quarters only: a hundred numbers read aloud help nobody.
  useEffect(() => {
    if (opening !== null && quarter.value > 0) say(t('desk-opening', opening));
  }, [quarter.value]);
  if (opening !== null) {
    return (
      <div class="new-ones">
        <p>{t('desk-opening', { done: opening.done, total: opening.total })}</p>
        <progress value={opening.done} max={opening.total} aria-label={t('desk-do-open-all')} />
        {opening.total > 1 && (
          <button type="button" class="tool" onClick={inbox.stop} aria-disabled={opening.stopping}>
            {opening.stopping ? t('desk-open-stopping') : t('desk-open-stop')}
          </button>
        )}
      </div>
    );
  }
  const count = inbox.fresh.value.length;
  if (count === 0 || inbox.found.value !== null) return null;
  return (
    <div class="new-ones">
      <p>{t('desk-new', { count })}</p>
      <Do id="open-all" state={state} deeds={deeds}>{t('desk-open-all', { count })}</Do>
    </div>
  );
}
