// What lies over the desk: palette, keys, labels, and the questions before a deed that leaves traces.

import { useSignal } from '@preact/signals';
import { say } from '../../components/live';
import { t } from '../../text/text';
import { Button } from '../../components/button';
import type { Change } from './case';
import { Combo, type Item } from './combo';
import { DEEDS, type DeedId, type Group, type Mode } from './keys';
import { CATEGORIES, FLAGS, SEVERITIES, STATUSES, URGENCIES, type Label, type Line } from './labels';
import { Caps, Dialog, type Props } from './parts';
import { Side } from './side';
import { category_text, flag_text, severity_text, status_text, tick_text, told_text, urgency_text } from './words';

export function Sheets({ state, deeds }: Props) {
  const sheet = state.session.sheet.value;
  const props = { state, deeds };
  switch (sheet?.name) {
    case undefined: return null;
    case 'palette': return <Palette {...props} />;
    case 'help': return <Help {...props} />;
    case 'open-all': return <OpenAll {...props} />;
    case 'lock': return <LockQuestion {...props} />;
    case 'print-case': return <PrintCase {...props} />;
    case 'labels': return <Labels {...props} />;
    case 'choose': return <Choose key={sheet.label} {...props} label={sheet.label} />;
    case 'write': return <Write key={sheet.line} {...props} line={sheet.line} />;
  }
}

const closer = ({ state }: Pick<Props, 'state'>) => (): void => void (state.session.sheet.value = null);

function Palette({ state, deeds }: Props) {
  const close = closer({ state });
  // Moving a row is quicker by hand: it stands last.
  const possible = [...GROUPS.slice(1), ...GROUPS.slice(0, 1)]
    .flatMap((group) => DEEDS.filter((deed) => deed.group === group))
    .filter(({ id }) => id !== 'palette' && id !== 'send' && deeds[id].can());
  const items: Item[] = possible.map(({ id }) => ({
    id, text: t(`desk-do-${id}`), more: <span class="option-keys"><Caps id={id} state={state} /></span>,
  }));
  function pick(id: string): void {
    close();
    // After the sheet is gone and has given the focus back: the deed may want it elsewhere.
    setTimeout(() => deeds[id as DeedId].run());
  }
  return (
    <Dialog title={t('desk-palette')} close={close}>
      <Combo label={t('desk-palette-find')} items={items} pick={pick} none={t('desk-palette-none')} />
    </Dialog>
  );
}

const GROUPS: readonly Group[] = ['move', 'case', 'label', 'go', 'desk'];
const MODES: readonly Mode[] = ['plain', 'ctrl', 'off'];

function Help({ state }: Props) {
  const { mode } = state.session;
  return (
    <Dialog title={t('desk-help-title')} close={closer({ state })} look="broad" focus="sheet-title">
      <p class="soft">{t('desk-help-lead')}</p>
      <fieldset class="modes">
        <legend>{t('desk-help-mode')}</legend>
        {MODES.map((value) => (
          <label key={value}>
            <input type="radio" name="mode" checked={mode.value === value} onChange={() => (mode.value = value)} />
            <span>{t(`desk-help-mode-${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="key-groups">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{t(`desk-help-group-${group}`)}</h3>
            <ul>
              {DEEDS.filter((deed) => deed.group === group).map(({ id }) => (
                <li key={id}><span>{t(`desk-do-${id}`)}</span> <span><Caps id={id} state={state} /></span></li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function OpenAll({ state }: Props) {
  const close = closer({ state });
  const { inbox } = state;
  const count = inbox.fresh.value.length;
  async function open(): Promise<void> {
    close();
    const done = await inbox.open_new();
    say(t('desk-open-done', { count: done }));
  }
  return (
    <Dialog title={t('desk-open-all-title', { count })} close={close} focus="open-all">
      <p>{t('desk-new', { count })}</p>
      <p class="soft">{t('desk-open-all-note')}</p>
      <div class="row-of">
        <Button id="open-all" press={() => void open()}>{t('desk-open-all', { count })}</Button>
        <Button quiet press={close}>{t('desk-cancel')}</Button>
      </div>
    </Dialog>
  );
}

function LockQuestion({ state }: Props) {
  const close = closer({ state });
  return (
    <Dialog title={t('desk-lock-drafts-title', { drafts: state.cases.count_drafts() })} close={close} focus="stay">
      <p>{t('desk-lock-drafts')}</p>
      <div class="row-of">
        <Button id="stay" press={close}>{t('desk-lock-drafts-stay')}</Button>
        <Button quiet press={() => state.session.lock('lock')}>{t('desk-lock-drafts-go')}</Button>
      </div>
    </Dialog>
  );
}

function Labels({ state }: Props) {
  const thread = state.cases.thread.value;
  if (thread === undefined) return null;
  return (
    <Dialog title={t('desk-triage-open')} close={closer({ state })} look="low" focus="sheet-title">
      <Side state={state} thread={thread} />
    </Dialog>
  );
}

function Choose({ state, label }: Props & { label: Label }) {
  const { cases, session } = state;
  const close = closer({ state });
  const thread = cases.thread.value;
  const file = thread?.opened?.case;
  if (thread === undefined || file === undefined) return null;
  const { n } = thread;
  const keepers = (session.view.value?.organisation.people ?? [])
    .filter(({ role }) => role === 'coach' || role === 'fallback').map(({ name }) => name);
  const lists: Record<Label, Item[]> = {
    category: CATEGORIES.map((id) => ({ id, text: category_text(id) ?? id, on: file.category === id })),
    severity: SEVERITIES.map((id) => ({ id, text: severity_text(id) ?? id, on: file.severity === id })),
    urgency: URGENCIES.map((id) => ({ id, text: urgency_text(id) ?? id, on: file.urgency === id })),
    flags: FLAGS.map((id) => ({ id, text: flag_text(id), on: file.flags.includes(id) })),
    keeper: keepers.map((id) => ({ id, text: id, on: file.keeper === id })),
    status: STATUSES.map((id) => ({
      id, text: status_text(id), on: file.status === id,
      more: <span class="option-more">{t('desk-label-told', { told: told_text(id) })}</span>,
    })),
  };
  const items = lists[label];
  const has_value = label !== 'status' && label !== 'flags' && file[label] !== null;

  function pick(id: string): void {
    const status = STATUSES.find((one) => one === id);
    const text = items.find((item) => item.id === id)?.text ?? '';
    if (label === 'status') {
      if (status !== undefined) cases.change_status(n, status);
    } else if (label === 'flags') {
      const flags = file?.flags ?? [];
      const value = flags.includes(id) ? flags.filter((flag) => flag !== id) : [...flags, id];
      cases.change(n, { label, value }, value.map(flag_text).join(' · ') || t('desk-label-none'));
    } else {
      cases.change(n, { label, value: id === '' ? null : id }, id === '' ? t('desk-label-none') : text);
    }
    close();
  }

  return (
    <Dialog title={t(`desk-label-${label}`)} close={close}>
      {label === 'status' && (
        <p class="soft small">{t('desk-label-told-lead', { when: tick_text(session.tick(), session.today.value) })}</p>
      )}
      <Combo label={t('desk-label-find')} items={items} pick={pick} none={t('desk-label-nothing')}
        multiple={label === 'flags'} />
      {has_value && <button type="button" class="tool" onClick={() => pick('')}>{t('desk-label-clear')}</button>}
    </Dialog>
  );
}

function Write({ state, line }: Props & { line: Line }) {
  const { cases } = state;
  const close = closer({ state });
  const file = cases.thread.value?.opened?.case;
  const old = line === 'themes' ? file?.themes.join(', ') ?? '' : file?.[line] ?? '';
  const text = useSignal(old);
  const n = cases.open.value;
  if (file === undefined || n === null) return null;

  function save(): void {
    const value = text.value.replace(/\s+/g, ' ').trim();
    const change: Change = line === 'themes'
      ? { label: line, value: value.split(',').map((theme) => theme.trim()).filter((theme) => theme !== '') }
      : { label: line, value: value === '' ? null : value };
    if (value !== old && n !== null) cases.change(n, change, value === '' ? t('desk-label-none') : value);
    close();
  }
  return (
    <Dialog title={t(`desk-label-${line}`)} close={close}>
      <label class="unseen" for="write">{t(`desk-label-${line}`)}</label>
      {line !== 'unit' && <p class="hint" id="write-hint">{t(`desk-label-hint-${line}`)}</p>}
      <input id="write" type="text" dir="auto" autocomplete="off" maxLength={200} autofocus value={text.value}
        aria-describedby={line === 'unit' ? undefined : 'write-hint'}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); save(); } }} />
      <div class="row-of"><Button press={save}>{t('desk-save')}</Button></div>
    </Dialog>
  );
}

function PrintCase({ state }: Props) {
  const close = closer({ state });
  const notes = useSignal(false);
  const names = useSignal('');
  const n = state.cases.open.value;
  if (n === null) return null;
  const print = (): void => {
    close();
    const mask = names.value.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== '');
    state.print({ what: 'case', n, notes: notes.value, mask });
  };
  return (
    <Dialog title={t('desk-print-case-title')} close={close} focus="sheet-title">
      <p>{t('desk-print-case-lead')}</p>
      <label class="choice">
        <input type="checkbox" checked={notes.value} onChange={(event) => (notes.value = event.currentTarget.checked)} />
        <span>{t('desk-print-case-notes')}</span>
      </label>
      <label for="mask">{t('desk-print-case-mask')}</label>
      <p class="hint" id="mask-hint">{t('desk-print-case-mask-hint')}</p>
      <textarea id="mask" rows={2} autocomplete="off" aria-describedby="mask-hint" value={names.value}
        onInput={(event) => (names.value = event.currentTarget.value)} />
      <div class="row-of"><Button press={print}>{t('desk-print')}</Button></div>
    </Dialog>
  );
}
