// Pages that no script touches.

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

export function NotFound() {
  return (
    <>
      <Bar />
      <main id="main" class="page">
        <h1>{t('notfound-title')}</h1>
        <p>{t('notfound-text')}</p>
        <p>{t('notfound-now')}</p>
      </main>
    </>
  );
}

export function Fault() {
  return (
    <>
      <Bar />
      <main id="main" class="page">
        <h1>{t('broken-title')}</h1>
        <p>{t('broken-text')}</p>
        <p>{t('broken-now')}</p>
      </main>
    </>
  );
}
