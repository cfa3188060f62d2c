// A light check that the key was kept: it is covered, or the check would check nothing. It asks once and never scolds.

import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button';
import { say } from '../../components/live';
import { t, type Plain } from '../../text/text';
import { group_key, groups_of } from './key';

interface Props {
  token: string;
  covered: Signal<boolean>;
  passed: () => void;
}

/** Which group is asked for; not the first or last, which people remember from looking. */
const ASKED = 3;

export function KeyCheck({ token, covered, passed }: Props) {
  const typed = useSignal('');
  const answer = useSignal<'none' | 'right' | 'skipped' | number>('none');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (covered.value) field.current?.focus();
  }, [covered.value]);
  if (answer.value === 'right') return <p class="notice">{t('key-check-right')}</p>;
  if (answer.value === 'skipped') return null;
  const start = (): void => {
    typed.value = '';
    answer.value = 'none';
    covered.value = true;
  };
  const look = (): void => {
    const groups = groups_of(token);
    const given = group_key(typed.value, 0).text;
    if (given === groups[ASKED]) {
      covered.value = false;
      answer.value = 'right';
      say(t('key-check-right'));
      passed();
    } else answer.value = groups.indexOf(given);
  };
  const wrong = typeof answer.value === 'number' ? wrong_words(answer.value) : '';
  return (
    <div class="card">
      <h2 class="first">{t('key-check-title')}</h2>
      {covered.value ? (
        <>
          <label for="group">{t('key-check-ask')}</label>
          {wrong && <p class="fault-soft" role="alert" id="group-hint">{wrong}</p>}
          <input type="text" id="group" ref={field} class="sign" autocomplete="off" autocapitalize="characters"
            spellcheck={false} maxLength={8} aria-describedby={wrong ? 'group-hint' : undefined} value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)} />
          <p class="row">
            <Button press={look}>{t('key-check-look')}</Button>
            <Button quiet press={() => (covered.value = false)}>{t('key-check-show')}</Button>
            <Button plain press={() => { covered.value = false; answer.value = 'skipped'; }}>{t('skip')}</Button>
          </p>
        </>
      ) : (
        <>
          <p>{t('key-check-lead')}</p>
          <p class="row">
            <Button quiet press={start}>{t('key-check-cover')}</Button>
            <Button plain press={() => (answer.value = 'skipped')}>{t('skip')}</Button>
          </p>
        </>
      )}
    </div>
  );
}

function wrong_words(at: number): string {
  const ordinal = `ordinal-${at + 1}` as Plain;
  return at < 0 ? t('key-check-other') : t('key-check-place', { place: t(ordinal) });
}
