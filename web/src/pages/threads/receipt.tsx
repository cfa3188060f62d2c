// The key, shown once, and everything one can do to keep it. Then dates.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button';
import { Day } from '../../components/day';
import { Heading } from '../../components/heading';
import { say } from '../../components/live';
import { Notice } from '../../components/notice';
import { next_tick } from '../../device/hours';
import { calendar, copy, mark, save } from '../../device/keep';
import { locale, rich, t } from '../../text/text';
import { KeyCheck } from '../mailbox/key_check';
import { KeyGroups } from '../mailbox/key_groups';
import type { App } from '../app';
import { Page } from '../page';
import { list_text } from '../../text/list';
import { all_hours, hour_words } from './hours';
import { tab } from './report';

const KEY_PLACE = 'key-groups';

export function Receipt({ app }: { app: App }) {
  const { result, sealed } = app.sender.state.value;
  const organisation = app.organisation.verified.value;
  const covered = useSignal(false);
  const parts = app.files.parts.value;
  useEffect(() => say(t('receipt-say')), []);
  useNeutralPrint();
  if (!result || !organisation) return null;
  const { today } = organisation;
  const tick = next_tick(organisation.ticks, organisation.time_zone, new Date());
  const hours = all_hours(organisation.ticks);
  const look = app.organisation.look_from(result.day);
  return (
    <Page app={app} view="receipt">
      <div class="screen">
        <Heading view="receipt" title={tab(app, t('receipt-tab'))}>{t('receipt-title')}</Heading>
        <p>{t(tick ? 'receipt-arrived-hour' : 'receipt-arrived', { readers: list_text(result.readers), when: tick ? hour_words(tick) : '' })}</p>
        {sealed !== null && <p class="soft small">{t('receipt-sealed', { seconds: (sealed / 1000).toLocaleString(locale(), { maximumFractionDigits: 2 }) })}</p>}
        {parts && <parts.views.PassHead batch={parts.report} token={result.token} />}
        <h2>{t('receipt-key-title')}</h2>
        <p>{rich('receipt-key', { only: <b>{t('receipt-key-only')}</b> })}</p>
      </div>
      <KeyGroups id={KEY_PLACE} token={result.token} covered={covered.value} />
      <div class="screen">
        <Keep app={app} token={result.token} />
        {parts && <parts.views.PassRows batch={parts.report} token={result.token} stay />}
        <KeyCheck token={result.token} covered={covered} passed={() => (app.kept.value = true)} />
        <h2>{t('receipt-then')}</h2>
        <dl class="then">
          <div><dt><Day day={look} today={today} /></dt><dd>{t('receipt-look')}</dd></div>
          <div><dt><Day day={result.answer_by} today={today} /></dt><dd>{t('receipt-answer')}</dd></div>
          <div><dt><Day day={result.feedback_by} today={today} /></dt><dd>{t('receipt-feedback')}</dd></div>
        </dl>
        {hours && <p>{t('receipt-hours', { hours })}</p>}
        <p>{t('receipt-no-mail')}</p>
        <p>
          <Button plain press={() => save('agenda.ics', 'text/calendar', calendar(look, t('calendar-title'), today))}>
            {t('receipt-calendar')}
          </Button>
          <span class="soft small"> {t('receipt-calendar-what')}</span>
        </p>
        <Done app={app} />
      </div>
    </Page>
  );
}

function Keep({ app, token }: { app: App; token: string }) {
  const copied = useSignal<'no' | 'yes' | 'by-hand' | 'wiped'>('no');
  const saved = useSignal(false);
  const on_copy = async (): Promise<void> => {
    const well = await copy(token);
    copied.value = well ? 'yes' : 'by-hand';
    if (well) app.kept.value = true;
    else mark(document.getElementById(KEY_PLACE));
    say(well ? t('copied') : t('copy-by-hand'));
  };
  const on_save = (): void => {
    save('notitie.txt', 'text/plain', `${token}\n`);
    saved.value = true;
    app.kept.value = true;
  };
  const on_print = (): void => {
    print();
    app.kept.value = true;
  };
  return (
    <>
      <p class="row">
        <Button quiet press={() => void on_copy()}>{copied.value === 'yes' ? t('copied') : t('copy')}</Button>
        <Button quiet press={on_save}>{saved.value ? t('saved') : t('save')}</Button>
        <Button quiet press={on_print}>{t('print')}</Button>
      </p>
      {copied.value === 'yes' && (
        <p class="small">
          {t('copied-where')}{' '}
          <Button plain press={() => void copy('').then(() => (copied.value = 'wiped'))}>{t('clipboard-wipe')}</Button>
        </p>
      )}
      {copied.value === 'wiped' && <p class="small">{t('clipboard-wiped')}</p>}
      {copied.value === 'by-hand' && <p class="small">{t('copy-by-hand')}</p>}
      {saved.value && <p class="small">{t('saved-where')}</p>}
    </>
  );
}

/** Leaving without having kept it asks once, calmly. */
function Done({ app }: { app: App }) {
  const asked = useSignal(false);
  const on = (): void => {
    if (app.kept.value || asked.value) void app.into_mailbox();
    else asked.value = true;
  };
  return (
    <>
      {asked.value && <div role="alert"><Notice warm><p>{t('done-ask')}</p></Notice></div>}
      <p>
        <Button wide busy={app.mailbox.busy.value} press={on}>{asked.value ? t('done-anyway') : t('done')}</Button>
      </p>
    </>
  );
}

/** A browser prints the title in its margin: it says nothing while it prints. */
function useNeutralPrint(): void {
  useEffect(() => {
    let title = document.title;
    const before = (): void => {
      title = document.title;
      document.title = t('print-title');
    };
    const after = (): void => {
      document.title = title;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
}
