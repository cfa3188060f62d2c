// The conversation as letters. Nothing in it is a link; what is damaged has a card in its own place.

import { useRef } from 'preact/hooks';
import type { MessageView } from '../../crypto/port';
import { Day } from '../../components/day';
import { t } from '../../text/text';
import { Attached } from './attached';
import type { Listed } from './clocks';
import type { State } from './state';
import { status_text, tick_text } from './words';

export function Letters({ state, thread }: { state: State; thread: Listed }) {
  const messages = thread.opened?.messages ?? [];
  const mine = state.session.view.value?.me?.name;
  const has_link = messages.some(({ text }) => /\bhttps?:|\bwww\./i.test(text));
  return (
    <section class="letters" aria-label={t('desk-thread')}>
      {has_link && <p class="tiny">{t('desk-letter-plain')}</p>}
      <ol>
        {messages.map((message, place) => (
          <li key={`${message.author}-${message.sequence ?? place}-${place}`}>
            <Letter state={state} n={thread.n} message={message} place={place + 1} mine={message.author === mine} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `place` counts the messages from 1. */
function Letter({ state, n, message, place, mine }: { state: State; n: number; message: MessageView; place: number; mine: boolean }) {
  const { cases, session } = state;
  const today = session.today.value;
  const busy = useRef(false);
  const { damage } = message;
  if (damage !== undefined && message.text === '') return <Damaged state={state} message={message} />;
  const author = message.author === 'reporter' ? t('desk-reporter')
    : mine ? `${message.author} (${t('desk-you')})` : message.author;
  const says = message.text !== '' || message.attachments.length > 0;
  const line = message.kind !== undefined && message.kind !== 'text' && message.kind !== 'files' ? kind_text(message, author) : null;
  const tick = session.tick();
  // The tick of today is known by its hour; of another day only the day is.
  const when = tick?.day === message.day ? tick_text(tick, today) : undefined;

  async function take_back(): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    await cases.take_back(n, message);
    busy.current = false;
  }

  return (
    <article class={`letter ${message.author === 'reporter' ? 'theirs' : 'ours'}${line && !says ? ' slim' : ''}`}>
      {(line === null || says) && (
        <header>
          <b dir="auto">{author}</b> <Day day={message.day} today={today} />
          {damage === undefined && <span class="signed">{t('desk-letter-signed')}</span>}
        </header>
      )}
      {line !== null && <p class="kind">{line}{message.text === '' && <> · <Day day={message.day} today={today} /></>}</p>}
      {message.text !== '' && <p class="human" dir="auto">{message.text}</p>}
      {damage !== undefined && <p class="small warm-text">{t(`desk-damage-${damage}`)}</p>}
      {message.attachments.length > 0 && <Attached state={state} n={n} message={message} place={place} />}
      {!message.released && (
        <footer>
          <span>{t('desk-letter-held', { when: when ?? tick_text({ day: message.day, time: tick?.time ?? '0:00' }, today) })}</span>
          {mine && (message.kind === 'text' || message.kind === 'files') && message.sequence !== undefined && (
            <button type="button" class="tool" onClick={() => void take_back()}>{t('desk-take-back')}</button>
          )}
        </footer>
      )}
    </article>
  );
}

function Damaged({ state, message }: { state: State; message: MessageView }) {
  const { damage, day, author, sequence } = message;
  if (damage === undefined) return null;
  const report = `${JSON.stringify({ damage, day, author, sequence: sequence ?? null }, null, 2)}\n`;
  return (
    <div class="letter damaged">
      <p>{t(`desk-damage-${damage}`)}</p>
      <button type="button" class="tool" onClick={() => state.host.save(t('desk-damage-file'), report)}>
        {t('desk-damage-save')}
      </button>
    </div>
  );
}

function kind_text(message: MessageView, author: string): string {
  const [one = '', two = ''] = message.people ?? [];
  switch (message.kind) {
    case 'status': return t('desk-letter-status', { author, status: status_text(message.status ?? 'new') });
    case 'give': return t('desk-letter-give', { from: one, to: two });
    case 'lift-exclusion': return t('desk-letter-lift', { name: one });
    case 'continued': return t('desk-letter-continued');
    case 'withdraw': return t('desk-letter-withdraw');
    case 'talk': return t('desk-letter-talk');
    case 'check-in': return t('desk-letter-check-in');
    default: return t('desk-damage-newer');
  }
}
