// Photos and files beside the text.

import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { t } from '../../text/text';
import type { App } from '../app';
import type { Parts } from '../files';
import { Await } from '../later';
import { question_text, Question, tab } from './report';

/** What is made of the parts, once they are here. */
export function WithFiles({ app, children }: { app: App; children: (parts: Parts) => ComponentChildren }) {
  return <Await part={app.files.later} lost={t('files-away')}>{children}</Await>;
}

export function FilesStep({ app }: { app: App }) {
  const batch = app.files.parts.value?.report;
  const some = batch !== undefined && batch.rows.value.length > 0;
  return (
    <Question app={app} step="files">
      <Heading view="report-files" title={tab(app, question_text(app, 'files'))}>{t('files-title')}</Heading>
      <div class="hint"><p>{t('files-hint')}</p></div>
      <p>{t('files-cleaned')}</p>
      <WithFiles app={app}>{({ views, report }) => <views.Choose batch={report} id="choose" over={t('files-over')} />}</WithFiles>
      {some && <p>{t('files-look')}</p>}
      <p class="row">
        <Button press={() => app.next('recognise')}>{app.changing.value ? t('to-check') : t('on')}</Button>
        {!app.changing.value && (
          <Button quiet press={() => { batch?.clear(); app.next('recognise'); }}>{some ? t('skip-clear') : t('skip')}</Button>
        )}
      </p>
    </Question>
  );
}
