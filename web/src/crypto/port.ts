// What pages may ask of the worker. Pages import this file and nothing else of this folder.

import type {
  ApprovalView, DeskView, DraftedView, ErasedView, GateCodeView, InboxView, InvitationView, LogView, MailboxView, MessageView,
  NewGateCodeView, NewcomerView, NotedView, OrganisationView, PeopleView, ProofView, ReceiptView, RepliedView,
  SaidView, SentView, ShowView, StrippedView, TriagedView,
} from './views';

export type * from './views';

/** How far a journey is. */
export type Progress =
  /** This browser compiles no WebAssembly: it takes seconds. */
  | { stage: 'slow' }
  | { stage: 'sealed'; milliseconds: number }
  | { stage: 'sent' }
  | { stage: 'stored' }
  | { stage: 'count'; done: number; total: number };

/** Why a journey ended: what a page decides on. */
export type Reason =
  /** Something typed cannot be used; `detail` names it. */
  | 'usage'
  /** A typing error in token, passphrase or kit, found on the device. */
  | 'typing'
  /** No server, or none that could answer, for ten seconds. Nothing was acknowledged; trying again never counts twice. */
  | 'unacknowledged'
  /** The server refused; `problem` is the last part of its type: `busy`, `forbidden`, `not-found`, `too-late`, … */
  | 'problem'
  /** What was served contradicts itself, the fingerprint, or what was seen before. Nothing was opened. */
  | 'distrust'
  /** The thread is no more. */
  | 'erased'
  /** Everybody is excluded. */
  | 'no-recipient'
  /** `size` bytes too many. */
  | 'too-long'
  /** Refused here for a reason in the matter; `detail` says it. */
  | 'refused'
  /** This needs a newer version of the pages. */
  | 'newer'
  /** The module could not be loaded or does not compute what it should. */
  | 'module'
  /** This browser compiles no WebAssembly, and this cannot be done without. */
  | 'uncompiled'
  /** A fault of ours. */
  | 'fault';

export class Failure extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail = '',
    readonly problem = '',
    readonly size = 0,
  ) {
    super(detail || reason);
    this.name = 'Failure';
  }
}

export interface Draft {
  text: string;
  /** Ids of people who get no key. */
  exclude: string[];
  with_fallback: boolean;
  /** The code on the poster; empty where none is asked for. */
  code: string;
}

/** A file, of whose own name nothing is needed but the ending, without the dot, or nothing. */
export interface NewFile { ending: string; bytes: Blob }
/** A file that is fit to be sent. */
export interface Stripped extends StrippedView { bytes: Uint8Array<ArrayBuffer> }

/** Takes out of a file what tells who made it, where, when and with what. */
export interface Stripper {
  strip(file: NewFile): Promise<Stripped>;
  /** What was used for it goes, with memory as large as the largest file. */
  end(): void;
}

/** A file that was sent, for a message to name it: its number, and the bytes by which that is done. */
export interface SentFile { number: number; bytes: Uint8Array }

/** The same at the desk, where a reply is shown as soon as it left. */
export type Enclosed = SentFile & MessageView['attachments'][number];

/** Every call rejects with a `Failure`. One runs at a time; the others wait. */
export interface Reporter {
  /** Fetches the module and tries it on a known answer. */
  ready(): Promise<void>;
  /** Fetches and checks the organisation; `fingerprint` is what the link says (`#fp=`), or null. */
  organisation(slug: string, fingerprint: string | null): Promise<OrganisationView>;
  /** Its seven words, as they stand on the poster. */
  words(organisation: OrganisationView): Promise<string[]>;
  /** Whether what was typed is the code that everybody has, found out on the device; `typing` where it is no code. */
  gate(typed: string): Promise<boolean>;
  /** Begins what a report costs beside its text, while she writes; in vain it does no harm. */
  work(): void;
  /** Seals and sends; the same bytes again when it is called again with the same `attempt` after `unacknowledged`. */
  send(draft: Draft, attempt: string, progress: (progress: Progress) => void): Promise<SentView>;
  /** Checks a token's letters on the device; the whole text pasted may surround it. Null: no key, or a typing error. */
  key(typed: string): Promise<string | null>;
  read(token: string): Promise<MailboxView>;
  say(token: string, text: string): Promise<SaidView>;
  take_back(token: string, sequence: number): Promise<void>;
  withdraw(token: string): Promise<SaidView>;
  erase(token: string): Promise<ErasedView>;
  /** As `Stripper.strip`, one file at a time. */
  strip(file: NewFile): Promise<Stripped>;
  /**
   * Sends one file, sealed part by part; where it was interrupted, what is missing of it. `before` is the number of the last
   * one that waits for the same message, or 0.
   */
  attach(token: string, file: NewFile, before: number, progress: (progress: Progress) => void, stop: AbortSignal): Promise<SentFile>;
  /** A message that names files which were sent. */
  name_files(token: string, files: SentFile[]): Promise<SaidView>;
  /** A file of her own conversation, by its number; places of messages count from 1. */
  fetch_file(token: string, message: number, file: number, progress: (progress: Progress) => void, stop: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the worker that held files in its memory. */
  release_files(): void;
  /** Fetches the whole access log, computes it anew and finds who opened what is under this token. */
  receipt(token: string, progress: (progress: Progress) => void): Promise<ReceiptView>;
  /** A C2SP tlog-proof of each access. */
  proofs(token: string, progress: (progress: Progress) => void): Promise<ProofView[]>;
  /** Ends the workers at once: nothing of token or text stays in memory. */
  wipe(): void;
}

export interface Desk {
  ready(): Promise<void>;
  invitation(invitation: string): Promise<InvitationView>;
  /** Makes keys, passphrase and kit on the device; the server knows nothing yet. */
  newcomer(invitation: string, slug: string, name: string, account: string | null): Promise<NewcomerView>;
  /** Hands in what `newcomer` made. */
  accept(): Promise<void>;
  /** The words of the passphrase that are not in the list, each with the nearest one that is. */
  unknown_words(typed: string): Promise<{ word: string; nearest: string }[]>;
  /** Three other words of the list that look like this one. */
  look_alikes(word: string): Promise<string[]>;
  /** Unlocks with the passphrase, or the recovery kit typed in its place. */
  unlock(slug: string, account: string, secret: string): Promise<DeskView>;
  inbox(progress: (progress: Progress) => void): Promise<InboxView>;
  show(n: number): Promise<ShowView>;
  /** Opens many new ones in one transaction, an entry each; answers one after the other as they open. */
  open_all(numbers: number[], progress: (progress: Progress) => void): Promise<ShowView[]>;
  /** With a text, files that were sent, or both. */
  reply(n: number, text: string, files: Enclosed[]): Promise<RepliedView>;
  /** As `Stripper.strip`, one file at a time. */
  strip(file: NewFile): Promise<Stripped>;
  /** Sends one file for a reply that will name it, as `Reporter.attach` does. */
  enclose(n: number, file: NewFile, before: number, progress: (progress: Progress) => void, stop: AbortSignal): Promise<Enclosed>;
  take_back(n: number, sequence: number): Promise<void>;
  /** Keeps an unsent reply, sealed to her alone; an empty one takes it away. */
  draft(n: number, text: string): Promise<DraftedView>;
  /** Fetches a file by its number: an entry in the log. Places of messages count from 1. */
  fetch_file(n: number, message: number, file: number, progress: (progress: Progress) => void, stop: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  note(n: number, text: string): Promise<NotedView>;
  /** `key=value` pairs, as `micromoed desk triage` takes them. */
  triage(n: number, changes: string[]): Promise<TriagedView>;
  people(): Promise<PeopleView>;
  approve(n: number, guardian: boolean): Promise<ApprovalView>;
  gate_code(): Promise<GateCodeView>;
  /** Makes a code for the poster; nobody can show it again. */
  new_gate_code(): Promise<NewGateCodeView>;
  /** Signs a code that another guardian made, from its words. */
  agree_gate_code(words: string): Promise<ApprovalView>;
  remove_gate_code(): Promise<ApprovalView>;
  /** Computes the whole public log anew and reads its lines from this day on, in days since 1970; 0 for all. */
  log(from: number, progress: (progress: Progress) => void): Promise<LogView>;
  /** Ends session and worker: no key stays in memory. */
  lock(): void;
}
