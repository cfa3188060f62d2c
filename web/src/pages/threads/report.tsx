// Which question of the report is shown.

import type { ComponentChildren } from 'preact';
import { FIRST } from '../../device/place';
import { language, t } from '../../text/text';
import type { App } from '../app';
import { Distrust } from '../organisations/routes';
import { Page } from '../page';
import { Check } from './check';
import { Code } from './code';
import { FilesStep } from './files';
import { Effects, Topics, Urgency, Wants } from './optional';
import { Readers } from './readers';
import { Receipt } from './receipt';
import { Recognise } from './recognise';
import { Sealing } from './sealing';
import { Story } from './story';

export function Report({ app }: { app: App }) {
  const { step } = app.places.here.value;
  if (app.organisation.trust.value.stage === 'distrust') return <Distrust app={app} />;
  switch (step) {
    case 'urgency':
      return <Urgency app={app} />;
    case 'effect':
      return <Effects app={app} />;
    case 'wants':
      return <Wants app={app} />;
    case 'topics':
      return <Topics app={app} />;
    case 'readers':
      return <Readers app={app} />;
    case 'files':
      return <FilesStep app={app} />;
    case 'recognise':
      return <Recognise app={app} />;
    case 'check':
      return <Check app={app} />;
    case 'sending':
      return <Sealing app={app} />;
    case 'receipt':
      return <Receipt app={app} />;
    case 'code':
      return <Code app={app} />;
    default:
      return app.gate.first.value ? <Code app={app} /> : <Story app={app} />;
  }
}

/** What the browser's tab says: neutral, since it stays in the history. */
export function tab(app: App, what: string): string {
  return `${what} · ${app.organisation.name.value}`;
}

export function question_text({ questions, served }: App, step: string): string {
  return t('question-of', { n: questions.indexOf(step) + 1, total: served.total });
}

/** One question: a way back, which question it is, and what stands in it. */
export function Question({ app, step, children }: { app: App; step: string; children: ComponentChildren }) {
  const { places } = app;
  const back =
    places.here.value.depth > 0
      ? { href: places.link(language(), 'report'), go: () => places.back() }
      : { href: places.link(language(), 'landing'), go: () => app.visit('landing') };
  const numbered = app.questions.includes(step);
  return (
    <Page app={app} view={`report-${step || FIRST}`} back={back} step={numbered ? question_text(app, step) : undefined}>
      {children}
    </Page>
  );
}
