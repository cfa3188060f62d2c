// What could tell who wrote it, shown as a friend would: here, and here; shall I say it otherwise?

import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { find_marks, group, key_of, replace, type Group, type Kind } from '../../recognise/recognise';
import { rich, t, type Plain } from '../../text/text';
import type { App } from '../app';
import { Question, tab } from './report';

const kind_key = (kind: Kind): Plain => `kind-${kind}`;
const other_key = (kind: Kind): Plain => `other-${kind}`;

export function Recognise({ app }: { app: App }) {
  const { draft } = app;
  const text = draft.text.value;
  const groups = group(text, find_marks(text));
  const open = groups.filter((each) => !draft.left.value.includes(key_of(each)));
  const told = (left: number): void => say(left === 0 ? t('marks-none-left') : t('marks-left', { n: left }));
  const change = (each: Group): void => {
    draft.before.value = [...draft.before.value, { text, from: each.text }];
    draft.text.value = replace(text, each.marks, t(other_key(each.kind)));
    told(open.length - 1);
    focus_after();
  };
  const leave = (each: Group): void => {
    draft.left.value = [...draft.left.value, key_of(each)];
    told(open.length - 1);
    focus_after();
  };
  const last = draft.before.value.at(-1);
  const undo = (): void => {
    if (!last) return;
    draft.text.value = last.text;
    draft.before.value = draft.before.value.slice(0, -1);
  };
  return (
    <Question app={app} step="recognise">
      <Heading view="report-recognise" title={tab(app, t('marks-tab'))}>
        {open.length > 0 ? t('marks-title', { n: open.length }) : t('marks-title-none')}
      </Heading>
      <p>{open.length > 0 ? t('marks-lead') : t('marks-lead-none')}</p>
      {open.length > 0 && <Marked text={text} groups={open} />}
      <ol class="marks">
        {open.map((each, n) => (
          <li key={key_of(each)}>
            <p>
              <span class="number" aria-hidden="true">{n + 1}</span>{' '}
              <span class="soft">{t(kind_key(each.kind))}:</span>{' '}
              {rich('marks-offer', { words: <b class="human">{each.text}</b>, other: <b>{t(other_key(each.kind))}</b> })}
            </p>
            <p class="row">
              <Button quiet press={() => change(each)}>
                {t('marks-replace')} <span class="unseen">{each.text}</span>
              </Button>
              <Button quiet press={() => leave(each)}>
                {t('marks-leave')} <span class="unseen">{each.text}</span>
              </Button>
            </p>
          </li>
        ))}
      </ol>
      {last && <p><Button plain press={undo}>{t('marks-undo', { words: last.from })}</Button></p>}
      <p class="row" id="after-marks">
        <Button press={() => app.next('check')}>{app.changing.value ? t('to-check') : t('on')}</Button>
      </p>
      <p class="soft small">{t('marks-here-only')}</p>
    </Question>
  );
}

/** The row that was decided is gone: the next takes the focus, or the button that leads on. */
function focus_after(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('.marks button, #after-marks button')?.focus();
  });
}

/** The text with its marks; underline, number and a word for whoever cannot see either. */
function Marked({ text, groups }: { text: string; groups: Group[] }) {
  const all = groups
    .flatMap((each, n) => each.marks.map((mark) => ({ ...mark, n: n + 1 })))
    .sort((one, other) => one.start - other.start);
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const mark of all) {
    parts.push(text.slice(at, mark.start));
    parts.push(
      <mark key={mark.start}>
        {text.slice(mark.start, mark.end)}
        <sup aria-hidden="true">{mark.n}</sup>
        <span class="unseen"> ({t(kind_key(mark.kind))})</span>
      </mark>,
    );
    at = mark.end;
  }
  parts.push(text.slice(at));
  return <div class="card human" dir="auto">{parts}</div>;
}
