// What is known of the organisation: first what the server wrote into the page, then what the device has checked.

import { computed, signal } from '@preact/signals';
import { Failure, type OrganisationView, type PersonView, type Reporter } from '../../crypto/port';
import { day_text, later } from '../../text/days';
import type { Language } from '../../text/languages';
import { list_text } from '../../text/list';
import { t } from '../../text/text';
import { readers_of } from '../threads/draft';

/** What stands in the page before any script has run. */
export interface Served {
  slug: string;
  name: string;
  language: Language;
  coach: string;
  readers: string;
  answer_by: string;
  answer_by_text: string;
  /** Which of the questions that may stay open are asked. */
  questions: string[];
  /** How many questions a report has, those included. */
  total: string;
  /** The words of the version, as the server says them. */
  version: string;
  quiet: boolean;
  test: boolean;
  closed: boolean;
  /** Whether a code is asked for. */
  gate: boolean;
}

export type Trust =
  | { stage: 'served' }
  | { stage: 'verified'; organisation: OrganisationView }
  /** What was served contradicts itself or the link. */
  | { stage: 'distrust' }
  | { stage: 'away'; failure: Failure };

/** A person's name with what she is, as a sentence needs it. */
export function person_text(person: PersonView): string {
  return `${person.name} (${t(person.role === 'fallback' ? 'role-fallback' : 'role-coach')})`;
}

export function names_text(people: PersonView[]): string {
  return list_text(people.map((person) => person.name));
}

export class Organisation {
  readonly trust = signal<Trust>({ stage: 'served' });
  readonly verified = computed(() => (this.trust.value.stage === 'verified' ? this.trust.value.organisation : null));
  readonly name = computed(() => this.verified.value?.name ?? this.served.name);
  readonly coach = computed(() => {
    const coaches = this.verified.value?.people.filter((person) => person.role === 'coach');
    return coaches?.[0]?.name ?? this.served.coach;
  });
  readonly readers = computed(() => {
    const organisation = this.verified.value;
    return organisation ? names_text(readers_of(organisation, [], false)) : this.served.readers;
  });
  readonly answer_by = computed(() => this.verified.value?.answer_by ?? this.served.answer_by);
  readonly answer_by_text = computed(() => {
    const organisation = this.verified.value;
    return organisation ? day_text(organisation.answer_by, organisation.today) : this.served.answer_by_text;
  });
  readonly quiet = computed(() => (this.verified.value ? this.verified.value.quiet_since !== null : this.served.quiet));
  readonly test = computed(() => this.verified.value?.test ?? this.served.test);
  readonly gate = computed(() => this.verified.value?.gate ?? this.served.gate);
  readonly closed = computed(() => this.served.closed);
  /** What a poster says, for who came by a link that does not say it; empty otherwise. */
  readonly words = signal<string[]>([]);
  private checking: Promise<void> | null = null;

  constructor(private readonly port: Reporter, readonly served: Served, private readonly fingerprint: string | null) {}

  /** Checks once; a failure for want of a server may be tried again. */
  check(): Promise<void> {
    this.checking ??= this.port.organisation(this.served.slug, this.fingerprint).then(
      (organisation) => {
        this.trust.value = { stage: 'verified', organisation };
        // A help, not a condition: without them the page is what it was.
        if (this.fingerprint === null) this.port.words(organisation).then((words) => (this.words.value = words), () => undefined);
      },
      (error: unknown) => {
        this.checking = null;
        const failure = error instanceof Failure ? error : new Failure('fault', String(error));
        this.trust.value = failure.reason === 'distrust' ? { stage: 'distrust' } : { stage: 'away', failure };
      },
    );
    return this.checking;
  }

  /** The worker has ended: the next deed begins with checking again. What was checked stays on the page. */
  forget(): void {
    this.checking = null;
  }

  /** A day from which looking makes sense: the day after the reader can open it. */
  look_from(day: string): string {
    return later(day, 1);
  }
}
