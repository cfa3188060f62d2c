// The whole state of the desk, put together; pages get it as one.

import { effect, signal } from '@preact/signals';
import type { Desk } from '../../crypto/port';
import { t } from '../../text/text';
import type { Audit } from '../audit/audit';
import { make_accept } from './accept';
import { make_cases, type Cases } from './case';
import { category_text } from './words';
import { make_gate, type Gate } from './gate';
import { make_files, type Files } from './files';
import type { Host } from './host';
import { make_inbox, type Inbox } from './inbox';
import { Keys } from './keys';
import { make_people, type People } from './people';
import { make_session, type Home } from './session';

/** What the printer gets. */
export type Sheet =
  | { what: 'kit' }
  | { what: 'poster' }
  | { what: 'statement' }
  | { what: 'case'; n: number; notes: boolean; mask: string[] };

/** What somebody typed after `#` need not be well formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export type State = ReturnType<typeof make_state>;

export function make_state(port: Desk, host: Host, home: Home = 'desk') {
  let cases: Cases | null = null;
  let inbox: Inbox | null = null;
  let people: People | null = null;
  let gate: Gate | null = null;
  let files: Files | null = null;
  const printing = signal<Sheet | null>(null);
  /** Of the first day: what happened in this sitting. */
  const first_day = signal({ poster: false, away: false });
  /** The log as this sitting computed it, where somebody looks into it. */
  const audit = signal<Audit | null>(null);

  const session = make_session(port, host, {
    count_unkept: () => cases?.count_drafts() ?? 0,
    is_unsettled: () => cases?.is_unsettled() ?? false,
    settle: () => cases?.settle() ?? { held_back: false, done: Promise.resolve() },
    forget() {
      cases?.forget();
      inbox?.forget();
      people?.forget();
      gate?.forget();
      files?.forget();
      printing.value = audit.value = null;
      first_day.value = { poster: false, away: false };
    },
  }, home);
  inbox = make_inbox(port, session, (thread) => category_text(thread.category) ?? '');
  cases = make_cases(port, session, inbox, host.every);
  people = make_people(port, session, host);
  gate = make_gate(port, session);
  files = make_files(port, session);
  const accept = make_accept(port, session, host);
  const keys = new Keys();
  effect(() => {
    keys.mode = session.mode.value;
  });

  return {
    host, home, session, inbox, cases, people, gate, files, accept, keys, printing, first_day, audit,

    /** What stands after `#`: an invitation leaves the address bar at once, an organisation's short name stays. */
    begin(fragment: string): void {
      const text = decoded(fragment.replace(/^#/, ''));
      if (text.startsWith('invite=')) {
        accept.typed.value = text.slice('invite='.length);
        host.set_fragment('');
        session.stage.value = 'accept';
      } else {
        session.slug.value = text;
      }
    },

    async enter(secret: string): Promise<void> {
      await session.unlock(secret);
      host.set_fragment(session.slug.value);
      if (session.stage.value !== 'desk') return;
      await Promise.all([session.reads.value ? inbox.load() : null, people.load()]);
    },

    print(sheet: Sheet): void {
      printing.value = sheet;
      if (sheet.what === 'poster') first_day.value = { ...first_day.value, poster: true };
    },

    went_back(): void {
      if (session.stage.value === 'accept' && accept.step.value === 'paste') session.stage.value = 'unlock';
      else if (session.stage.value === 'accept') accept.went_back();
      else session.went_back();
    },

    title(): string {
      const { stage, hidden, view } = session;
      if (hidden.value) return t('desk-hidden-title');
      if (stage.value === 'unlock') return t('desk-locked-title');
      const name = view.value?.organisation.name;
      const title = t(session.watches.value ? 'audit-title' : 'desk-title');
      return name === undefined ? title : `${title} · ${name}`;
    },
  };
}
