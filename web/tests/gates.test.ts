import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { day_names, day_text, later, type DayNames } from '../src/text/days';
import { FACTS, LANGUAGES } from '../src/text/languages';
import { make_text, rich, speak, t } from '../src/text/text';
import { contrast, contrast_faults } from '../tools/contrast';
import { faults_of_text } from '../tools/rules';

/** As the server does it: with the table, without Intl. */
function by_table({ weekdays, months, pattern }: DayNames, day: string, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const text = pattern
    .replace('{weekday}', weekdays[date.getUTCDay()] ?? '')
    .replace('{day}', String(date.getUTCDate()))
    .replace('{month}', months[date.getUTCMonth()] ?? '');
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`;
}

test('the server says a day exactly as the page does, on every day of two years', () => {
  const built = new URL('../dist/pages/days.json', import.meta.url);
  const tables = existsSync(built) ? (JSON.parse(readFileSync(built, 'utf8')) as Record<string, DayNames>) : null;
  for (const language of LANGUAGES) {
    const { locale } = FACTS[language];
    const table = tables?.[language] ?? day_names(locale);
    for (let day = '2026-01-01'; day < '2028-01-01'; day = later(day, 1)) {
      assert.equal(by_table(table, day, '2026-11-21'), day_text(day, '2026-11-21', locale));
    }
  }
  assert.equal(day_text('2026-11-28', '2026-11-21', 'nl-BE'), 'za 28 nov');
  assert.equal(day_text('2027-02-28', '2026-11-21', 'nl-BE'), 'zo 28 feb 2027');
});

test('contrast is what the guideline computes, and a pale colour is found', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  const css = readFileSync(new URL('../src/look/tokens.css', import.meta.url), 'utf8');
  assert.deepEqual(contrast_faults(css), []);
  assert.ok(contrast_faults(css.replace('--soft: #56635c', '--soft: #b5bab7')).length > 0);
});

test('a text that judges, names the key twice, or tells the tab too much is found', () => {
  for (const [key, raw] of [['a', 'Dien een klacht in'], ['a', '100 % anoniem'], ['a', 'Bewaar je token'], ['door-tab', 'Je melding'],
    ['a', 'Wacht...'], ['a', 'x'.repeat(500)]] as const) {
    assert.equal(faults_of_text('nl-be', key, raw).length, 1, raw);
  }
  assert.deepEqual(faults_of_text('nl-be', 'a', '{ $hour }{"\\u00A0"}u'), []);
});

test('words come from the most particular language, with elements in their places', () => {
  speak(make_text('nl', ['busy = Even wachten', 'busy = Bezig…\nerror-prefix = Fout: { $title }']));
  assert.equal(t('busy'), 'Even wachten');
  assert.equal(t('error-prefix', { title: 'x' }), 'Fout: \u2068x\u2069');
  assert.deepEqual(rich('error-prefix', { title: 7 }), ['Fout: \u2068', 7, '\u2069']);
});
