// The code on the poster: whether one is asked for, and what a guardian does about it.

import { batch, signal } from '@preact/signals';
import type { Desk, Failure, GateCodeView, NewGateCodeView } from '../../crypto/port';
import { as_failure, type Session } from './session';

export type Gate = ReturnType<typeof make_gate>;

export function make_gate(port: Desk, session: Session) {
  const view = signal<GateCodeView | null>(null);
  /** The code that was made in this sitting: it stands on the poster until the desk is locked, and nowhere else. */
  const made = signal<NewGateCodeView | null>(null);
  const typed = signal('');
  const busy = signal(false);
  const failure = signal<Failure | null>(null);

  async function load(): Promise<void> {
    try {
      view.value = await session.call(port.gate_code());
    } catch (error) {
      failure.value = as_failure(error);
    }
  }

  /** One at a time: each is a version of the roster. */
  async function act(deed: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    batch(() => {
      busy.value = true;
      failure.value = null;
    });
    try {
      await deed();
      await load();
    } catch (error) {
      failure.value = as_failure(error);
    }
    busy.value = false;
  }

  return {
    view, made, typed, busy, failure, load,

    make: () => act(async () => {
      made.value = await session.call(port.new_gate_code());
    }),

    agree: () => act(async () => {
      await session.call(port.agree_gate_code(typed.value));
      typed.value = '';
    }),

    remove: () => act(async () => {
      await session.call(port.remove_gate_code());
      made.value = null;
    }),

    forget(): void {
      view.value = made.value = failure.value = null;
      typed.value = '';
      busy.value = false;
    },
  };
}
