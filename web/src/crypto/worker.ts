// Runs the journeys of the crate `client` inside the module, one at a time, and makes their requests.

import { OPERATIONS } from './operations';
import type { Progress, Reason } from './port';
import type { Ask, Place, Refusal, Said, Stop } from './protocol';
import { Broken, CODES, Module, Uncompiled, Unloaded, fields_of, number_of, text_of, type Field } from './seam';

/** Before a request is made once more with the same bytes: what it creates has a name of its own. */
const PAUSES_MS = [1_000, 4_000, 10_000];
/** One try. */
const PATIENCE_MS = 20_000;
/** What a busy server, or a gateway before one that is down, says. */
const PASSING = [429, 500, 502, 503, 504];
const CREATES = '/api/v1/threads';
const DAY_MS = 86_400_000;
/** Their beginning is told to a browser in which they take seconds. */
const LONG: number[] = [OPERATIONS.SEND, OPERATIONS.ATTACH, OPERATIONS.FETCH];

/** By their addresses: of a desk there are two. */
const modules = new Map<string, Promise<Module>>();
let turn: Promise<void> = Promise.resolve();
/** One for each call that has not ended. */
const stops = new Map<number, AbortController>();

self.addEventListener('message', ({ data }: MessageEvent<Ask | Stop>) => {
  if ('stop' in data) return void stops.get(data.stop)?.abort();
  const stop = new AbortController();
  stops.set(data.id, stop);
  turn = turn.then(() => run(data, stop.signal)).then(() => void stops.delete(data.id));
});

function post(said: Said): void {
  self.postMessage(said);
}

function loaded_from({ module, twin }: Place): Promise<Module> {
  const known = modules.get(module);
  if (known) return known;
  const loading = Module.load(module, twin).then((loaded) => {
    loaded.begin(self.location.origin, Math.floor(Date.now() / DAY_MS));
    return loaded;
  });
  modules.set(module, loading);
  // It may come the next time.
  loading.catch(() => modules.delete(module));
  return loading;
}

/** What a module hands over, as the fields of what takes it. It is a secret: whoever used it wipes it. */
async function handed_over(from: Place): Promise<Uint8Array> {
  const { code, out } = (await loaded_from(from)).call(OPERATIONS.HAND_OVER, []);
  if (code !== CODES.done) throw new Broken('nothing is handed over');
  return out;
}

async function run({ id, of, from, operation, fields: asked }: Ask, stop: AbortSignal): Promise<void> {
  try {
    const loaded = await loaded_from(of);
    const begun = performance.now();
    const fields: Field[] = await Promise.all(asked.map(async (field) => (field instanceof Blob ? new Uint8Array(await field.arrayBuffer()) : field)));
    if (loaded.slow && LONG.includes(operation)) post({ id, progress: { stage: 'slow' } });
    const secret = from && (await handed_over(from));
    if (secret) fields.push(secret);
    let step = operation === OPERATIONS.TRY ? { code: CODES.done as number, out: new Uint8Array() } : loaded.call(operation, fields);
    secret?.fill(0);
    for (;;) {
      switch (step.code) {
        case CODES.done:
          post({ id, answer: step.out.length > 0 ? JSON.parse(text_of(step.out)) : null });
          return;
        case CODES.file: {
          // Views into one buffer, which goes to the page as it is.
          const [document, bytes] = fields_of(step.out);
          self.postMessage({ id, answer: { ...JSON.parse(text_of(document)), bytes } } satisfies Said, { transfer: [step.out.buffer] });
          return;
        }
        case CODES.request: {
          const [method, path, kind, body] = fields_of(step.out);
          const creates = text_of(path) === CREATES;
          const tell = (progress: Progress): void => void (creates && post({ id, progress }));
          tell({ stage: 'sealed', milliseconds: performance.now() - begun });
          const { status, answer } = await ask(text_of(method), text_of(path), text_of(kind), body, stop, () => tell({ stage: 'sent' }));
          if (status >= 200 && status < 300) tell({ stage: 'stored' });
          step = loaded.call(OPERATIONS.ANSWER, [status, answer]);
          break;
        }
        case CODES.progress: {
          const [done, total] = fields_of(step.out);
          post({ id, progress: { stage: 'count', done: number_of(done), total: number_of(total) } });
          step = loaded.call(OPERATIONS.ANSWER, []);
          break;
        }
        default:
          post({ id, failure: JSON.parse(text_of(step.out)) as Refusal });
          return;
      }
    }
  } catch (error) {
    post({ id, failure: { reason: reason_of(error), detail: String(error), problem: '', size: 0, unloaded: error instanceof Unloaded && modules.size === 0 } });
  }
}

function reason_of(error: unknown): Reason {
  if (error instanceof Unloaded) return 'unacknowledged';
  if (error instanceof Uncompiled) return 'uncompiled';
  return error instanceof Broken || error instanceof TypeError ? 'module' : 'fault';
}

interface Answered { status: number; answer: Uint8Array }

/** Asks until somebody answers, patience ends or nobody waits any more: status 0 says that nobody answered. */
async function ask(
  method: string, path: string, kind: string, body: Uint8Array | undefined, stop: AbortSignal, sent: () => void,
): Promise<Answered> {
  let last: Answered = { status: 0, answer: new Uint8Array() };
  for (const pause of [...PAUSES_MS, null]) {
    if (stop.aborted) return { status: 0, answer: new Uint8Array() };
    try {
      const bodiless = method === 'GET' || method === 'DELETE';
      const response = await fetch(path, {
        method,
        ...(bodiless ? {} : { body: (body ?? new Uint8Array()) as BodyInit, headers: { 'content-type': kind } }),
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: patience(stop),
      });
      sent();
      last = { status: response.status, answer: new Uint8Array(await response.arrayBuffer()) };
      if (!PASSING.includes(response.status)) return last;
    } catch {
      last = { status: 0, answer: new Uint8Array() };
    }
    if (pause !== null) await wait(pause, stop);
  }
  return last;
}

/** As long as one try may take. */
function patience(stop: AbortSignal): AbortSignal {
  const end = new AbortController();
  setTimeout(() => end.abort(), PATIENCE_MS);
  stop.addEventListener('abort', () => end.abort(), { once: true });
  return end.signal;
}

function wait(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
