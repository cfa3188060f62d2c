// Which page of the mailbox is shown. What stands behind the door comes when somebody opens it.

import { t } from '../../text/text';
import type { App } from '../app';
import { Later } from '../../components/later';
import { Await } from '../later';
import { Distrust } from '../organisations/routes';
import { Page } from '../page';
import { Door } from './door';

export const behind = new Later(() => import('./behind'));

const STEPS = ['thread', 'write', 'talk', 'log', 'withdraw', 'erase', 'erase-sure'];

export function MailboxPages({ app }: { app: App }) {
  const { step } = app.places.here.value;
  const { token, view } = app.mailbox;
  if (app.organisation.trust.value.stage === 'distrust') return <Distrust app={app} />;
  const open = token.value !== null && view.value !== null && STEPS.includes(step);
  if (!open && step !== 'erased') return <Door app={app} />;
  const pages = behind.here.value;
  if (pages === null) return <Page app={app} view="mailbox-away"><Await part={behind} lost={t('behind-away')}>{() => null}</Await></Page>;
  switch (step) {
    case 'erased':
      return <pages.Erased app={app} />;
    case 'write':
      return <pages.Write app={app} />;
    case 'talk':
      return <pages.Talk app={app} />;
    case 'log':
      return <pages.Openings app={app} />;
    case 'withdraw':
      return <pages.Withdraw app={app} />;
    case 'erase':
      return <pages.Erase app={app} />;
    case 'erase-sure':
      return <pages.EraseSure app={app} />;
    default:
      return <pages.Thread app={app} />;
  }
}
