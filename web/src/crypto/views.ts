// What the journeys of the crate `client` answer, as the worker hands it over. Days are `YYYY-MM-DD`.

export type Role = 'coach' | 'fallback' | 'auditor' | 'management';

export type Status =
  | 'new' | 'acked' | 'dialogue' | 'clarified' | 'action' | 'feedback' | 'aftercare' | 'closed' | 'erased';

/** Somebody in office. */
export interface PersonView {
  id: string;
  name: string;
  role: Role;
  guardian: boolean;
  deputy: boolean;
  /** Her seven words, joined by dots; absent where her key is not served. */
  words: string | null;
}

/** An organisation whose roster chain holds. */
export interface OrganisationView {
  id: string;
  slug: string;
  name: string;
  locale: string;
  /** Places of the seven fingerprint words in the word list; `words.ts` turns them into words. */
  fingerprint: number[];
  people: PersonView[];
  today: string;
  /** Clock times of the ticks, or `["immediate"]`. */
  ticks: string[];
  /** When what is sent now is shown, as civil time (`2026-11-28T19:00`); null with immediate ticks. */
  next_tick: string | null;
  time_zone: string;
  /** For a report sent now: its day, the last day of the promised answer, the last day of the promised feedback. */
  day_if_sent_now: string;
  answer_by: string;
  feedback_by: string;
  /** Since when no coach's desk stood behind this roster, where that is too long. */
  quiet_since: string | null;
  /** Guardians who are being removed by one signature, with the first day on which they can be gone. */
  removals: { name: string; on: string }[];
  /** Whether whoever reports needs the code on the poster. */
  gate: boolean;
  test: boolean;
}

export interface SentView {
  /** Seven groups of four, joined by hyphens. */
  token: string;
  day: string;
  answer_by: string;
  feedback_by: string;
  readers: string[];
}

export type Damage = 'unreadable' | 'newer' | 'gap' | 'fork' | 'unseen';

export interface MessageView {
  /** `reporter`, or a name of the roster. */
  author: string;
  day: string;
  text: string;
  attachments: { number: number; name: string; media_type: string; size: number }[];
  /** Whether its tick has come; until then only its author sees it and can take it back. */
  released: boolean;
  sequence?: number;
  kind?:
    | 'text' | 'status' | 'give' | 'continued' | 'lift-exclusion' | 'withdraw' | 'talk' | 'check-in' | 'files' | 'newer';
  status?: Status;
  people?: string[];
  damage?: Damage;
}

export interface MailboxView {
  messages: MessageView[];
  /** `unknown` where nothing is under this token. */
  status: Status | 'unknown';
  /** Last day of the promised first answer; null once it was given. */
  answer_by: string | null;
  feedback_by: string | null;
  /** Where nothing is under this token: the day to which the service was restored lately. */
  restored_to: string | null;
}

export interface SaidView { sequence: number; day: string }
export interface ErasedView { erased: number }

/** What was done with a reporter's threads, out of the whole log. */
export interface ReceiptView {
  /** Entries of the log that was computed anew on this device. */
  size: number;
  /** The head as the log signed it. */
  checkpoint: string;
  /** Everything before this day stands in it; null before the first epoch was closed. */
  complete_to: string | null;
  /** Who put a name under the log, and on which day last. */
  witnesses: { name: string; day: string }[];
  accesses: AccessView[];
  /** Empty where all is well. */
  problems: ProblemView[];
}

/** A file that proves one access to others. */
export interface ProofView { entry: number; text: string }

export interface AccessView {
  /** Place in the log. */
  entry: number;
  /** Counts with the accesses from 1; 0 for the arrival. */
  number: number;
  /** Null once it was erased by age; `act` is `erased-body` then. */
  day: string | null;
  act: string;
  person: string | null;
  role: string;
  purpose: string;
}

export interface ProblemView {
  kind: 'gap' | 'twice' | 'unreadable' | 'changed' | 'unsigned' | 'unopened' | 'unregistered' | 'dated' | 'forked';
  entry: number | null;
  number: number | null;
  person: string | null;
}

// The desk

export interface InvitationView {
  slug: string;
  /** The organisation's name for people. */
  organisation: string;
  role: Role;
  name: string | null;
  /** Whether whoever accepts makes the organisation's first roster. */
  first: boolean;
}

/** What a newcomer must keep. The account exists only after `accept.confirm`. */
export interface NewcomerView {
  account: string;
  /** Six words, joined by spaces. */
  passphrase: string;
  /** Seven groups of four, joined by hyphens. */
  recovery_kit: string;
  /** The organisation's seven words, joined by dots. */
  fingerprint: string;
  /** Her own seven words, joined by dots, to read to a guardian. */
  words: string;
  role: Role;
  pending: boolean;
}

export interface UnlockedView {
  organisation: OrganisationView;
  account: string;
  /** Null while no guardian has approved her. */
  me: PersonView | null;
  /** Who came and went since her vault was saved last. */
  roster_changed: { added: PersonView[]; removed: PersonView[] } | null;
}

export interface DeskView extends UnlockedView {
  /** The organisation's seven words, joined by dots. */
  fingerprint: string;
}

export interface ThreadView {
  /** Its number in this sitting: how the other calls name it. */
  n: number;
  new: boolean;
  day: string;
  answer_by: string | null;
  feedback_by: string;
  status: Status;
  category: string | null;
  severity: string | null;
  urgency: string | null;
  keeper: string | null;
  line: string | null;
  flags: string[];
  from_reporter: number | null;
  from_staff: number | null;
  /** Whose message is the newest that can be read by now; null before it is opened. */
  last: 'reporter' | 'staff' | null;
  damaged?: boolean;
}

export interface InboxView { threads: ThreadView[] }

export interface CaseView {
  keeper: string | null;
  category: string | null;
  severity: string | null;
  urgency: string | null;
  status: Status | null;
  flags: string[];
  themes: string[];
  unit: string | null;
  line: string | null;
  closed: string | null;
  notes: { author: string; sequence: number; text: string }[];
  day: string;
  answered: string | null;
  answer_by: string | null;
  feedback_by: string;
  readers: string[];
  excluded: string[];
  damaged_records: number;
  /** Whether the reporter's device was shown a roster that this desk does not know. */
  another_roster: boolean;
}

export interface ShowView {
  n: number;
  messages: MessageView[];
  case: CaseView;
  /** Her own unsent reply. */
  draft: string | null;
}
/** `theirs` is what she wrote meanwhile at another device: it stands before the text now. */
export interface DraftedView { n: number; theirs: string | null }
export interface RepliedView { n: number; sequence: number; day: string }
export interface NotedView { n: number; sequence: number }
export interface TriagedView { n: number; told: boolean }

export interface PeopleView {
  pending: { n: number; name: string; role: Role; words: string }[];
  people: PersonView[];
  proposal: { adds: string[]; signatures: number; needed: number } | null;
}
export interface ApprovalView { signatures: number; needed: number }

/** What is asked of reporters. */
export interface GateCodeView {
  /** The day of the code of now; null where everybody may report. */
  since: string | null;
  /** Whether the code before it counts on. */
  former: boolean;
  proposal: { removes: boolean; mine: boolean; signatures: number; needed: number } | null;
}
/** Five words, joined by spaces. */
export interface NewGateCodeView { code: string; signatures: number; needed: number }

/** The whole log, as an auditor's key opens it. */
export interface LogView {
  /** Entries that were computed anew. */
  size: number;
  /** Root over them, in hexadecimal. */
  root: string;
  /** The head as the log signed it. */
  checkpoint: string;
  /** Everything before this day stands in it; null before the first epoch was closed. */
  complete_to: string | null;
  witnesses: { name: string; day: string }[];
  /** The first day among those asked for whose lines this key opens; null where it opens none. */
  readable_from: string | null;
  /** In the order of the log. */
  lines: LineView[];
  padding: number;
  /** Lines of other organisations, or from before this auditor. */
  sealed: number;
  erased: number;
  /** Empty where all is well. */
  problems: LogProblem[];
}

export type LogProblem = Omit<ProblemView, 'kind'> & {
  kind: 'gap' | 'twice' | 'changed' | 'unsigned' | 'resealed' | 'dated' | 'forked';
};

export interface LineView {
  /** Place in the log. */
  entry: number;
  day: string;
  act: string;
  person: string | null;
  role: string;
  purpose: string;
  /** Counts threads in the order in which they come up here; null where none is concerned. */
  thread: number | null;
  /** Counts with the thread's accesses. */
  number: number;
  /** SHA-256 of the program that serves from here on, or of its settings. */
  digest: string | null;
}

export type FileKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'pdf' | 'office' | 'other';

/** What was in a file and is gone. `colours`: they may look a little different; `appended`: a second picture or a film behind the first. */
export type Gone = 'place' | 'device' | 'date' | 'author' | 'thumbnail' | 'comment' | 'colours' | 'appended' | 'other';

/** `removed`: only what draws was kept; `best_effort`: more may be left; `untouched`: every byte is as it was. */
export type Assurance = 'removed' | 'best_effort' | 'untouched';

/** What became of a file. */
export interface StrippedView {
  kind: FileKind;
  gone: Gone[];
  assurance: Assurance;
  /** Of the neutral name: `file-1.jpg`; may be empty. */
  ending: string;
}
