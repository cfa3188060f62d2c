// One message, as a letter: who, which day, whether the signature holds, the words.

import { Button } from '../../components/button';
import { Day } from '../../components/day';
import type { MessageView } from '../../crypto/port';
import { rich, t, type Plain } from '../../text/text';
import type { App } from '../app';
import { WithFiles } from '../threads/files';

/** Own long texts are folded: a phone lies open on a table. */
const FOLDED = 500;

/** `place` counts the messages from 1. */
export function Letter({ app, message, place }: { app: App; message: MessageView; place: number }) {
  const today = app.organisation.verified.value?.today ?? message.day;
  const mine = message.author === 'reporter';
  const day = <Day day={message.day} today={today} />;
  if (message.damage) return <Damaged message={message} today={today} />;
  const line = line_of(message);
  if (line !== null && message.text === '') return <p class="line-of soft">{line} · {day}</p>;
  const can_take_back = mine && !message.released && message.sequence !== undefined && message.sequence > 0;
  const text = <div class="human" dir="auto">{message.text}</div>;
  return (
    <article class={mine ? 'letter mine' : 'letter'}>
      <p class="by">
        <b>{mine ? t('letter-you') : message.author}</b> · {day}
        {!mine && <> · {t('letter-signed')}</>}
        {mine && !message.released && <> · {t('letter-waiting')}</>}
      </p>
      {line !== null && <p class="soft">{line}</p>}
      {message.text !== '' && (mine && message.text.length > FOLDED ? <details><summary>{t('letter-open')}</summary>{text}</details> : text)}
      {message.attachments.length > 0 && <Attached app={app} message={message} place={place} />}
      {can_take_back && (
        <p>
          <Button plain busy={app.mailbox.busy.value} press={() => void app.mailbox.take_back(message)}>{t('letter-take-back')}</Button>
          <span class="soft small"> {t('letter-take-back-until')}</span>
        </p>
      )}
    </article>
  );
}

function Attached({ app, message, place }: { app: App; message: MessageView; place: number }) {
  const token = app.mailbox.token.value;
  if (token === null) return null;
  return (
    <WithFiles app={app}>
      {({ views }) => message.attachments.map((file) => (
        <views.Saved key={file.number} port={app.port} token={token} message={place} file={file} theirs={message.author !== 'reporter'} />
      ))}
    </WithFiles>
  );
}

/** In its place, and no more than that: the others are not touched. */
function Damaged({ message, today }: { message: MessageView; today: string }) {
  return (
    <article class="letter damaged">
      <p class="by"><Day day={message.day} today={today} /></p>
      <p>{message.damage === 'newer' ? t('letter-newer') : message.damage === 'gap' ? t('letter-gap') : t('letter-damaged')}</p>
    </article>
  );
}

/** What happened, where a message is no text. */
function line_of(message: MessageView) {
  const [first = '', second = ''] = message.people ?? [];
  switch (message.kind) {
    case 'status':
      return rich('line-status', { name: message.author, status: <b>{t(`status-${message.status ?? 'new'}` as Plain)}</b> });
    case 'give':
      return rich('line-give', { from: first, to: second });
    case 'continued':
      return t('line-continued');
    case 'lift-exclusion':
      return rich('line-lift', { name: first });
    case 'withdraw':
      return t('line-withdraw');
    case 'check-in':
      return t('line-check-in');
    case 'newer':
      return t('letter-newer');
    default:
      return null;
  }
}
