// The reporter's pages under one roof.

import type { App } from './app';
import { Cleared, IdleWarning } from './idle';
import { MailboxPages } from './mailbox/mailbox';
import { Landing } from './organisations/landing';
import { Who } from './organisations/who';
import { Report } from './threads/report';

export function Reporter({ app }: { app: App }) {
  return (
    <>
      <Pages app={app} />
      <IdleWarning idle={app.idle} />
    </>
  );
}

function Pages({ app }: { app: App }) {
  if (app.idle.value === 'cleared') return <Cleared app={app} />;
  switch (app.places.here.value.page) {
    case 'who':
      return <Who app={app} />;
    case 'report':
      return <Report app={app} />;
    case 'mailbox':
      return <MailboxPages app={app} />;
    default:
      return <Landing app={app} />;
  }
}
