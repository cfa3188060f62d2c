// What goes to paper: kit, poster, one case. It exists only while it is printed.

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { log_pages } from './log';
import type { State } from './state';
import { promised } from './clocks';
import { mask_names } from './mask';
import { category_text, role_text, severity_text, status_text } from './words';

export function PrintRoot({ state }: { state: State }) {
  const { printing, host, session } = state;
  const sheet = printing.value;
  useEffect(() => {
    if (sheet === null) return;
    const done = (): void => {
      printing.value = null;
      host.set_title(state.title());
    };
    // The browser prints the title above the page: a neutral one for as long as that takes.
    host.set_title(t('desk-print-title'));
    addEventListener('afterprint', done, { once: true });
    host.print();
    return () => removeEventListener('afterprint', done);
  }, [sheet]);
  if (sheet === null || session.hidden.value) return null;
  const Statement = log_pages.here.value?.Statement;
  return (
    <div class="paper">
      {sheet.what === 'kit' ? <KitSheet state={state} /> : sheet.what === 'poster' ? <Poster state={state} />
        : sheet.what === 'statement' ? Statement && <Statement state={state} />
        : <CaseSheet state={state} n={sheet.n} notes={sheet.notes} mask={sheet.mask} />}
    </div>
  );
}

function KitSheet({ state: { accept } }: { state: State }) {
  const made = accept.made.value;
  if (made === null) return null;
  return (
    <>
      <h1>{t('desk-print-kit-title')}</h1>
      <Facts>
        {[
          [t('desk-print-kit-organisation'), accept.invitation.value?.slug ?? ''],
          [t('desk-print-kit-name'), accept.name.value],
          [t('desk-print-kit-account'), made.account],
          [t('desk-print-kit-organisation-words'), spaced(made.fingerprint)],
          [t('desk-print-kit-own-words', { name: accept.name.value }), spaced(made.words)],
        ]}
      </Facts>
      <p class="kit">{accept.groups.value.map((group, n) => <span key={n}>{group}</span>)}</p>
      <h2>{t('desk-print-kit-how')}</h2>
      <ol>
        <li>{t('desk-print-kit-step1')}</li>
        <li>{t('desk-print-kit-step2')}</li>
        <li>{t('desk-print-kit-step3')}</li>
      </ol>
      <h2>{t('desk-print-kit-where')}</h2>
      <p class="write-line" />
      <p class="write-line" />
    </>
  );
}

/** Words that may break between them, not within. */
const spaced = (words: string): string => words.replaceAll('.', ' · ');

export function Facts({ children }: { children: string[][] }) {
  return (
    <dl class="facts">
      {children.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

/** The poster on the screen, with the button to print it. */
export function PosterPage({ state, children }: { state: State; children?: ComponentChildren }) {
  return (
    <div class="people">
      {children}
      <div class="poster-frame"><Poster state={state} level="h2" /></div>
    </div>
  );
}

export function Poster({ state, level: Title = 'h1' }: { state: State; level?: 'h1' | 'h2' }) {
  const { session, accept, gate } = state;
  const view = session.view.value;
  const slug = view?.organisation.slug ?? session.slug.value;
  const name = view?.organisation.name ?? slug;
  const fingerprint = view?.fingerprint ?? accept.made.value?.fingerprint ?? '';
  const readers = view?.organisation.people.filter(({ role }) => role === 'coach' || role === 'fallback') ?? [];
  const names = readers.map((person) => `${person.name} (${role_text(person.role)})`).join(', ') || accept.name.value;
  return (
    <div class="poster">
      <p class="poster-name" dir="auto">{name}</p>
      <Title class="poster-title">{t('desk-poster-title')}</Title>
      <p class="poster-lead">{t('desk-poster-lead')}</p>
      <p class="poster-small">{t('desk-poster-small')}</p>
      <svg class="stroke" viewBox="0 0 240 12" aria-hidden="true"><path d="M3 8C40 3 88 10 128 6s74-3 109 1" /></svg>
      <p class="poster-address">{location.host}/{slug}<wbr />#fp={fingerprint}</p>
      {(gate.made.value ?? gate.view.value?.since) != null && (
        <div class="poster-code">
          <p>{t('desk-poster-code')}</p>
          {gate.made.value ? <p class="code-words" lang="en">{gate.made.value.code}</p> : <p class="write-line" />}
        </div>
      )}
      <p>{t('desk-poster-who', { names })}</p>
      <p>{t('desk-poster-device')}</p>
      <div class="poster-words">
        <p>{t('desk-poster-words', { name })}</p>
        <ol class="words">{fingerprint.split('.').map((word, n) => <li key={n}>{word}</li>)}</ol>
      </div>
    </div>
  );
}

function CaseSheet({ state, n, notes, mask }: { state: State; n: number; notes: boolean; mask: string[] }) {
  const thread = state.inbox.find(n);
  const today = state.session.today.value;
  const me = state.session.view.value?.me?.name ?? '';
  const opened = thread?.opened;
  if (thread === undefined || opened === undefined) return null;
  const { case: file, messages } = opened;
  const day = (value: string): string => day_text(value, today);
  const clean = (text: string): string => mask_names(text, mask);
  return (
    <div class="paper-case">
      {/* The head of a table: it stands on every page. */}
      <div class="paper-top">
        <b>{t('desk-print-case-warning')}</b> · {t('desk-print-case-by', { name: me, day: day(today) })}
      </div>
      <h1>{clean(file.line ?? t('desk-case-untitled', { day: day(thread.day) }))}</h1>
      <Facts>
        {[
          [t('desk-label-status'), status_text(file.status ?? thread.status)],
          [t('desk-label-category'), category_text(file.category) ?? t('desk-label-none')],
          [t('desk-label-severity'), severity_text(file.severity) ?? t('desk-label-none')],
          [t('desk-clock-answer'), file.answered === null ? t('desk-clock-answer-by', { day: day(file.answer_by ?? today) })
            : t('desk-clock-answered', { day: day(file.answered) })],
          [t('desk-clock-feedback'), t('desk-clock-answer-by', { day: day(promised('feedback', file.feedback_by, today).by) })],
        ]}
      </Facts>
      {messages.map((message, place) => (
        <article key={place}>
          <h2>{message.author === 'reporter' ? t('desk-reporter') : clean(message.author)} · {day(message.day)}</h2>
          <p class="human" dir="auto">
            {message.damage !== undefined ? t(`desk-damage-${message.damage}`) : message.text === '' && message.status
              ? t('desk-letter-status', { author: clean(message.author), status: status_text(message.status) }) : clean(message.text)}
          </p>
        </article>
      ))}
      {notes && file.notes.length > 0 && (
        <section>
          <h2>{t('desk-notes')}</h2>
          {file.notes.map((note) => (
            <p key={`${note.author}${note.sequence}`} class="human" dir="auto"><b>{clean(note.author)}</b>: {clean(note.text)}</p>
          ))}
        </section>
      )}
    </div>
  );
}
