// Everything once more, in full. Nothing has left the device.

import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { FIRST } from '../../device/place';
import { t } from '../../text/text';
import type { App } from '../app';
import { names_text } from '../organisations/trust';
import { OPTIONAL, possible_readers, readers_of } from './draft';
import { SendFailure } from './failure';
import { Unchecked } from './readers';
import { Question, tab } from './report';

/** A longer text is folded: whoever wants it whole opens it. */
const FOLDED = 700;

export function Check({ app }: { app: App }) {
  const { draft, organisation, sender } = app;
  const verified = organisation.verified.value;
  const readers = verified ? readers_of(verified, draft.excluded.value, draft.with_fallback.value) : [];
  const never = verified ? possible_readers(verified).filter((person) => draft.excluded.value.includes(person.id)) : [];
  const working = sender.state.value.stage === 'working';
  const can_send = verified !== null && readers.length > 0;
  const trust = organisation.trust.value;
  const hopeless = trust.stage === 'away' && trust.failure.reason !== 'unacknowledged';
  const sure = useSignal(false);
  const text = draft.text.value;
  const files = app.files.parts.value?.report.goes().length ?? 0;
  return (
    <Question app={app} step="check">
      <SendFailure app={app} />
      <Heading view="report-check" title={tab(app, t('check-tab'))}>{t('check-title')}</Heading>
      <dl class="rows">
        <Row app={app} step={FIRST} what={t('row-text')}>
          {text.length > FOLDED ? (
            <details>
              <summary>{t('row-text-open', { n: text.length })}</summary>
              <div class="human" dir="auto">{text}</div>
            </details>
          ) : <div class="human" dir="auto">{text}</div>}
        </Row>
        {OPTIONAL.filter((step) => app.questions.includes(step)).map((step) => {
          const answers = draft.answers(step);
          return (
            <Row app={app} step={step} what={t(`row-${step}`)} key={step}>
              {answers.length > 0 ? answers.map((answer) => <div key={answer}>{t(answer)}</div>) : <None />}
            </Row>
          );
        })}
        <Row app={app} step="files" what={t('row-files')}>
          {files > 0 ? t('files-count', { n: files }) : <None />}
        </Row>
        <Row app={app} step="readers" what={t('row-may')}>
          <b>{verified ? names_text(readers) : organisation.readers.value}</b>
        </Row>
        <div>
          <dt>{t('row-never')}</dt>
          <dd>{never.length > 0 && <div>{names_text(never)}</div>}<div>{t('row-never-management')}</div></dd>
        </div>
      </dl>
      <details>
        <summary>{t('check-exact')}</summary>
        <div class="card human" dir="auto">{draft.compose()}</div>
      </details>
      {!verified && <Unchecked app={app} />}
      {organisation.quiet.value && (
        <Notice warm title={t('quiet-title')}>
          <p>{t('quiet-text')}</p>
          {!sure.value && <p><Button quiet press={() => (sure.value = true)}>{t('quiet-yes')}</Button></p>}
        </Notice>
      )}
      {/* A button that could do nothing is not there; what it waits for is said. */}
      {!can_send && !hopeless && <p>{t('check-wait')}</p>}
      {can_send && (sure.value || !organisation.quiet.value) && (
        <>
          <p id="send-line">{t('check-line')} {files > 0 && t('files-after')}</p>
          <p><Button wide busy={working} describedby="send-line" press={() => void app.send()}>{t('send')}</Button></p>
        </>
      )}
      <p><Button plain press={() => { app.clear(); app.visit('landing'); }}>{t('check-drop')}</Button></p>
    </Question>
  );
}

function None() {
  return <span class="soft">{t('row-none')}</span>;
}

function Row({ app, step, what, children }: { app: App; step: string; what: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
      <dd class="change">
        <Button plain press={() => app.change(step)}>{t('change')} <span class="unseen">{what}</span></Button>
      </dd>
    </div>
  );
}
