// The list of threads. Rows have one height, so that only those in sight need to exist.

import { useComputed, useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { Component } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../text/text';
import { nearest_promise, type Listed } from './clocks';
import { aria_keys, caps } from './keys';
import { Chip, type Props } from './parts';
import type { State } from './state';
import { is_urgent } from './views';
import { category_text, flag_text, promise_text, severity_short } from './words';

const ROW = 76;
/** Rows beyond the edge, so that a fast wheel finds them drawn. */
const SPARE = 6;
/** Up to here all rows exist. */
const ALL = 100;

export function List({ state, deeds }: Props) {
  const { inbox, session } = state;
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(900);
  const first = useComputed(() => Math.max(0, Math.floor(top.value / ROW) - SPARE));
  const count = useComputed(() => Math.ceil(height.value / ROW) + 2 * SPARE);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    // After unlocking, and back from a case: the row is where the work goes on.
    if (document.activeElement === document.body) element.focus();
    const watch = new ResizeObserver(() => (height.value = element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  // The chosen row is always in sight; nothing else ever moves the list.
  useSignalEffect(() => {
    const place = inbox.places.value.get(inbox.chosen.value ?? -1);
    const element = box.current;
    if (place === undefined || element === null) return;
    // Known numbers only: asking the element would make the browser lay the page out for each row.
    const [over, seen] = [top.peek(), height.peek()];
    const wanted = place * ROW < over ? place * ROW : (place + 1) * ROW > over + seen ? (place + 1) * ROW - seen : over;
    if (wanted !== over) top.value = element.scrollTop = Math.max(0, wanted);
  });

  const rows = inbox.rows.value;
  const from = rows.length > ALL ? Math.min(first.value, Math.max(0, rows.length - count.value)) : 0;
  const to = rows.length > ALL ? Math.min(rows.length, from + count.value) : rows.length;
  const active = useComputed(() => {
    const chosen = inbox.chosen.value;
    return chosen !== null && inbox.places.value.has(chosen) ? `row-${chosen}` : undefined;
  });
  return (
    <div id="list" class="list" role="listbox" tabIndex={0} ref={box} aria-multiselectable="true"
      aria-label={t('desk-list', { view: t(`desk-view-${inbox.view.value}`) })}
      aria-keyshortcuts={aria_keys('next', session.mode.value)}
      aria-activedescendant={active}
      onScroll={(event) => (top.value = event.currentTarget.scrollTop)}>
      <div role="presentation" class="list-all" style={{ blockSize: `${rows.length * ROW}px` }}>
        {rows.slice(from, to).map((thread, n) => (
          <Row key={thread.n} state={state} deeds={deeds} thread={thread} place={from + n} size={rows.length} />
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Props { thread: Listed; place: number; size: number }

/** A row is drawn again when it changes, not when the list does: that is what keeps a held key quick. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { thread, place, size } = this.props;
    return next.thread !== thread || next.place !== place || next.size !== size;
  }

  override render() {
    return <RowOf {...this.props} />;
  }
}

function RowOf({ state, deeds, thread, place, size }: RowProps) {
  const { inbox, cases, session } = state;
  const { n } = thread;
  const chosen: ReadonlySignal<boolean> = useComputed(() => inbox.chosen.value === n);
  const marked = useComputed(() => inbox.marked.value.has(n));
  const shown = useComputed(() => cases.open.value === n && session.page.value.name === 'case');
  const today = session.today.value;
  const promise = nearest_promise(thread, today);
  const flag = thread.flags.find((one) => one !== 'multiple-voices');
  const look = ['thread-row', chosen.value && 'chosen', shown.value && 'shown', marked.value && 'marked', thread.new && 'new'];
  return (
    <div id={`row-${n}`} role="option" class={look.filter(Boolean).join(' ')} aria-selected={marked.value || chosen.value}
      aria-posinset={place + 1} aria-setsize={size} style={{ insetBlockStart: `${place * ROW}px` }}
      onClick={(event) => {
        if (event.shiftKey) inbox.mark_to(n);
        else {
          inbox.chosen.value = n;
          if (inbox.marking.value || event.ctrlKey || event.metaKey) inbox.mark(n);
          else deeds.open.run();
        }
      }}>
      <div class="row-top">
        <b dir="auto">{row_title(thread)}</b>
        {marked.value && <Chip tone="go">{t('desk-row-marked')}</Chip>}
        {promise && <Chip tone={promise.tone}>{promise_text(promise, today)}</Chip>}
      </div>
      <div class="row-line">
        <span dir="auto">{row_line(thread, state)}</span>
        {flag !== undefined && <Chip tone="soon">{flag_text(flag)}</Chip>}
        {thread.severity && (
          <Chip tone={is_urgent(thread) ? 'soon' : ''}>
            {thread.severity}<span class="unseen">{severity_short(thread.severity)?.replace(thread.severity, '')}</span>
          </Chip>
        )}
      </div>
    </div>
  );
}

export function row_title(thread: Listed): string {
  if (thread.status === 'erased') return t('desk-row-erased');
  if (thread.damaged === true) return t('desk-row-damaged');
  if (thread.new) return t('desk-row-new');
  return category_text(thread.category) ?? t('desk-row-plain');
}

/** The coach's line, or else the first words, where this sitting opened them. */
function row_line(thread: Listed, state: State): string {
  if (thread.status === 'erased') return t('desk-row-erased-line');
  if (thread.damaged === true) return t('desk-row-damaged-line');
  if (thread.new) return t('desk-row-new-line');
  if (thread.line !== null) return thread.line;
  const words = thread.opened?.messages.find((message) => message.author === 'reporter' && message.text !== '')?.text;
  if (words !== undefined) return words.slice(0, 160);
  const key = caps('line', state.session.mode.value, state.host.mac).join(' ');
  return key === '' ? t('desk-row-no-line-plain') : t('desk-row-no-line', { key });
}
