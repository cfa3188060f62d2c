// Conversation by conversation: whether its numbers run, or something was left out.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { day_text } from '../../text/days';
import { t } from '../../text/text';
import type { State } from '../desk/state';
import type { Audit } from './audit';
import type { ThreadOf } from './lines';

const COLUMNS = ['thread', 'openings', 'by', 'first', 'last', 'numbers'] as const;
type Column = (typeof COLUMNS)[number];
/** Rows that are drawn before somebody asks for the rest. */
const AT_ONCE = 12;

export function Threads({ state, audit }: { state: State; audit: Audit }) {
  const today = state.session.today.value;
  const all = useSignal(false);
  const threads = audit.threads.value;
  // What is wrong stands first.
  const rows = [...threads.filter((thread) => !is_whole(thread)), ...threads.filter(is_whole)].slice(0, all.value ? undefined : AT_ONCE);
  return (
    <section aria-labelledby="threads">
      <h2 id="threads">{t('audit-threads-title')}</h2>
      <p>{t('audit-threads-lead')}</p>
      <p class="soft">{t('audit-threads-names')}</p>
      {threads.length === 0 ? <p>{t('audit-threads-none')}</p> : (
        // On a phone its rows become cards; the roles keep it a table for who listens.
        <table role="table" aria-labelledby="threads">
          <thead role="rowgroup">
            <tr role="row">{COLUMNS.map((column) => <th key={column} role="columnheader" scope="col">{t(`audit-col-${column}`)}</th>)}</tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((thread) => (
              <tr key={thread.thread} role="row" class={is_whole(thread) ? undefined : 'wrong-row'}>
                <th role="rowheader" scope="row">{t('audit-thread', { thread: thread.thread })}</th>
                <Cell column="openings">{thread.openings}</Cell>
                <Cell column="by"><span dir="auto">{thread.persons.join(', ') || '–'}</span></Cell>
                <Cell column="first"><time dateTime={thread.first}>{day_text(thread.first, today)}</time></Cell>
                <Cell column="last"><time dateTime={thread.last}>{day_text(thread.last, today)}</time></Cell>
                <Cell column="numbers">{numbers_text(thread)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length < threads.length && (
        <p><button type="button" class="button quiet" onClick={() => (all.value = true)}>{t('audit-threads-more', { count: threads.length })}</button></p>
      )}
    </section>
  );
}

function Cell({ column, children }: { column: Column; children: ComponentChildren }) {
  return <td role="cell"><span class="cell-name" aria-hidden="true">{t(`audit-col-${column}`)}</span>{children}</td>;
}

const is_whole = ({ missing, twice }: ThreadOf): boolean => missing.length === 0 && twice.length === 0;

function numbers_text(thread: ThreadOf) {
  const { numbers, missing, twice } = thread;
  const [from, to] = [numbers[0], numbers.at(-1)];
  if (from === undefined || to === undefined) return t('audit-numbers-none');
  if (is_whole(thread)) return t('audit-numbers-whole', { from, to });
  return (
    <b class="stop-text">
      {missing.length > 0 && t('audit-numbers-missing', { numbers: missing.join(', ') })}{' '}
      {twice.length > 0 && t('audit-numbers-twice', { numbers: twice.join(', ') })}
    </b>
  );
}
