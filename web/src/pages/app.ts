// Everything the reporter's pages know and do, in memory only.

import type { Reporter } from '../crypto/port';
import { empty_fields, leave, leaving } from '../device/exit';
import { watch, type Idle } from '../device/idle';
import { FIRST, Places, type Page, type Place } from '../device/place';
import { effect, signal, type Signal } from '@preact/signals';
import { FACTS, type Language } from '../text/languages';
import { language, t } from '../text/text';
import { Files } from './files';
import { behind } from './mailbox/mailbox';
import { Mailbox } from './mailbox/state';
import { Organisation, type Served } from './organisations/trust';
import { Draft, OPTIONAL } from './threads/draft';
import { Gate } from './threads/gate';
import { Sender } from './threads/sending';

/** Below this, a page says nothing about waiting. */
const UNSEEN_WAIT_MS = 250;

export class App {
  readonly draft = new Draft();
  /** Steps of the report in their order, those that come by themselves left out. */
  readonly questions: string[];
  readonly organisation: Organisation;
  readonly sender: Sender;
  readonly mailbox: Mailbox;
  readonly gate: Gate;
  readonly files: Files;
  /** Where "change" came from: the main button leads back there. */
  readonly changing = signal(false);
  /** Whether the key was copied, saved, printed or told back. */
  readonly kept = signal(false);
  readonly idle: Signal<Idle> = signal<Idle>('awake');

  constructor(
    readonly port: Reporter,
    readonly served: Served,
    readonly places: Places,
    fingerprint: string | null,
    private readonly load: (language: Language) => Promise<void>,
  ) {
    this.questions = [FIRST, ...OPTIONAL.filter((step) => served.questions.includes(step)), 'readers', 'files'];
    this.organisation = new Organisation(port, served, fingerprint);
    this.sender = new Sender(port);
    this.mailbox = new Mailbox(port);
    this.gate = new Gate(port, this.organisation);
    this.files = new Files(port, () => void this.mailbox.refresh());
  }

  /** Takes over from the page that was served. */
  start(): void {
    this.places.follow((place) => this.allowed(place));
    // Not while something is on its way: it would be cut off.
    const watched = (): boolean => this.holds() && this.sender.state.value.stage !== 'working' && !this.files.working();
    watch(this.idle, watched, () => this.clear());
    window.addEventListener('beforeunload', (event) => {
      if (!leaving.now && this.holds_loss()) event.preventDefault();
    });
    // A page that comes back out of the browser's memory must not bring a text with it.
    window.addEventListener('pagehide', () => this.clear());
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();
    });
    // As soon as there is something to send and somebody to send it to.
    effect(() => {
      if (!this.draft.empty.value && this.organisation.verified.value) this.port.work();
    });
    // Before the first question, and not in the midst of it: whoever writes already is asked when she goes on.
    effect(() => {
      this.gate.first.value = this.gate.due.value && this.places.here.value.page === 'report' && this.draft.empty.peek();
    });
    void this.organisation.check();
  }

  /** A step that shows what is no longer there, or what was already sent, gives way to one that does. */
  private allowed({ page, step }: Place): string {
    if (page === 'report') {
      if (this.sender.state.value.stage === 'done') return 'receipt';
      if (this.draft.empty.value) return FIRST;
      if (OPTIONAL.some((each) => each === step) && !this.questions.includes(step)) return 'check';
      const over = step === 'receipt' || (step === 'sending' && this.sender.state.value.stage !== 'working');
      return over ? 'check' : step;
    }
    if (page === 'mailbox' && step !== 'erased' && this.mailbox.token.value === null) return FIRST;
    if (page === 'mailbox' && step === 'erased' && this.mailbox.token.value !== null) return 'thread';
    return step;
  }

  private holds_words(): boolean {
    return !this.draft.empty.value || this.mailbox.words.value.trim() !== '';
  }

  /** A key that nobody has kept yet is lost for good with the page. */
  private holds_loss(): boolean {
    return this.holds_words() || this.files.holds() || (this.sender.state.value.stage === 'done' && !this.kept.value);
  }

  /** Whether there is anything that a passer-by must not see. */
  holds(): boolean {
    const key_shown = this.sender.state.value.stage === 'done';
    return this.holds_words() || this.files.holds() || key_shown || this.mailbox.token.value !== null || this.mailbox.typed.value !== '';
  }

  clear(): void {
    empty_fields();
    this.draft.clear();
    this.sender.clear();
    this.mailbox.clear();
    this.gate.clear();
    this.files.clear();
    this.kept.value = false;
    this.changing.value = false;
    this.port.wipe();
    this.organisation.forget();
  }

  leave(): void {
    // Before the words have come there are none: three dots say as much.
    const words = t('exit-blank');
    void leave(this.places.here.value.depth, words === 'exit-blank' ? '…' : words, () => this.clear());
  }

  /** After the screen was cleared: from the beginning. */
  wake(): void {
    this.idle.value = 'awake';
    this.visit('landing');
  }

  async speak(wanted: Language): Promise<void> {
    try {
      await this.load(wanted);
    } catch {
      // Its words did not come: the page stays as it is, and so does the text.
      return;
    }
    document.documentElement.lang = FACTS[wanted].locale;
    this.places.rename(wanted);
  }

  visit(page: Page): void {
    this.places.visit(language(), page);
    void this.organisation.check();
  }

  /** From a question to the next, or back to the check page where it came from there. */
  next(step: string): void {
    const to = this.changing.value ? 'check' : step;
    this.changing.value = false;
    this.places.go(to);
  }

  /** The question behind this one. */
  after(step: string): string {
    return this.questions[this.questions.indexOf(step) + 1] ?? 'check';
  }

  onward(step: string): void {
    this.next(this.after(step));
  }

  change(step: string): void {
    this.changing.value = true;
    this.places.go(step);
  }

  /** The code, before this step. */
  ask_code(step: string): void {
    this.gate.then = step;
    this.changing.value = false;
    if (this.places.here.value.step === 'sending') this.places.swap('code');
    else this.places.go('code');
  }

  async send(): Promise<void> {
    if (this.sender.state.value.stage === 'working') return;
    if (this.gate.due.value) return this.ask_code('check');
    const slow = setTimeout(() => this.places.go('sending'), UNSEEN_WAIT_MS);
    await this.organisation.check();
    const wanted = await this.sender.send(this.draft, this.gate.code.value);
    clearTimeout(slow);
    if (!wanted) return;
    const { stage, result, failure } = this.sender.state.value;
    if (failure?.problem === 'gate-code') {
      // Another code by now: everything else stays.
      this.sender.clear();
      this.gate.renew();
      this.ask_code('check');
    } else if (stage === 'done' && result) {
      this.draft.clear();
      this.kept.value = false;
      // The text is there, and she has her key: whatever becomes of the files, neither is lost.
      void this.files.parts.value?.report.send(result.token);
      if (this.places.here.value.step === 'sending') this.places.swap('receipt');
      else this.places.go('receipt');
    } else if (this.places.here.value.step === 'sending') this.places.back();
  }

  /** From the receipt straight into the conversation, with the key still in hand. */
  async into_mailbox(): Promise<void> {
    const token = this.sender.state.value.result?.token;
    if (!token) return;
    this.mailbox.token.value = token;
    // Where reading fails, the door opens with the key in it.
    this.mailbox.typed.value = token;
    this.mailbox.fresh.value = true;
    this.sender.clear();
    await this.open_mailbox(true);
  }

  /** Says what was written, then sends the files; with files alone there is nothing to say first. */
  async say(text: string): Promise<boolean> {
    const { mailbox } = this;
    const letter = this.files.parts.value?.letter;
    const token = mailbox.token.value;
    if (text !== '' && !(await mailbox.say(text))) return false;
    if (letter && token !== null && !letter.begun.value && letter.goes().length > 0) void letter.send(token);
    return true;
  }

  async open_mailbox(visit: boolean): Promise<boolean> {
    const [well] = await Promise.all([this.mailbox.read(), behind.load()]);
    const view = this.mailbox.view.value;
    const there = well && view !== null && view.status !== 'unknown' && view.status !== 'erased';
    if (visit) this.visit('mailbox');
    if (there && visit) this.places.swap('thread');
    else if (there) this.places.go('thread');
    else this.mailbox.token.value = null;
    return there;
  }

  /** The key that was typed; what is wrong with it stands in `mailbox.failure`. */
  async unlock(): Promise<boolean> {
    const { mailbox } = this;
    mailbox.failure.value = null;
    await this.organisation.check();
    const trust = this.organisation.trust.value;
    if (trust.stage === 'away') {
      mailbox.failure.value = trust.failure;
      return false;
    }
    return (await mailbox.accept(mailbox.typed.value)) && this.open_mailbox(false);
  }
}
