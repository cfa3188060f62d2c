// Who is in office, who waits, and comparing words before signing.

import { batch, signal } from '@preact/signals';
import type { ApprovalView, Desk, Failure, PeopleView } from '../../crypto/port';
import type { Host } from './host';
import { as_failure, type Session } from './session';

export type Pending = PeopleView['pending'][number];

/** One of the two questions: which of `options` stood at `place`? */
export interface Pick { place: number; options: string[]; wrong: boolean }

export type Step =
  | { at: 'listen' }
  | { at: 'pick'; picks: Pick[]; turn: number }
  | { at: 'decide' }
  | { at: 'sending' }
  | { at: 'done'; approval: ApprovalView; guardian: boolean }
  | { at: 'refused' }
  | { at: 'failed'; failure: Failure };

export type People = ReturnType<typeof make_people>;

export function make_people(port: Desk, session: Session, host: Host) {
  const people = signal<PeopleView | null>(null);
  const failure = signal<Failure | null>(null);
  const person = signal<Pending | null>(null);
  const step = signal<Step>({ at: 'listen' });
  const guardian = signal(false);
  /** What was approved in this sitting, by name. */
  const results = signal<{ name: string; day: string; approval: ApprovalView }[]>([]);

  async function load(): Promise<void> {
    failure.value = null;
    try {
      people.value = await session.call(port.people());
    } catch (error) {
      failure.value = as_failure(error);
    }
  }

  async function question(words: string[], place: number): Promise<Pick> {
    const right = words[place] ?? '';
    const alike = await port.look_alikes(right).catch(() => words.filter((word) => word !== right));
    const options = [right, ...alike.slice(0, 2)];
    for (let n = options.length - 1; n > 0; n -= 1) {
      const other = host.chance(n + 1);
      [options[n], options[other]] = [options[other] ?? '', options[n] ?? ''];
    }
    return { place, options, wrong: false };
  }

  return {
    people, failure, person, step, guardian, results, load,

    compare(pending: Pending): void {
      batch(() => {
        person.value = pending;
        guardian.value = false;
        step.value = { at: 'listen' };
        session.go({ name: 'approve', n: pending.n });
      });
    },

    /** Two places, drawn by chance, asked without the words on screen. */
    async ask(): Promise<void> {
      const words = person.value?.words.split('.').map((word) => word.trim()) ?? [];
      const first = host.chance(words.length);
      const second = (first + 1 + host.chance(words.length - 1)) % words.length;
      const picks = [await question(words, first), await question(words, second)];
      step.value = { at: 'pick', picks, turn: 0 };
    },

    pick(word: string): void {
      const now = step.value;
      if (now.at !== 'pick') return;
      const asked = now.picks[now.turn];
      const words = person.value?.words.split('.').map((part) => part.trim()) ?? [];
      // One guess: then all seven are heard anew.
      if (asked === undefined || asked.wrong) return;
      if (words[asked.place] !== word) {
        step.value = { ...now, picks: now.picks.map((pick) => (pick === asked ? { ...pick, wrong: true } : pick)) };
      } else if (now.turn + 1 < now.picks.length) {
        step.value = { ...now, turn: now.turn + 1 };
      } else {
        step.value = { at: 'decide' };
      }
    },

    listen_again(): void {
      step.value = { at: 'listen' };
    },

    refuse(): void {
      step.value = { at: 'refused' };
    },

    async approve(): Promise<void> {
      const pending = person.value;
      if (pending === null) return;
      step.value = { at: 'sending' };
      try {
        const approval = await session.call(port.approve(pending.n, guardian.value));
        batch(() => {
          step.value = { at: 'done', approval, guardian: guardian.value };
          results.value = [...results.value, { name: pending.name, day: session.today.value, approval }];
        });
        await load();
      } catch (error) {
        step.value = { at: 'failed', failure: as_failure(error) };
      }
    },

    forget(): void {
      people.value = failure.value = person.value = null;
      step.value = { at: 'listen' };
      guardian.value = false;
      results.value = [];
    },
  };
}
