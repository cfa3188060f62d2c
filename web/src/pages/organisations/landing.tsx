import { Day } from '../../components/day';
import { Heading } from '../../components/heading';
import { Link } from '../../components/link';
import { Notice } from '../../components/notice';
import { language, rich, t } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';
import { Closed, Distrust, Routes } from './routes';

export function Landing({ app }: { app: App }) {
  const { organisation, places } = app;
  const link = (page: 'who' | 'report' | 'mailbox') => ({ href: places.link(language(), page), go: () => app.visit(page) });
  if (organisation.trust.value.stage === 'distrust') return <Distrust app={app} />;
  const readers = <b>{organisation.readers.value}</b>;
  return (
    <Page app={app} view="landing">
      <Heading view="landing" title={organisation.name.value}>{t('land-title')}</Heading>
      <p class="lead" data-calm>{rich('land-lead', { readers })}</p>
      <p>{rich('land-coach', { coach: <b>{organisation.coach.value}</b> })}</p>
      <div data-when="quiet" hidden={!organisation.quiet.value}>
        <Notice warm title={t('quiet-title')}><p>{t('quiet-text')}</p></Notice>
      </div>
      <Closed app={app} />
      <p data-when="gate" hidden={!organisation.gate.value}>{t('land-code')}</p>
      <p class="doors">
        <Link {...link('report')} class="button wide">{t('land-report')}</Link>
        <Link {...link('mailbox')} class="button quiet wide">{t('land-mailbox')}</Link>
      </p>
      <p class="small-too">
        <span class="stroke">{t('land-small')}</span> {t('land-unsure')}
      </p>
      <p>
        {rich('land-answer', {
          day: <time dateTime={organisation.answer_by.value}>{organisation.answer_by_text.value}</time>,
        })}
      </p>
      <Notice>
        <p>{rich('land-device', { own: <b>{t('land-device-own')}</b> })}</p>
      </Notice>
      {organisation.words.value.length > 0 && (
        <p class="soft small">{rich('land-compare', { words: <span lang="en">{organisation.words.value.join(' – ')}</span> })}</p>
      )}
      {(organisation.verified.value?.removals ?? []).map(({ name, on }) => (
        <Notice warm key={name}>
          <p>{rich('land-removal', { name, day: <Day day={on} today={organisation.verified.value?.today ?? on} /> })}</p>
        </Notice>
      ))}
      <h2>{t('land-facts')}</h2>
      <ul class="facts">
        <li><Link {...link('who')}>{t('fact-who')}</Link> {t('fact-who-text')}</li>
        <li>{t('fact-kept')}</li>
        <li>{t('fact-limit')}</li>
        <li>{t('fact-break')}</li>
      </ul>
      <h2>{t('land-then')}</h2>
      <dl class="then">
        <div><dt>{t('then-now')}</dt><dd>{t('then-now-text')}</dd></div>
        <div>
          <dt><time dateTime={organisation.answer_by.value}>{organisation.answer_by_text.value}</time></dt>
          <dd>{t('then-answer-text')}</dd>
        </div>
        <div><dt>{t('then-feedback')}</dt><dd>{t('then-feedback-text')}</dd></div>
      </dl>
      <h2>{t('land-else')}</h2>
      <Routes />
      <details>
        <summary>{t('exit-explained')}</summary>
        <p>{t('exit-ways')}</p>
        <p>{t('exit-limit')}</p>
      </details>
    </Page>
  );
}
