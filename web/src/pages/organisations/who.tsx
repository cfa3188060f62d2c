import { Heading } from '../../components/heading';
import { language, t, type Plain } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';
import { Distrust } from './routes';

/** Columns of the table of what each role sees. */
const WHAT = ['text', 'labels', 'notes', 'figures', 'log'] as const;

/** Rows; whoever runs the server stands first, since that is what people fear most. */
const ROLES = ['server', 'management', 'reporter', 'coach', 'fallback', 'auditor', 'thief'] as const;

export function Who({ app }: { app: App }) {
  const { organisation, places } = app;
  if (organisation.trust.value.stage === 'distrust') return <Distrust app={app} />;
  const back = { href: places.link(language(), 'landing'), go: () => leave_for(app) };
  return (
    <Page app={app} view="who" back={back}>
      <Heading view="who" title={t('who-title')}>{t('who-title')}</Heading>
      <p>{t('who-lead')}</p>
      <WhoSeesWhat name={organisation.coach.value} />
      <p>{t('who-given')}</p>
      <p>{t('fact-break')}</p>
      <p>{t('who-figures')}</p>
    </Page>
  );
}

function leave_for(app: App): void {
  if (app.places.here.value.depth > 0) app.places.back();
  else app.visit('landing');
}

/** A card per role: a table of six columns cannot be read on a phone. */
function WhoSeesWhat({ name }: { name: string }) {
  return (
    <ul class="roles">
      {ROLES.map((role) => (
        <li class="card" key={role}>
          <h2>{role === 'coach' ? t('who-coach', { name }) : t(`who-${role}`)}</h2>
          <dl class="cells">
            {WHAT.map((what) => {
              const cell = t(`who-${role}-${what}` as Plain);
              return (
                <div key={what}>
                  <dt>{t(`who-see-${what}`)}</dt>
                  <dd>{cell}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
