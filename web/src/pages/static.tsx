// Pages that no script touches.

import { Version } from '../components/version';
import { t } from '../text/text';
import { NEUTRAL } from '../device/exit';
import { Routes } from './organisations/routes';

function Bar() {
  return (
    <header class="bar paperless">
      <b>Micromoed</b>
      <a class="exit" href={NEUTRAL} rel="noreferrer">{t('exit')}</a>
    </header>
  );
}

function Foot({ version }: { version: string }) {
  return <footer class="foot paperless"><Version words={version} /></footer>;
}

/** Why there is no open form, and what to do. Not an apology: a choice. */
export function NoScript() {
  return (
    <main class="page no-script">
      <h1>{t('noscript-title')}</h1>
      <p>{t('noscript-why')}</p>
      <p>{t('noscript-on')}</p>
      <Routes />
    </main>
  );
}

export function NotFound({ version }: { version: string }) {
  return (
    <>
      <Bar />
      <main id="main" class="page">
        <h1>{t('notfound-title')}</h1>
        <p>{t('notfound-text')}</p>
        <p>{t('notfound-now')}</p>
      </main>
      <Foot version={version} />
    </>
  );
}

export function Fault({ version }: { version: string }) {
  return (
    <>
      <Bar />
      <main id="main" class="page">
        <h1>{t('broken-title')}</h1>
        <p>{t('broken-text')}</p>
        <p>{t('broken-now')}</p>
      </main>
      <Foot version={version} />
    </>
  );
}
