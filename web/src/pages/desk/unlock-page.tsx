// Unlocking: each thing that can be wrong has its own sentence, and every state shows every way in.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button';
import { t } from '../../text/text';
import type { Desk, Failure } from '../../crypto/port';
import { useLate } from './late';
import { Head, Waiting } from './parts';
import { as_failure, IDLE_MINUTES } from './session';
import type { State } from './state';
import { failure_code, failure_text } from './words';

const WORDS = 6;
/** After the last letter: the list is asked, nobody else. */
const REST_MS = 350;

type Lack = { field: 'slug' | 'account' | 'secret'; text: string };

export function UnlockPage({ state, port }: { state: State; port: Desk }) {
  const { session } = state;
  const secret = useSignal('');
  const way = useSignal<'words' | 'kit'>('words');
  const seen = useSignal(false);
  const unknown = useSignal<{ word: string; nearest: string }[]>([]);
  const lacks = useSignal<Lack[]>([]);
  const failure = useSignal<Failure | null>(null);
  const busy = useSignal(false);
  const late = useLate(busy.value);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const kit = way.value === 'kit';

  // Where only the words are missing, the caret waits for them; not on a phone, whose keyboard would hide the page.
  useEffect(() => {
    const hand = matchMedia('(hover: hover) and (pointer: fine)').matches;
    // The module comes while she types; that it cannot is said before she did.
    port.ready().catch((error: unknown) => (failure.value = as_failure(error)));
    if (hand && session.slug.value !== '' && session.account.value !== '') field.current?.focus();
  }, []);
  useEffect(() => {
    if (kit || secret.value.trim() === '') {
      unknown.value = [];
      return;
    }
    let gone = false;
    // The word under the caret is not finished, unless something follows it.
    const finished = /[\s-]$/.test(secret.value) ? secret.value : secret.value.replace(/[^\s-]+$/, '');
    const timer = setTimeout(() => {
      port.unknown_words(finished).then((words) => { if (!gone) unknown.value = words; }, () => undefined);
    }, REST_MS);
    return () => { gone = true; clearTimeout(timer); };
  }, [secret.value, kit]);

  function take(word: string, nearest: string): void {
    secret.value = secret.value.replace(word, nearest);
    unknown.value = unknown.value.filter((other) => other.word !== word);
    field.current?.focus();
  }

  async function unlock(): Promise<void> {
    if (busy.value) return;
    const lacking: Lack[] = [];
    const typed = secret.value.trim();
    if (session.slug.value.trim() === '') lacking.push({ field: 'slug', text: t('desk-unlock-required-slug') });
    if (session.account.value.trim() === '') lacking.push({ field: 'account', text: t('desk-unlock-required-account') });
    if (typed === '') lacking.push({ field: 'secret', text: t(kit ? 'desk-unlock-required-kit' : 'desk-unlock-required-words') });
    else if (!kit) {
      const count = typed.split(/\s+/).length;
      // With hyphens the list decides, since some words have one.
      if (!typed.includes('-') && count !== WORDS) lacking.push({ field: 'secret', text: t('desk-unlock-count', { words: count }) });
    }
    lacks.value = lacking;
    failure.value = null;
    const first = lacking[0];
    if (first !== undefined) {
      document.getElementById(`unlock-${first.field}`)?.focus();
      return;
    }
    busy.value = true;
    try {
      // A list that does not come keeps nobody out.
      const wrong = kit ? [] : await port.unknown_words(typed).catch(() => []);
      unknown.value = wrong;
      if (wrong.length === 0) await state.enter(typed);
      else field.current?.focus();
    } catch (error) {
      failure.value = as_failure(error);
    }
    busy.value = false;
  }

  const lack = (name: Lack['field']): string | undefined => lacks.value.find(({ field: where }) => where === name)?.text;
  return (
    <form class="alone" autocomplete="off" onSubmit={(event) => { event.preventDefault(); void unlock(); }}>
      {session.locked.value !== null && <p class="notice" id="unlock-why">{t(`desk-unlock-after-${session.locked.value}`)}</p>}
      {session.held_back.value && <p class="notice warm">{t('desk-unlock-held-back')}</p>}
      <Head view="unlock" quiet={session.locked.value === null}>{t(state.home === 'audit' ? 'audit-unlock-title' : 'desk-unlock-title')}</Head>
      {state.home === 'audit' && <p>{t('audit-unlock-lead')}</p>}
      <p class="soft">{t('desk-unlock-lead', { minutes: IDLE_MINUTES })}</p>
      {failure.value && (
        <div class="notice warm trouble" role="alert">
          <p>{why(failure.value, kit, session.slug.value)}</p>
          <p class="code">{t('desk-error-code', { code: failure_code(failure.value) })}</p>
        </div>
      )}
      <Known id="unlock-slug" label={t('desk-unlock-slug')} hint={t('desk-unlock-slug-hint')} fault={lack('slug')}
        value={session.slug.value} set={(value) => (session.slug.value = value)} />
      <Known id="unlock-account" label={t('desk-unlock-account')} hint={t('desk-unlock-account-hint')} fault={lack('account')}
        value={session.account.value} set={(value) => (session.account.value = value)} />
      <div class={lack('secret') ? 'wrong' : undefined}>
        <label for="unlock-secret">{t(kit ? 'desk-unlock-kit' : 'desk-unlock-words')}</label>
        <p class="hint" id="unlock-secret-hint">{t(kit ? 'desk-unlock-kit-hint' : 'desk-unlock-words-hint')}</p>
        {lack('secret') && <p class="fault" id="unlock-secret-fault">{lack('secret')}</p>}
        <input id="unlock-secret" ref={field} type="text" class={seen.value ? 'secret' : 'secret covered'} autocomplete="off"
          autocapitalize="off" spellcheck={false} aria-describedby="unlock-why unlock-secret-hint unlock-secret-fault unlock-unknown"
          value={secret.value} onInput={(event) => (secret.value = event.currentTarget.value)} />
        <label class="inline">
          <input type="checkbox" checked={seen.value} onChange={(event) => (seen.value = event.currentTarget.checked)} />
          <span>{t('desk-unlock-show')}</span>
        </label>
        <div id="unlock-unknown" role="status">
          {unknown.value.map(({ word, nearest }) => (
            <p key={word} class="unknown">
              {t('desk-unlock-unknown', { word, nearest })}{' '}
              <button type="button" class="tool" onClick={() => take(word, nearest)}>{t('desk-unlock-take', { nearest })}</button>
            </p>
          ))}
        </div>
      </div>
      <button type="submit" class="button wide" aria-disabled={busy.value ? 'true' : undefined}>{t('desk-unlock-go')}</button>
      {late && <Waiting>{t('desk-unlocking')}</Waiting>}
      <div class="ways">
        <button type="button" class="plain" onClick={() => {
          way.value = kit ? 'words' : 'kit';
          secret.value = '';
          [unknown.value, lacks.value, failure.value] = [[], [], null];
        }}>{t(kit ? 'desk-unlock-use-words' : 'desk-unlock-use-kit')}</button>
        <details>
          <summary>{t('desk-unlock-other-title')}</summary>
          <p>{t('desk-unlock-other')}</p>
        </details>
        <button type="button" class="plain" onClick={() => { state.host.push(); session.stage.value = 'accept'; }}>{t('desk-unlock-invited')}</button>
      </div>
    </form>
  );
}

/** What each end of unlocking means here. */
function why(failure: Failure, kit: boolean, slug: string): string {
  if (failure.reason === 'typing') return kit ? t('desk-unlock-typing-kit') : failure_text(failure);
  const refused = failure.problem === 'forbidden' || failure.problem === 'sign-in';
  if (refused || failure.reason === 'refused') return t(kit ? 'desk-unlock-wrong-kit' : 'desk-unlock-wrong-words');
  if (failure.problem === 'not-found') return t('desk-unlock-no-organisation', { slug });
  return failure_text(failure);
}

/** What is known already is a line of text; whoever needs another one opens the field. */
function Known(props: LineProps) {
  const open = useSignal(props.value === '');
  if (open.value || props.fault !== undefined) return <Line {...props} />;
  const { id, label, value } = props;
  return (
    <div class="known">
      <span class="soft">{label}</span> <b dir="auto">{value}</b>
      <button type="button" class="tool" onClick={() => {
        open.value = true;
        queueMicrotask(() => document.getElementById(id)?.focus());
      }}>{t('desk-change')}<span class="unseen"> {label}</span></button>
    </div>
  );
}

interface LineProps {
  id: string; label: string; hint?: string; fault?: string | undefined; value: string; set: (value: string) => void;
}

export function Line({ id, label, hint, fault, value, set }: LineProps) {
  return (
    <div class={fault ? 'wrong' : undefined}>
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}
      <input id={id} type="text" autocomplete="off" autocapitalize="off" spellcheck={false} value={value}
        aria-invalid={fault ? 'true' : undefined} aria-describedby={`${hint ? `${id}-hint` : ''} ${fault ? `${id}-fault` : ''}`}
        onInput={(event) => set(event.currentTarget.value)} />
    </div>
  );
}

/** She is unlocked, but no guardian approved her yet. */
export function PendingPage({ state }: { state: State }) {
  const { session, accept } = state;
  const organisation = session.view.value?.organisation;
  const guardians = organisation?.people.filter(({ guardian }) => guardian).map(({ name }) => name) ?? [];
  const words = accept.made.value?.words;
  return (
    <div class="alone">
      <Head view="pending">{t('desk-unlock-pending-title', { account: session.account.value })}</Head>
      <p>{t('desk-unlock-pending')}</p>
      <h2>{t('desk-unlock-pending-words')}</h2>
      {words === undefined ? <p>{t('desk-unlock-pending-lost')}</p> : <Words words={words} />}
      <h2>{t('desk-unlock-pending-who')}</h2>
      <p dir="auto">{guardians.join(', ')}</p>
      <Button press={() => session.lock('lock')}>{t('desk-unlock-pending-look')}</Button>
    </div>
  );
}

/** Fingerprint words, numbered, the same order and layout on both screens. */
export function Words({ words }: { words: string }) {
  return <ol class="words">{words.split('.').map((word, n) => <li key={n}>{word}</li>)}</ol>;
}
