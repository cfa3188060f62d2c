// Who is in office, who waits, and comparing seven words by voice before a signature.

import { Button } from '../../components/button';
import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { GateSection } from './gate-section';
import { useLate } from './late';
import { Head, Trouble, Waiting, type Props } from './parts';
import { Words } from './unlock-page';
import { role_text } from './words';

export function PeoplePage({ state }: Props) {
  const { people, session } = state;
  const list = people.people.value;
  const late = useLate(list === null && people.failure.value === null);
  const guardian = session.view.value?.me?.guardian === true;
  const today = session.today.value;
  const organisation = session.view.value?.organisation;
  const me = session.view.value?.me?.name ?? '';
  const guardians = list?.people.filter((person) => person.guardian).map(({ name }) => name).join(', ') ?? '';
  return (
    <div class="people">
      {(session.reads.value || session.watches.value) && <button type="button" class="tool back" onClick={session.back}>{t('desk-back')}</button>}
      <Head view="people">{t('desk-people')}</Head>
      {people.failure.value && <Trouble failure={people.failure.value} again={() => void people.load()} />}
      {late && <Waiting>{t('desk-wait')}</Waiting>}
      {organisation?.removals.map(({ name, on }) => (
        <p key={name} class="notice warm">{t('desk-people-removal', { name, day: day_text(on, today) })}</p>
      ))}
      {organisation?.quiet_since != null && (
        <p class="notice warm">{t('desk-people-quiet', { day: day_text(organisation.quiet_since, today) })}</p>
      )}
      {list !== null && (
        <>
          <section aria-labelledby="pending">
            <h2 id="pending">{t('desk-people-pending')}</h2>
            {list.pending.length === 0 && <p class="soft">{t('desk-people-none')}</p>}
            {list.proposal && (
              <p class="notice">
                {t('desk-people-proposal', {
                  signatures: list.proposal.signatures, needed: list.proposal.needed, names: list.proposal.adds.join(', '),
                })}
              </p>
            )}
            <ul class="plain-list">
              {list.pending.map((person) => (
                <li key={person.n} class="person">
                  <div><b dir="auto">{person.name}</b> <span class="soft">{role_text(person.role)}</span></div>
                  {guardian && (
                    <button type="button" class="button small" onClick={() => people.compare(person)}>
                      {t('desk-people-approve')}<span class="unseen"> {person.name}</span>
                    </button>
                  )}
                </li>
              ))}
              {people.results.value.map(({ name, day, approval }) => (
                <li key={name} class="person">
                  <div>
                    <b dir="auto">{name}</b>
                    <p class="small">{t('desk-approve-done', { by: me, day: day_text(day, today) })}{' '}
                      {approval.signatures < approval.needed && t('desk-approve-signatures', { ...approval })}</p>
                  </div>
                </li>
              ))}
            </ul>
            {list.pending.length > 0 && !guardian && <p>{t('desk-people-guardians-only', { names: guardians })}</p>}
          </section>
          <section aria-labelledby="in-office">
            <h2 id="in-office">{t('desk-people-in-office')}</h2>
            <ul class="plain-list">
              {list.people.map((person) => (
                <li key={person.id} class="person">
                  <div>
                    <b dir="auto">{person.name}</b>{' '}
                    <span class="soft">
                      {[role_text(person.role), person.guardian && t('desk-guardian'), person.deputy && t('desk-deputy')]
                        .filter(Boolean).join(' · ')}
                    </span>
                    {person.words === null ? <p class="small soft">{t('desk-people-no-words', { name: person.name })}</p> : (
                      <details>
                        <summary>{t('desk-people-words', { name: person.name })}</summary>
                        <Words words={person.words} />
                      </details>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            <p class="small soft">{t('desk-people-invite')}</p>
          </section>
          <GateSection state={state} guardian={guardian} />
        </>
      )}
    </div>
  );
}

export function ApprovePage({ state }: Props) {
  const { people, session } = state;
  const person = people.person.value;
  const step = people.step.value;
  const late = useLate(step.at === 'sending');
  if (person === null) return null;
  const { name } = person;
  const today = session.today.value;
  const pick = step.at === 'pick' ? step.picks[step.turn] : undefined;
  // Whatever the step, the way out by «they do not match» is there, as big as the way on.
  const no = <Button quiet press={people.refuse}>{t('desk-approve-no')}</Button>;
  return (
    <div class="people approve">
      <button type="button" class="tool back" onClick={session.back}>{t('desk-back')}</button>
      <Head view={`approve-${step.at}-${step.at === 'pick' ? step.turn : 0}`}>
        {step.at === 'refused' ? t('desk-approve-refused-title') : t('desk-approve-title', { name })}
      </Head>
      {step.at !== 'refused' && <p class="lead">{t('desk-approve-role', { role: role_text(person.role) })}</p>}
      {step.at === 'listen' && (
        <>
          <p>{t('desk-approve-call', { name })}</p>
          <div class="ceremony"><Words words={person.words} /></div>
          <div class="equal">{no}<Button quiet press={() => void people.ask()}>{t('desk-approve-heard')}</Button></div>
        </>
      )}
      {pick !== undefined && (
        <>
          <p class="soft">{t('desk-approve-pick-lead')}</p>
          <h2>{t('desk-approve-pick', { number: pick.place + 1 })}</h2>
          <div class="picks" hidden={pick.wrong}>
            {pick.options.map((word) => (
              <button key={word} type="button" class="button quiet" onClick={() => people.pick(word)}>{word}</button>
            ))}
          </div>
          {pick.wrong && (
            <div class="notice warm" role="alert">
              <p>{t('desk-approve-pick-wrong', { number: pick.place + 1 })}</p>
              <button type="button" class="tool" onClick={people.listen_again}>{t('desk-people-approve')}</button>
            </div>
          )}
          <div class="equal">{no}<span /></div>
        </>
      )}
      {(step.at === 'decide' || step.at === 'sending' || step.at === 'failed') && (
        <>
          {step.at === 'failed' && <Trouble failure={step.failure} />}
          <label class="choice">
            <input type="checkbox" checked={people.guardian.value}
              onChange={(event) => (people.guardian.value = event.currentTarget.checked)} />
            <span>{t('desk-approve-guardian')}<br /><span class="small soft">{t('desk-approve-guardian-hint')}</span></span>
          </label>
          <div class="equal">
            {no}
            <Button quiet busy={step.at === 'sending'} press={() => void people.approve()}>{t('desk-approve-yes')}</Button>
          </div>
          {late && <Waiting>{t('desk-approve-sending')}</Waiting>}
        </>
      )}
      {step.at === 'done' && (
        <div class="notice" role="status">
          <p>{t('desk-approve-done', { by: session.view.value?.me?.name ?? '', day: day_text(today, today) })}</p>
          {step.approval.signatures < step.approval.needed && <p>{t('desk-approve-signatures', { ...step.approval })}</p>}
        </div>
      )}
      {step.at === 'refused' && (
        <>
          <p>{t('desk-approve-refused', { name })}</p>
          <ul>
            <li>{t('desk-approve-refused-old', { name })}</li>
            <li>{t('desk-approve-refused-wrong')}</li>
            <li>{t('desk-approve-refused-third', { name })}</li>
          </ul>
          <Button quiet press={people.listen_again}>{t('desk-people-approve')}</Button>
        </>
      )}
    </div>
  );
}
