// The page's end of the worker: calls go out, answers and progress come back.

import { OPERATIONS, type Operation } from './operations';
import { Failure, type Progress } from './port';
import type { Ask, Place, Said, Stop } from './protocol';
import type { Twin } from './twins';
import worker_address from './worker?worker&url';

interface Waiting {
  settle: (answer: unknown) => void;
  refuse: (failure: Failure) => void;
  progress: ((progress: Progress) => void) | undefined;
}

// One policy, one constant address: every other sink stays closed (`trusted-types micromoed-worker`).
const policy = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string } } })
  .trustedTypes?.createPolicy('micromoed-worker', { createScriptURL: () => worker_address });

export class Link {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  private readonly of: Place;

  constructor(module: string, twin?: Twin) {
    this.of = { module, twin };
  }

  call<T>(
    operation: Operation, fields: Ask['fields'], progress?: (progress: Progress) => void, stop?: AbortSignal,
    { of = this.of, from }: Pick<Partial<Ask>, 'of' | 'from'> = {},
  ): Promise<T> {
    const id = this.next;
    this.next += 1;
    stop?.addEventListener('abort', () => this.worker?.postMessage({ stop: id } satisfies Stop), { once: true });
    return new Promise<T>((settle, refuse) => {
      this.waiting.set(id, { settle: settle as (answer: unknown) => void, refuse, progress });
      this.running().postMessage({ id, of, from, operation, fields } satisfies Ask);
    });
  }

  /** The module is here and computes what it should. */
  async ready(of = this.of): Promise<void> {
    await this.call(OPERATIONS.TRY, [], undefined, undefined, { of });
  }

  /** Ends the worker with all it holds; the next call begins with a new one. */
  end(why = new Failure('unacknowledged', 'ended')): void {
    this.worker?.terminate();
    this.worker = undefined;
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { refuse } of left) refuse(why);
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const address = policy ? policy.createScriptURL('') : worker_address;
    const worker = new Worker(address, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => this.hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.worker === worker) this.end(new Failure('module', 'the worker stopped'));
    });
    this.worker = worker;
    return worker;
  }

  private hear(said: Said): void {
    const waiting = this.waiting.get(said.id);
    if (!waiting) return;
    if ('progress' in said) {
      waiting.progress?.(said.progress);
      return;
    }
    this.waiting.delete(said.id);
    if ('failure' in said) {
      const { reason, detail, problem, size, unloaded } = said.failure;
      // What did not load may load the next time; some browsers remember for each worker that an import failed.
      if (reason === 'module' || unloaded) this.end();
      waiting.refuse(new Failure(reason, detail, problem, size));
    } else waiting.settle(said.answer);
  }
}
