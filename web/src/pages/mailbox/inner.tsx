// A page behind the door: Back leads to where one came from.

import type { ComponentChildren } from 'preact';
import { language } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';

export function Inner({ app, step, children }: { app: App; step: string; children: ComponentChildren }) {
  const back = { href: app.places.link(language(), 'mailbox'), go: () => app.places.back() };
  return <Page app={app} view={`mailbox-${step}`} back={back}>{children}</Page>;
}
