// Small parts the desk's pages share.

import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Failure } from '../../crypto/port';
import { t } from '../../text/text';
import type { Deeds } from './deeds';
import { aria_keys, caps, type DeedId } from './keys';
import { useLate } from './late';
import type { State } from './state';
import { failure_code, failure_text } from './words';

const LONG_MS = 8_000;

export interface Props { state: State; deeds: Deeds }

/** The keys of a deed, as caps; nothing for who listens, who has `aria-keyshortcuts`. */
export function Caps({ id, state }: { id: DeedId; state: State }) {
  const shown = caps(id, state.session.mode.value, state.host.mac);
  return <>{shown.map((key) => <kbd key={key} aria-hidden="true">{key}</kbd>)}</>;
}

/** A shorter word where there is little room. */
export function Long({ long, short }: { long: string; short: string }) {
  return <><span class="long">{long}</span><span class="short">{short}</span></>;
}

/** A button for a deed of the table: its name, its key, and gone where the deed cannot be done. */
export function Do({ id, state, deeds, children, look = 'tool' }: Props & {
  id: DeedId; children?: ComponentChildren; look?: string;
}) {
  if (!deeds[id].can()) return null;
  return (
    <button type="button" class={look} aria-keyshortcuts={aria_keys(id, state.session.mode.value)} onClick={deeds[id].run}>
      <span>{children ?? t(`desk-do-${id}`)}</span> <Caps id={id} state={state} />
    </button>
  );
}

/** The heading of what was just opened takes the focus; `view` says when that is something else. */
export function Head({ view, children, quiet = false }: { view: string; children: ComponentChildren; quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(quiet);
  useEffect(() => {
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [view]);
  return <h1 tabIndex={-1} ref={heading}>{children}</h1>;
}

/** What happened, what is safe, what now; the code last and small. */
export function Trouble({ failure, again, children }: {
  failure: Failure; again?: () => void; children?: ComponentChildren;
}) {
  return (
    <div class="notice warm trouble" role="alert">
      <p>{failure_text(failure)}</p>
      {children}
      {again && <p><button type="button" class="tool" onClick={again}>{t('desk-again')}</button></p>}
      <p class="code">{t('desk-error-code', { code: failure_code(failure) })}</p>
    </div>
  );
}

/** Browsers give the focus back, but not the caret: without it a field has the focus and takes no letter. */
function remember_caret(): () => void {
  const before = document.activeElement;
  const field = before instanceof HTMLTextAreaElement || before instanceof HTMLInputElement ? before : null;
  const [from, to] = [field?.selectionStart ?? null, field?.selectionEnd ?? null];
  return () => queueMicrotask(() => {
    const now = document.activeElement;
    if (field === null || !field.isConnected || (now !== field && now !== document.body)) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, to);
  });
}

/** Over the desk, in the browser's top layer: it keeps the focus inside and gives it back, caret and all. */
export function Dialog({ title, close, children, look = '', focus }: {
  title: string; close: () => void; children: ComponentChildren; look?: string;
  /** Id of what has the focus first; otherwise the field that asks for it. */
  focus?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    const give_back = remember_caret();
    if (shown !== null && !shown.open) shown.showModal();
    if (focus !== undefined) document.getElementById(focus)?.focus();
    return () => {
      shown?.close();
      give_back();
    };
  }, []);
  return (
    <dialog ref={dialog} class={`sheet ${look}`} aria-labelledby="sheet-title"
      onCancel={(event) => { event.preventDefault(); close(); }}
      onClick={(event) => { if (event.target === event.currentTarget) close(); }}>
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id="sheet-title" tabIndex={-1}>{title}</h2>
          <button type="button" class="tool" onClick={close}>{t('desk-close')}</button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

/** Words instead of a spinner; after a while, what one can do. */
export function Waiting({ children }: { children: ComponentChildren }) {
  const long = useLate(true, LONG_MS);
  return <p class="waiting" role="status">{children}{long && <> {t('desk-wait-long')}</>}</p>;
}

export function Chip({ children, tone = '' }: { children: ComponentChildren; tone?: string }) {
  return <span class={`chip ${tone}`}>{children}</span>;
}
