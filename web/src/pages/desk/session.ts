// Who sits at the desk, what page she is on, and when it locks. What it holds lives in this page's memory and ends with
// the lock.

import { batch, computed, signal } from '@preact/signals';
import { Failure, type Desk, type DeskView } from '../../crypto/port';
import { next_tick, type Tick } from './clocks';
import type { Host } from './host';
import type { Mode } from './keys';
import type { Label, Line } from './labels';

export type Stage = 'accept' | 'unlock' | 'pending' | 'desk';
/** Where she unlocked: `/desk` or `/audit`. */
export type Home = 'desk' | 'audit';
export type Locked = 'idle' | 'ended' | 'lock';

/** What stands on the right, or alone where there is no room for two. */
export type Page = { name: 'inbox' } | { name: 'case' } | { name: 'people' } | { name: 'approve'; n: number } | {
  name: 'poster';
};

/** What lies over the desk: one at a time. */
export type Sheet =
  | { name: 'palette' | 'help' | 'open-all' | 'print-case' | 'lock' | 'labels' }
  | { name: 'choose'; label: Label }
  | { name: 'write'; line: Line };

export const IDLE_MINUTES = 10;
const WARNING_MINUTES = 2;
const MINUTE = 60_000;
const CLOCK_STEP = 30_000;
/** So long a lock waits for drafts to be sealed: a server that is away must not keep a desk open. */
const SETTLE = 4_000;

export function as_failure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('fault', error instanceof Error ? error.message : '');
}

const forever = new Promise<never>(() => undefined);

export type Session = ReturnType<typeof make_session>;

/** What the rest of the page does for a lock. */
export interface Locking {
  /** Texts that would be lost. */
  count_unkept: () => number;
  is_unsettled: () => boolean;
  /** Seals drafts; tells whether a reply that waited became one. */
  settle: () => { held_back: boolean; done: Promise<void> };
  /** Empties the rest of the page's memory. */
  forget: () => void;
}

export function make_session(port: Desk, host: Host, locking: Locking, home: Home) {
  const stage = signal<Stage>('unlock');
  const slug = signal('');
  const account = signal('');
  const view = signal<DeskView | null>(null);
  const locked = signal<Locked | null>(null);
  /** Whether a reply that waited was not sent because of the lock. */
  const held_back = signal(false);
  /** Who came and went in the roster: stays until somebody closes it, locks or not. */
  const roster_changed = signal<DeskView['roster_changed']>(null);
  const hidden = signal(false);
  const offline = signal(false);
  const page = signal<Page>({ name: 'inbox' });
  const sheet = signal<Sheet | null>(null);
  const mode = signal<Mode>('plain');
  /** Milliseconds until the lock; null while that is far away. */
  const idle_left = signal<number | null>(null);
  /** What was just done, for who listens and for who looks. */
  const said = signal('');
  /** Moves twice a minute, so that «readable from» stays true. */
  const clock = signal(host.now());
  let moved = host.now();
  /** Counts locks. */
  let sitting = 0;
  let stop_clock: (() => void) | null = null;
  const pages: Page[] = [];

  const today = computed(() => view.value?.organisation.today ?? new Date(host.now()).toISOString().slice(0, 10));

  const role = computed(() => view.value?.me?.role ?? null);
  /** Whether the log stands here: for an auditor everywhere, for whoever came to its door. */
  const watches = computed(() => home === 'audit' || role.value === 'auditor');
  /** An auditor or a manager has a desk without reports. */
  const reads = computed(() => !watches.value && (role.value === 'coach' || role.value === 'fallback'));

  function lock(why: Locked, back = false): void {
    port.lock();
    sitting += 1;
    stop_clock?.();
    stop_clock = null;
    batch(() => {
      locking.forget();
      pages.length = 0;
      view.value = null;
      page.value = { name: 'inbox' };
      sheet.value = null;
      hidden.value = false;
      offline.value = false;
      idle_left.value = null;
      said.value = '';
      locked.value = why;
      held_back.value = back;
      stage.value = 'unlock';
    });
  }

  let settling = false;

  /** Waits for what is being sealed, but not for long. Answers whether a reply was held back, or null after a lock. */
  async function settle(): Promise<boolean | null> {
    if (!locking.is_unsettled()) return false;
    const mine = sitting;
    let stop = (): void => undefined;
    const patience = new Promise<void>((give_up) => (stop = host.every(SETTLE, give_up)));
    const { held_back: back, done } = locking.settle();
    await Promise.race([done.catch(() => undefined), patience]);
    stop();
    return mine === sitting ? back : null;
  }

  async function lock_for_silence(): Promise<void> {
    if (settling) return;
    settling = true;
    const back = await settle();
    settling = false;
    if (back !== null) lock('idle', back);
  }

  function look_at_clock(): void {
    if (host.now() - clock.peek() > CLOCK_STEP) clock.value = host.now();
    const left = moved + IDLE_MINUTES * MINUTE - host.now();
    if (left <= 0) void lock_for_silence();
    else idle_left.value = left <= WARNING_MINUTES * MINUTE ? left : null;
  }

  return {
    stage, slug, account, view, locked, held_back, roster_changed, hidden, offline, page, sheet, mode, idle_left, said, today, reads, watches, lock,

    /** The tick that releases what is sent now; null where that happens at once. */
    tick(): Tick | null {
      const organisation = view.value?.organisation;
      if (organisation === undefined) return null;
      return next_tick(new Date(clock.value), organisation.ticks, organisation.time_zone);
    },

    async unlock(secret: string): Promise<void> {
      clock.value = host.now();
      const opened = await port.unlock(slug.value, account.value, secret);
      batch(() => {
        view.value = opened;
        account.value = opened.account;
        locked.value = null;
        held_back.value = false;
        roster_changed.value = opened.roster_changed ?? roster_changed.value;
        offline.value = false;
        stage.value = opened.me === null ? 'pending' : 'desk';
      });
      moved = host.now();
      stop_clock ??= host.every(1_000, look_at_clock);
    },

    /** Seals drafts and locks, unless texts would be lost: then it asks. */
    async ask_lock(): Promise<void> {
      const back = await settle();
      if (back === null) return;
      if (locking.count_unkept() > 0) sheet.value = { name: 'lock' };
      else lock('lock', back);
    },

    /** Somebody is there: a key, a touch, a scroll. A mouse that drifts past is not. */
    stir(): void {
      moved = host.now();
      idle_left.value = null;
    },

    /**
     * Runs one call of the port; learns from its end whether the server is there and the session lives. What ends after
     * a lock ends for nobody: whoever waits for it is gone, and its answer must not come back into the page.
     */
    async call<T>(work: Promise<T>): Promise<T> {
      const mine = sitting;
      try {
        const answer = await work;
        if (mine !== sitting) return forever;
        offline.value = false;
        return answer;
      } catch (error) {
        if (mine !== sitting) return forever;
        const failure = as_failure(error);
        if (failure.reason === 'unacknowledged') offline.value = true;
        if (failure.problem !== 'sign-in') throw failure;
        lock('ended');
        return forever;
      }
    },

    go(next: Page): void {
      if (next.name === page.value.name && next.name !== 'approve') return;
      pages.push(page.value);
      host.push();
      page.value = next;
    },

    /** Back by the page's own button goes through the browser's, so that both agree. */
    back(): void {
      if (pages.length > 0) host.back();
      else page.value = { name: 'inbox' };
    },

    /** The browser went back. */
    went_back(): void {
      if (stage.value !== 'desk') return;
      if (sheet.value !== null) sheet.value = null;
      page.value = pages.pop() ?? { name: 'inbox' };
    },
  };
}
