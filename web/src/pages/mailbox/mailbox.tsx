// Which page of the mailbox is shown.

import type { ComponentChildren } from 'preact';
import { language } from '../../text/text';
import type { App } from '../app';
import { Distrust } from '../organisations/routes';
import { Page } from '../page';
import { Door } from './door';
import { Erase, Erased, EraseSure, Withdraw } from './erase';
import { Openings } from './openings';
import { Talk } from './talk';
import { Thread } from './thread';
import { Write } from './write';

export function MailboxPages({ app }: { app: App }) {
  const { step } = app.places.here.value;
  if (app.organisation.trust.value.stage === 'distrust') return <Distrust app={app} />;
  if (step === 'erased') return <Erased app={app} />;
  if (app.mailbox.token.value === null || app.mailbox.view.value === null) return <Door app={app} />;
  switch (step) {
    case 'thread':
      return <Thread app={app} />;
    case 'write':
      return <Write app={app} />;
    case 'talk':
      return <Talk app={app} />;
    case 'log':
      return <Openings app={app} />;
    case 'withdraw':
      return <Withdraw app={app} />;
    case 'erase':
      return <Erase app={app} />;
    case 'erase-sure':
      return <EraseSure app={app} />;
    default:
      return <Door app={app} />;
  }
}

/** A page behind the door: Back leads to where one came from. */
export function Inner({ app, step, children }: { app: App; step: string; children: ComponentChildren }) {
  const back = { href: app.places.link(language(), 'mailbox'), go: () => app.places.back() };
  return <Page app={app} view={`mailbox-${step}`} back={back}>{children}</Page>;
}
