// Accepting an invitation: who you will be, the passphrase, the kit, and a check that it stands on paper.

import { Button } from '../../components/button';
import { t } from '../../text/text';
import type { Failure } from '../../crypto/port';
import { useLate } from './late';
import { Head, Waiting } from './parts';
import type { State } from './state';
import { Line, Words } from './unlock-page';
import { failure_code, failure_text, role_text } from './words';

const STEPS = { paste: 0, who: 1, words: 2, kit: 3, check: 4, done: 0 } as const;

export function AcceptPage({ state }: { state: State }) {
  const { accept, session } = state;
  const step = accept.step.value;
  const number = STEPS[step];
  return (
    <div class="alone">
      <div class="alone-top">
        {step === 'paste'
          ? <button type="button" class="tool" onClick={() => (session.stage.value = 'unlock')}>{t('desk-back')}</button>
          : step !== 'done' && <button type="button" class="tool" onClick={accept.back}>{t('desk-back')}</button>}
        {number > 0 && <span class="soft small">{t('desk-accept-step', { step: number })}</span>}
      </div>
      {step === 'paste' ? <Paste state={state} /> : step === 'who' ? <Who state={state} />
        : step === 'words' ? <Passphrase state={state} /> : step === 'kit' ? <Kit state={state} />
          : step === 'check' ? <Check state={state} /> : <Done state={state} />}
      {number > 0 && <p class="tiny">{t('desk-accept-nothing-yet')}</p>}
    </div>
  );
}

function Fault({ failure, text }: { failure: Failure; text?: string | undefined }) {
  return (
    <div class="notice warm trouble" role="alert">
      <p>{text ?? failure_text(failure)}</p>
      <p class="code">{t('desk-error-code', { code: failure_code(failure) })}</p>
    </div>
  );
}

function Paste({ state: { accept } }: { state: State }) {
  const failure = accept.failure.value;
  const late = useLate(accept.busy.value);
  const bad = failure?.reason === 'typing' || failure?.reason === 'usage' ? t('desk-accept-typing')
    : failure?.problem === 'not-found' || failure?.problem === 'erased' || failure?.problem === 'conflict' ? t('desk-accept-gone') : undefined;
  const lacks = accept.lacking.value === 'invitation';
  return (
    <>
      <Head view="paste" quiet>{t('desk-accept-title')}</Head>
      {failure && <Fault failure={failure} text={bad} />}
      <div class={lacks ? 'wrong' : undefined}>
        <label for="invitation">{t('desk-accept-paste')}</label>
        <p class="hint" id="invitation-hint">{t('desk-accept-paste-hint')}</p>
        {lacks && <p class="fault" id="invitation-fault" role="alert">{t('desk-accept-required')}</p>}
        <textarea id="invitation" rows={3} autocomplete="off" spellcheck={false} value={accept.typed.value}
          aria-describedby="invitation-hint invitation-fault" aria-invalid={lacks}
          onInput={(event) => (accept.typed.value = event.currentTarget.value)} />
      </div>
      <Button wide press={() => void accept.look()}>{t('desk-accept-look')}</Button>
      {late && <Waiting>{t('desk-wait')}</Waiting>}
    </>
  );
}

function Who({ state: { accept } }: { state: State }) {
  const invitation = accept.invitation.value;
  const late = useLate(accept.busy.value);
  if (invitation === null) return null;
  const failure = accept.failure.value;
  return (
    <>
      <Head view="who">{t('desk-accept-who-title')}</Head>
      {failure && <Fault failure={failure} />}
      <dl class="facts">
        <div><dt>{t('desk-accept-who-organisation')}</dt><dd>{invitation.organisation}</dd></div>
        <div><dt>{t('desk-accept-who-role')}</dt><dd>{role_text(invitation.role)}</dd></div>
        <div>
          <dt>{t('desk-accept-who-by')}</dt>
          <dd>{t(invitation.first ? 'desk-accept-who-by-first' : 'desk-accept-who-by-other')}</dd>
        </div>
      </dl>
      <p>{t(invitation.first ? 'desk-accept-who-first' : 'desk-accept-who-next')}</p>
      <Line id="accept-name" label={t('desk-accept-name')} value={accept.name.value} set={(value) => (accept.name.value = value)}
        fault={accept.lacking.value === 'name' ? t('desk-accept-name-required') : undefined} />
      <Line id="accept-account" label={t('desk-accept-account')} hint={t('desk-accept-account-hint')} value={accept.account.value}
        set={(value) => (accept.account.value = value)}
        fault={accept.lacking.value === 'account' ? t('desk-accept-account-form') : undefined} />
      <Button wide press={() => void accept.make_keys()}>{t('desk-accept-who-go')}</Button>
      {late && <Waiting>{t('desk-accept-making')}</Waiting>}
    </>
  );
}

function Passphrase({ state: { accept } }: { state: State }) {
  const late = useLate(accept.busy.value);
  return (
    <>
      <Head view="words">{t('desk-accept-words-title')}</Head>
      <p>{t('desk-accept-words-lead')}</p>
      {accept.failure.value && <Fault failure={accept.failure.value} />}
      <ol class="passphrase">{accept.words.value.map((word, n) => <li key={n}>{word}</li>)}</ol>
      <div>
        <Button quiet press={() => void accept.other_words()}>{t('desk-accept-words-other')}</Button>
        <p class="tiny">{t('desk-accept-words-other-hint')}</p>
      </div>
      {late && <Waiting>{t('desk-accept-making')}</Waiting>}
      <Button wide press={accept.to_kit}>{t('desk-accept-words-go')}</Button>
    </>
  );
}

function Kit({ state }: { state: State }) {
  const { accept, host } = state;
  const made = accept.made.value;
  if (made === null) return null;
  const lines = (): string => [
    t('desk-print-kit-title'), '', `${t('desk-print-kit-organisation')}: ${accept.invitation.value?.slug ?? ''}`,
    `${t('desk-print-kit-account')}: ${made.account}`, '', made.recovery_kit, '',
    `${t('desk-print-kit-organisation-words')}: ${made.fingerprint}`,
    `${t('desk-print-kit-own-words', { name: accept.name.value })}: ${made.words}`, '',
    `1. ${t('desk-print-kit-step1')}`, `2. ${t('desk-print-kit-step2')}`, `3. ${t('desk-print-kit-step3')}`, '',
  ].join('\n');
  return (
    <>
      <Head view="kit">{t('desk-accept-kit-title')}</Head>
      <p>{t('desk-accept-kit-lead')}</p>
      <p class="kit">{accept.groups.value.map((group, n) => <span key={n}>{group}</span>)}</p>
      <div class="row-of">
        <Button quiet press={() => state.print({ what: 'kit' })}>{t('desk-print')}</Button>
        <Button quiet press={() => { host.save(t('desk-accept-kit-file'), lines()); accept.saved.value = true; }}>
          {t('desk-accept-kit-save')}
        </Button>
      </div>
      <p role="status" class="small">{accept.saved.value && t('desk-accept-kit-saved')}</p>
      <Button wide press={accept.to_check}>{t('desk-accept-kit-go')}</Button>
    </>
  );
}

function Check({ state: { accept } }: { state: State }) {
  const failure = accept.failure.value;
  const late = useLate(accept.busy.value);
  const taken = failure?.problem === 'conflict' || failure?.reason === 'refused'
    ? t('desk-accept-taken', { account: accept.made.value?.account ?? '' }) : undefined;
  const check = async (): Promise<void> => {
    await accept.confirm();
    const wrong = accept.questions.value.findIndex((question) => question.wrong);
    if (wrong >= 0) document.getElementById(`check-${wrong}`)?.focus();
  };
  return (
    <>
      <Head view="check">{t('desk-accept-check-title')}</Head>
      <p>{t('desk-accept-check-lead')}</p>
      {failure && <Fault failure={failure} text={taken} />}
      {accept.questions.value.map(({ of, place, typed, wrong }, n) => {
        const number = { number: place + 1 };
        const of_word = of === 'word';
        return (
          <Line key={`${of}-${place}`} id={`check-${n}`} value={typed} set={(value) => accept.type(n, value)}
            label={of_word ? t('desk-accept-check-word', number) : t('desk-accept-check-group', number)}
            fault={!wrong ? undefined : of_word ? t('desk-accept-check-wrong-word', number) : t('desk-accept-check-wrong-group', number)} />
        );
      })}
      <Button wide press={() => void check()}>{t('desk-accept-check-go')}</Button>
      {late && <Waiting>{t('desk-accept-check-sending')}</Waiting>}
    </>
  );
}

function Done({ state }: { state: State }) {
  const { accept, session } = state;
  const made = accept.made.value;
  if (made === null) return null;
  return (
    <>
      <Head view="done">{t('desk-accept-done-title', { name: accept.name.value })}</Head>
      <p>{t('desk-accept-done-account', { account: made.account })}</p>
      {made.pending ? (
        <>
          <p>{t('desk-accept-done-pending')}</p>
          <h2>{t('desk-accept-mine')}</h2>
          <Words words={made.words} />
        </>
      ) : (
        <>
          <p>{t('desk-accept-done-first', { slug: session.slug.value })}</p>
          <Words words={made.fingerprint} />
          <p><Button quiet press={() => state.print({ what: 'poster' })}>{t('desk-accept-done-poster')}</Button></p>
        </>
      )}
      <Button wide press={() => (session.stage.value = 'unlock')}>{t('desk-accept-done-unlock')}</Button>
    </>
  );
}
