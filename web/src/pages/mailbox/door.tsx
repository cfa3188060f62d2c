// One field takes the whole key. What is wrong with it is found out here; nothing is asked of the server for a typing error.

import { useSignal } from '@preact/signals';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { Summary } from '../../components/summary';
import type { Failure } from '../../crypto/port';
import type { MailboxView } from '../../crypto/views';
import { day_text } from '../../text/days';
import { language, t } from '../../text/text';
import type { App } from '../app';
import { Page } from '../page';
import { group_key, KEY_LENGTH } from './key';
import { tab } from '../threads/report';

export function Door({ app }: { app: App }) {
  const { mailbox, places } = app;
  const turn = useSignal(0);
  const fault = useSignal(mailbox.failure.value ? fault_text(mailbox.failure.value) : '');
  const hidden = useSignal(false);
  const working = useSignal(false);

  const on_input = (input: HTMLTextAreaElement): void => {
    const { text, caret } = group_key(input.value, input.selectionStart);
    mailbox.typed.value = text;
    if (input.value !== text) input.value = text;
    input.setSelectionRange(caret, caret);
  };
  const on = async (): Promise<void> => {
    if (working.value) return;
    const { text, signs } = group_key(mailbox.typed.value, 0);
    mailbox.typed.value = text;
    if (signs !== KEY_LENGTH) fault.value = signs === 0 ? t('door-missing') : t('door-length', { n: signs });
    else {
      working.value = true;
      const opened = await app.unlock();
      fault.value = opened ? '' : fault_text(mailbox.failure.value, mailbox.view.value, app.organisation.verified.value?.today);
      working.value = false;
    }
    if (fault.value) turn.value += 1;
  };
  const title = tab(app, t('door-tab'));
  const back = { href: places.link(language(), 'landing'), go: () => (places.here.value.depth > 0 ? places.back() : app.visit('landing')) };
  return (
    <Page app={app} view="mailbox-first" back={back}>
      <Summary wrong={fault.value ? [{ field: 'key', text: fault.value }] : []} turn={turn.value} />
      <div class={fault.value ? 'wrong' : undefined}>
        <label for="key">
          <Heading view="mailbox-first" title={title} wrong={fault.value !== ''}>{t('door-title')}</Heading>
        </label>
        <p class="hint" id="key-hint">{t('door-hint')}</p>
        {fault.value && <p class="fault" id="key-fault">{fault.value}</p>}
        {/* Two lines: a phone shows the whole key, which breaks between groups. */}
        <textarea id="key" name="key" rows={2} class={hidden.value ? 'sign covered' : 'sign'} autocomplete="off"
          autocapitalize="characters" spellcheck={false} enterkeyhint="go" aria-describedby={fault.value ? 'key-hint key-fault' : 'key-hint'}
          aria-invalid={fault.value ? 'true' : undefined} value={mailbox.typed.value}
          onInput={(event) => on_input(event.currentTarget)}
          onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void on(); } }} />
      </div>
      <p><Button plain press={() => (hidden.value = !hidden.value)}>{hidden.value ? t('door-show') : t('door-hide')}</Button></p>
      <p><Button wide busy={working.value} press={() => void on()}>{t('door-open')}</Button></p>
      <details>
        <summary>{t('door-lost')}</summary>
        <p>{t('door-lost-text')}</p>
      </details>
    </Page>
  );
}

function fault_text(failure: Failure | null, view?: MailboxView | null, today = ''): string {
  if (failure === null) return view?.status === 'erased' ? t('door-erased') : nothing_text(view?.restored_to, today);
  switch (failure.reason) {
    case 'typing':
    case 'usage':
      return t('door-typing');
    case 'erased':
      return t('door-erased');
    case 'unacknowledged':
      return t('door-away');
    case 'module':
    case 'newer':
      return t('door-module');
    default:
      return failure.problem === 'not-found' ? t('door-unknown') : t('door-fault');
  }
}

// After a restore everybody whose key finds nothing is told, whoever she is: what she sent may be lost.
function nothing_text(restored_to: string | null | undefined, today: string): string {
  if (!restored_to) return t('door-unknown');
  return `${t('door-unknown')} ${t('door-restored', { day: day_text(restored_to, today) })}`;
}
