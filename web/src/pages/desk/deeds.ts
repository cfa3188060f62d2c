// What each row of the key table does, and whether it can be done now. Palette, buttons and keys all come here.

import { say } from '../../components/live';
import { t } from '../../text/text';
import { can_write } from './case';
import type { DeedId } from './keys';
import type { Label, Line } from './labels';
import type { State } from './state';
import type { ViewName } from './views';

export interface Deed { can: () => boolean; run: () => void }
export type Deeds = Record<DeedId, Deed>;

export const focus_on = (id: string): void => document.getElementById(id)?.focus();

/** Out of a field, to the list; where it is empty or on another page, to what stands there. */
export function leave_field(): void {
  const next = ['list', 'list-pane', 'pane'].find((id) => document.getElementById(id) !== null);
  if (next !== undefined) focus_on(next);
}

export function make_deeds(state: State): Deeds {
  const { session, inbox, cases, people } = state;
  const here = (): boolean => session.stage.value === 'desk' && !session.hidden.value;
  /** Where reports are read. */
  const at_desk = (): boolean => here() && session.reads.value;
  const in_case = (): boolean => at_desk() && session.page.value.name === 'case' && cases.open.value !== null;
  const writable = (): boolean => in_case() && can_write(cases.thread.value);

  const can_open = (): boolean => session.page.value.name === 'inbox' || session.page.value.name === 'case';

  const deed = (can: () => boolean, run: () => void): Deed => ({ can, run });
  const move = (step: number): Deed => deed(at_desk, () => {
    if (!inbox.move(step) && inbox.rows.value.length > 0) say(step > 0 ? t('desk-list-last') : t('desk-list-first'));
  });
  /** Marks the row and the next, as a hand with Shift does. */
  const extend = (step: number): Deed => deed(() => at_desk() && inbox.chosen.value !== null, () => {
    const mark = (): void => {
      const n = inbox.chosen.value;
      if (n !== null && !inbox.marked.value.has(n)) inbox.mark(n);
    };
    mark();
    if (inbox.move(step)) mark();
  });
  const choose = (label: Label): Deed => deed(writable, () => (session.sheet.value = { name: 'choose', label }));
  const write = (line: Line): Deed => deed(writable, () => (session.sheet.value = { name: 'write', line }));
  const view = (name: ViewName): Deed => deed(at_desk, () => {
    if (session.page.value.name !== 'inbox') session.go({ name: 'inbox' });
    inbox.show(name);
    focus_on('list');
  });

  return {
    next: move(1),
    previous: move(-1),
    first: move(-Infinity),
    last: move(Infinity),
    // Beside the list only where a case may stand: on a page that asks for care, Enter does nothing.
    open: deed(() => at_desk() && inbox.chosen.value !== null && (can_open() || document.activeElement?.id === 'list'), () => {
      if (inbox.chosen.value !== null) void cases.show(inbox.chosen.value);
    }),
    'next-for-me': deed(at_desk, () => {
      if (!inbox.move_to_next_for_me()) say(t('desk-empty'));
    }),
    'back-to-previous': deed(() => at_desk() && cases.has_previous(), cases.show_previous),
    leave: deed(() => here() && (session.page.value.name !== 'inbox' || inbox.marked.value.size > 0 || inbox.marking.value), () => {
      if (session.page.value.name === 'inbox') inbox.unmark();
      else session.back();
    }),
    'mark-next': extend(1),
    'mark-previous': extend(-1),
    mark: deed(() => at_desk() && inbox.chosen.value !== null, () => {
      if (inbox.chosen.value !== null) inbox.mark(inbox.chosen.value);
    }),
    'open-all': deed(() => at_desk() && inbox.fresh.value.length > 0 && inbox.opening.value === null,
      () => (session.sheet.value = { name: 'open-all' })),
    reply: deed(writable, () => focus_on('reply')),
    note: deed(writable, () => focus_on('note')),
    send: deed(writable, () => {
      const n = cases.open.value;
      if (n === null) return;
      // In the note's box these keys save the note. They never send it.
      if (document.activeElement?.id === 'note') void cases.save_note(n);
      else if (document.activeElement?.id === 'reply') document.getElementById('send')?.click();
    }),
    'close-case': deed(() => writable() && cases.thread.value?.status !== 'closed', () => {
      if (cases.open.value !== null) cases.change_status(cases.open.value, 'closed');
    }),
    junk: deed(() => at_desk() && (inbox.marked.value.size > 0 || writable()), () => {
      const marked = [...inbox.marked.value];
      const unread = cases.mark_junk(marked.length > 0 ? marked : [cases.open.value].filter((n) => n !== null));
      if (unread > 0) say(t('desk-marked-unread', { count: unread }));
    }),
    'print-case': deed(writable, () => (session.sheet.value = { name: 'print-case' })),
    category: choose('category'),
    severity: choose('severity'),
    urgency: choose('urgency'),
    status: choose('status'),
    flags: choose('flags'),
    keeper: choose('keeper'),
    line: write('line'),
    themes: write('themes'),
    unit: write('unit'),
    'go-today': view('today'),
    'go-me': view('me'),
    'go-reporter': view('reporter'),
    'go-aftercare': view('aftercare'),
    'go-closed': view('closed'),
    'go-all': view('all'),
    'go-people': deed(here, () => {
      session.go({ name: 'people' });
      void people.load();
    }),
    search: deed(at_desk, () => {
      if (session.page.value.name !== 'inbox' && matchMedia('(width < 900px)').matches) session.go({ name: 'inbox' });
      queueMicrotask(() => focus_on('search'));
    }),
    palette: deed(here, () => (session.sheet.value = { name: 'palette' })),
    undo: deed(() => at_desk() && cases.act.value !== null, () => {
      cases.undo();
      say(t('desk-undone'));
    }),
    refresh: deed(() => at_desk() ? inbox.state.value !== 'loading' : here() && state.audit.value?.counting.value === false, () => {
      void (state.audit.value?.load() ?? inbox.load().then(cases.catch_up));
    }),
    help: deed(here, () => (session.sheet.value = { name: 'help' })),
    hide: deed(() => session.stage.value === 'desk', () => (session.hidden.value = !session.hidden.value)),
    lock: deed(() => session.stage.value === 'desk', () => void session.ask_lock()),
    poster: deed(here, () => session.go({ name: 'poster' })),
    'first-day': deed(() => at_desk() && state.first_day.value.away,
      () => (state.first_day.value = { ...state.first_day.value, away: false })),
  };
}

/** Whether keys belong to a field, where only chords with Ctrl or ⌘ are ours. */
export function is_writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
