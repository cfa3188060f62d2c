// Before the screen is cleared, and after.

import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { Link } from '../components/link';
import { Notice } from '../components/notice';
import type { Idle } from '../device/idle';
import { language, t } from '../text/text';
import type { App } from './app';
import { Page } from './page';
import { tab } from './threads/report';

/** Takes the focus; any key or touch is an answer, the button is for whoever looks for one. */
export function IdleWarning({ idle }: { idle: Signal<Idle> }) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const warned = idle.value === 'warned';
  useEffect(() => {
    if (warned) {
      before.current = document.activeElement;
      box.current?.focus();
    } else if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }, [warned]);
  if (!warned) return null;
  return (
    <div class="idle" role="alertdialog" aria-label={t('idle-title')} aria-describedby="idle-text" tabIndex={-1} ref={box}>
      <Notice warm>
        <p id="idle-text">{t('idle-text')}</p>
        {/* The press itself is what the clock listens to. */}
        <p><Button press={() => undefined}>{t('idle-here')}</Button></p>
      </Notice>
    </div>
  );
}

export function Cleared({ app }: { app: App }) {
  const again = { href: app.places.link(language(), 'landing'), go: () => app.wake() };
  return (
    <Page app={app} view="cleared">
      <Heading view="cleared" title={tab(app, t('cleared-title'))}>{t('cleared-title')}</Heading>
      <p>{t('cleared-text')}</p>
      <p><Link {...again} class="button quiet">{t('erased-home')}</Link></p>
    </Page>
  );
}
