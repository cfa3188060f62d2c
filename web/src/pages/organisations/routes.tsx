// The roads beside this one: a page that stops somebody shows where else she can go.

import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { t } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';

export function Routes() {
  return (
    <>
      <p>{t('routes-lead')}</p>
      <ul>
        <li>{t('routes-confidant')}</li>
        <li>{t('routes-adviser')}</li>
        <li>{t('routes-channel')}</li>
        <li>{t('routes-union')}</li>
      </ul>
      <p class="soft small">{t('routes-not-formal')}</p>
    </>
  );
}

/** Nothing can be sent now: the server takes `hidden` away where that is so. */
export function Closed({ app }: { app: App }) {
  return (
    <div data-when="closed" hidden={!app.organisation.closed.value}>
      <Notice warm title={t('closed-title')}><p>{t('closed-text')}</p></Notice>
    </div>
  );
}

/** What was served contradicts itself: no field, no door. */
export function Distrust({ app }: { app: App }) {
  return (
    <Page app={app} view="distrust">
      <Heading view="distrust" title={app.organisation.name.value}>{t('distrust-title')}</Heading>
      <Notice warm>
        <p>{t('distrust-text')}</p>
        <p>{t('distrust-now')}</p>
      </Notice>
      <Routes />
    </Page>
  );
}
