// Accepting an invitation, four pages. Everything stays on the device until the last: nothing is left half made.

import { batch, computed, signal } from '@preact/signals';
import type { Desk, Failure, InvitationView, NewcomerView } from '../../crypto/port';
import type { Host } from './host';
import { as_failure, type Session } from './session';

export type Step = 'paste' | 'who' | 'words' | 'kit' | 'check' | 'done';

/** What «nakijken» asks: a word of the passphrase or a group of the kit, by place. */
export interface Question { of: 'word' | 'group'; place: number; typed: string; wrong: boolean }

export type Accept = ReturnType<typeof make_accept>;

const SHORT_NAME = /^[a-z0-9-]{2,40}$/;

export function make_accept(port: Desk, session: Session, host: Host) {
  const step = signal<Step>('paste');
  const typed = signal('');
  const invitation = signal<InvitationView | null>(null);
  const name = signal('');
  const account = signal('');
  const made = signal<NewcomerView | null>(null);
  const questions = signal<Question[]>([]);
  const busy = signal(false);
  const failure = signal<Failure | null>(null);
  /** Field that lacks something, for the summary. */
  const lacking = signal<'invitation' | 'name' | 'account' | null>(null);
  const saved = signal(false);

  const words = computed(() => made.value?.passphrase.split(' ') ?? []);
  const groups = computed(() => made.value?.recovery_kit.split('-') ?? []);

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    batch(() => {
      busy.value = true;
      failure.value = lacking.value = null;
    });
    try {
      await work();
    } catch (error) {
      failure.value = as_failure(error);
    }
    busy.value = false;
  }

  function forward(next: Step): void {
    host.push();
    step.value = next;
  }

  async function make(): Promise<void> {
    const looked = invitation.value;
    if (looked === null) return;
    made.value = await port.newcomer(typed.value.trim(), looked.slug, name.value.trim(), account.value.trim() || null);
    saved.value = false;
  }

  return {
    step, typed, invitation, name, account, made, questions, busy, failure, lacking, saved, words, groups,

    look: () => {
      if (typed.value.trim() === '') {
        lacking.value = 'invitation';
        return Promise.resolve();
      }
      return attempt(async () => {
        const looked = await port.invitation(typed.value.trim());
        batch(() => {
          invitation.value = looked;
          name.value = looked.name ?? '';
          forward('who');
        });
      });
    },

    make_keys: () => {
      const short = account.value.trim();
      lacking.value = name.value.trim() === '' ? 'name' : short !== '' && !SHORT_NAME.test(short) ? 'account' : null;
      if (lacking.value !== null) return Promise.resolve();
      return attempt(async () => {
        await make();
        forward('words');
      });
    },

    other_words: () => attempt(make),

    to_kit: () => forward('kit'),

    /** Two words and one group, at places drawn anew each time. */
    to_check(): void {
      const first = host.chance(words.value.length);
      const second = (first + 1 + host.chance(words.value.length - 1)) % words.value.length;
      const ask = (of: Question['of'], place: number): Question => ({ of, place, typed: '', wrong: false });
      questions.value = [
        ...[first, second].sort((one, other) => one - other).map((place) => ask('word', place)),
        ask('group', host.chance(groups.value.length)),
      ];
      forward('check');
    },

    type(place: number, text: string): void {
      questions.value = questions.value.map((question, n) => (n === place ? { ...question, typed: text } : question));
    },

    /** Only where all three are right does the account come to exist. */
    confirm(): Promise<void> {
      const plain = (text: string): string => text.trim().toLowerCase();
      questions.value = questions.value.map((question) => {
        const right = (question.of === 'word' ? words.value : groups.value)[question.place] ?? '';
        return { ...question, wrong: plain(question.typed) !== plain(right) };
      });
      if (questions.value.some(({ wrong }) => wrong)) return Promise.resolve();
      return attempt(async () => {
        await port.accept();
        batch(() => {
          session.slug.value = invitation.value?.slug ?? session.slug.value;
          session.account.value = made.value?.account ?? '';
          // What is on paper now has no business in this page.
          if (made.value !== null) made.value = { ...made.value, passphrase: '', recovery_kit: '' };
          typed.value = '';
          questions.value = [];
          step.value = 'done';
        });
        host.set_fragment(session.slug.value);
      });
    },

    back: () => host.back(),

    /** The browser went back. From the account that exists there is no way back into making it. */
    went_back(): void {
      const previous: Record<Step, Step> = {
        paste: 'paste', who: 'paste', words: 'who', kit: 'words', check: 'kit', done: 'done',
      };
      batch(() => {
        failure.value = lacking.value = null;
        step.value = previous[step.value];
      });
    },
  };
}
