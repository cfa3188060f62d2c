// What a reporter is writing, in memory only. On its way it is one text: the answers stand under it, in her language.

import { computed, signal } from '@preact/signals';
import type { OrganisationView, PersonView } from '../../crypto/port';
import { t, type Plain } from '../../text/text';

export const URGENCIES = ['U0', 'U1', 'U2', 'U3'] as const;
export type Urgency = (typeof URGENCIES)[number];
export const EFFECTS = ['rest', 'joy', 'away', 'team', 'others'] as const;
export type Effect = (typeof EFFECTS)[number];
export const WANTS = ['vent', 'advice', 'talk', 'change'] as const;
export type Want = (typeof WANTS)[number];
export const TOPICS = [
  'bullying', 'sexual', 'aggression', 'third_party', 'discrimination', 'favouritism', 'cliques', 'conflict',
  'leadership', 'micromgmt', 'recognition', 'growth', 'evaluation', 'workload', 'roster', 'clarity', 'communication',
  'change', 'environment', 'safety', 'wellbeing', 'privacy', 'integrity', 'retaliation', 'idea', 'positive', 'unsure',
] as const;
export type Topic = (typeof TOPICS)[number];
export const MOST_TOPICS = 3;

/** Questions that may stay open, in their order; the organisation says which of them it asks. */
export const OPTIONAL = ['urgency', 'effect', 'wants', 'topics'] as const;

/** People who get a key to a new thread, at most. */
const MOST_READERS = 4;
/** Bytes of a text that are certain to fit the largest sealed message beside signature and header. */
export const MOST_BYTES = 64_000;

export const urgency_key = (urgency: Urgency): Plain => `urgency-${urgency.toLowerCase() as Lowercase<Urgency>}`;
export const effect_key = (effect: Effect): Plain => `effect-${effect}`;
export const want_key = (want: Want): Plain => `want-${want}`;
export const topic_key = (topic: Topic): Plain => `topic-${topic}`;

export class Draft {
  readonly text = signal('');
  readonly urgency = signal<Urgency | null>(null);
  readonly effects = signal<Effect[]>([]);
  readonly wants = signal<Want[]>([]);
  readonly topics = signal<Topic[]>([]);
  readonly excluded = signal<string[]>([]);
  readonly with_fallback = signal(false);
  /** Marks that stay as they are, by key. */
  readonly left = signal<string[]>([]);
  /** Texts before each replacement, the newest last. */
  readonly before = signal<{ text: string; from: string }[]>([]);
  readonly empty = computed(() => this.text.value.trim() === '');

  clear(): void {
    this.text.value = '';
    this.urgency.value = null;
    this.effects.value = [];
    this.wants.value = [];
    this.topics.value = [];
    this.excluded.value = [];
    this.with_fallback.value = false;
    this.left.value = [];
    this.before.value = [];
  }

  /** What she answered to a question that may stay open, by the keys of its words. */
  answers(question: (typeof OPTIONAL)[number]): Plain[] {
    switch (question) {
      case 'urgency':
        return this.urgency.value ? [urgency_key(this.urgency.value)] : [];
      case 'effect':
        return this.effects.value.map(effect_key);
      case 'wants':
        return this.wants.value.map(want_key);
      case 'topics':
        return this.topics.value.map(topic_key);
    }
  }

  /** What will be sealed, to the letter. */
  compose(): string {
    const lines = OPTIONAL.flatMap((question) => {
      const answers = this.answers(question).map((answer) => t(answer));
      const what = t(`compose-${question}`);
      return answers.length > 0 ? [`${what}: ${answers.join('; ')}`] : [];
    });
    const text = this.text.value.trim();
    return lines.length === 0 ? text : [text, '', ...lines].join('\n');
  }
}

/** Who will read: coaches in their order, the fallback where one of them is excluded or where it is asked for. */
export function readers_of(
  organisation: Pick<OrganisationView, 'people'>, excluded: string[], with_fallback: boolean,
): PersonView[] {
  const open = (person: PersonView): boolean => !excluded.includes(person.id);
  const coaches = organisation.people.filter((person) => person.role === 'coach');
  const one_excluded = coaches.some((coach) => !open(coach));
  const fallback = organisation.people.find((person) => person.role === 'fallback' && open(person));
  const joins = fallback !== undefined && (with_fallback || one_excluded);
  const chosen = coaches.filter(open).slice(0, MOST_READERS - (joins ? 1 : 0));
  return joins ? [...chosen, fallback] : chosen;
}

/** Who can be excluded: everybody who might read. */
export function possible_readers(organisation: Pick<OrganisationView, 'people'>): PersonView[] {
  return organisation.people.filter((person) => person.role === 'coach' || person.role === 'fallback');
}
