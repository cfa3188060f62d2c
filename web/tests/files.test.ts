// Files on their way: what is refused, what goes on, what is thrown away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effect } from '@preact/signals';
import { Failure, type NewFile, type SentFile } from '../src/crypto/port';
import { Batch, type Port } from '../src/files/batch';
import { picture_type } from '../src/files/picture';
import { ending_of, type Stage } from '../src/files/selection';

interface Told { attached: { ending: string; before: number }[]; named: number[][]; heard: number; released: number }

/** A port that does as it is told: `fail` may throw for a file, by its ending. */
function make(fail: (ending: string, tries: number) => Failure | null = () => null) {
  const told: Told = { attached: [], named: [], heard: 0, released: 0 };
  const tries = new Map<string, number>();
  const port: Port = {
    strip: async ({ ending, bytes }: NewFile) => ({
      kind: 'other', gone: [], assurance: 'untouched', ending, bytes: new Uint8Array(await bytes.arrayBuffer()),
    }),
    attach: async (_token, { ending }, before, progress, stop) => {
      told.attached.push({ ending, before });
      tries.set(ending, (tries.get(ending) ?? 0) + 1);
      progress({ stage: 'count', done: 0, total: 2 });
      const failure = fail(ending, tries.get(ending) ?? 0);
      if (ending === 'slow') {
        await new Promise<void>((end) => stop.addEventListener('abort', () => end()));
        throw new Failure('unacknowledged');
      }
      if (failure) throw failure;
      return { number: before + 1, bytes: new Uint8Array() };
    },
    name_files: (_token, files: SentFile[]) => {
      told.named.push(files.map(({ number }) => number));
      return Promise.resolve({ sequence: 1, day: '2026-11-21' });
    },
    release_files: () => void (told.released += 1),
  };
  return { told, batch: new Batch(port, () => void (told.heard += 1)) };
}

const file = (name: string, size = 10): File => new File([new Uint8Array(size)], name);
const stages = (batch: Batch): Stage[] => batch.rows.value.map(({ stage }) => stage);

function until(batch: Batch, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    const stop = effect(() => {
      if (batch.rows.value && holds()) queueMicrotask(() => { stop(); done(); });
    });
  });
}
const cleaned = (batch: Batch): Promise<void> => until(batch, () => !stages(batch).includes('cleaning'));

test('of a name its ending is read, and nothing else', () => {
  for (const [name, ending] of [['Jan 2026.JPG', 'jpg'], ['a.tar.gz', 'gz'], ['none', ''], ['x.', ''], ['a.met spatie', '']] as const) {
    assert.equal(ending_of(name), ending, name);
  }
});

test('what no message takes is refused with its reason, and the rest goes', async () => {
  const { batch, told } = make();
  const gone = file('gone.png');
  gone.arrayBuffer = () => Promise.reject(new DOMException('it went away', 'NotReadableError'));
  batch.add([file('empty.txt', 0), file('large.mov', (25 << 20) + 1), gone, file('most.pdf', 25 << 20)]);
  await cleaned(batch);
  assert.deepEqual(batch.rows.value.map(({ fault }) => fault), ['empty', 'large', 'unreadable', null]);
  await batch.send('key');
  assert.deepEqual(told.attached, [{ ending: 'pdf', before: 0 }]);
  assert.deepEqual([told.named, told.heard, told.released], [[[1]], 1, 1]);
  assert.equal(batch.holds(), false);
});

test('ten go with one message; the eleventh is told so', async () => {
  const { batch } = make();
  batch.add(Array.from({ length: 11 }, (_, n) => file(`${n}.txt`)));
  assert.equal(batch.rows.value.length, 10);
  assert.equal(batch.over.value, true);
  await cleaned(batch);
  batch.remove(batch.rows.value[0]?.id ?? 0);
  batch.add([file('more.txt')]);
  assert.deepEqual([batch.rows.value.length, batch.over.value], [10, false]);
  await cleaned(batch);
});

test('what fails keeps nothing else back, and goes with a message of its own when it is tried again', async () => {
  const { batch, told } = make((ending, tries) => (ending === 'two' && tries === 1 ? new Failure('problem', '', 'no-room') : null));
  batch.add([file('a.one'), file('a.two'), file('a.three')]);
  await cleaned(batch);
  await batch.send('key');
  assert.deepEqual(stages(batch), ['arrived', 'failed', 'arrived']);
  assert.deepEqual(told.attached.map(({ before }) => before), [0, 1, 1]);
  assert.deepEqual(told.named, [[1, 2]]);
  assert.equal(batch.rows.value[1]?.failure?.problem, 'no-room');
  batch.again(batch.rows.value[1]?.id ?? 0, 'key');
  await until(batch, () => stages(batch).every((stage) => stage === 'arrived'));
  assert.deepEqual(told.named, [[1, 2], [1]]);
});

test('a line that breaks keeps the order: it goes on with the same file, under the same number', async () => {
  const { batch, told } = make((ending, tries) => (ending === 'two' && tries === 1 ? new Failure('unacknowledged') : null));
  batch.add([file('a.one'), file('a.two'), file('a.three')]);
  await cleaned(batch);
  await batch.send('key');
  assert.deepEqual([stages(batch), batch.broken.value, batch.working.value], [['sent', 'ready', 'ready'], true, false]);
  assert.deepEqual([told.named, told.released], [[], 0]);
  assert.equal(batch.holds(), true);
  await batch.send('key');
  assert.deepEqual(told.attached.map(({ before }) => before), [0, 1, 1, 2]);
  assert.deepEqual(told.named, [[1, 2, 3]]);
  assert.deepEqual([batch.broken.value, batch.holds()], [false, false]);
});

test('one is stopped and the next goes; what waits can be stopped too', async () => {
  const { batch, told } = make();
  batch.add([file('a.slow'), file('a.two'), file('a.three')]);
  await cleaned(batch);
  const [slow, , three] = batch.rows.value;
  const sent = batch.send('key');
  await until(batch, () => stages(batch)[0] === 'sending');
  batch.stop(three?.id ?? 0);
  batch.stop(slow?.id ?? 0);
  await sent;
  assert.deepEqual([stages(batch), batch.broken.value], [['stopped', 'arrived', 'stopped'], false]);
  assert.deepEqual(told.named, [[1]]);
});

test('what was thrown away is not heard of any more', async () => {
  const { batch, told } = make();
  batch.add([file('a.slow')]);
  await cleaned(batch);
  const sent = batch.send('key');
  await until(batch, () => stages(batch)[0] === 'sending');
  batch.clear();
  await sent;
  assert.deepEqual([batch.rows.value, told.named, told.heard, batch.working.value], [[], [], 0, false]);
});

test('a picture is what its bytes say, and never a document', () => {
  const bytes = (...all: (number | string)[]): Uint8Array =>
    new Uint8Array(all.flatMap((each) => (typeof each === 'string' ? [...each].map((sign) => sign.charCodeAt(0)) : [each])));
  assert.equal(picture_type(bytes(0xff, 0xd8, 0xff, 0xe0)), 'image/jpeg');
  assert.equal(picture_type(bytes('\x89PNG\r\n\x1a\n')), 'image/png');
  assert.equal(picture_type(bytes('GIF89a')), 'image/gif');
  assert.equal(picture_type(bytes('RIFF', 0, 0, 0, 0, 'WEBP')), 'image/webp');
  for (const other of [bytes('<svg xmlns="http://www.w3.org/2000/svg">'), bytes('%PDF-1.7'), bytes('RIFF', 0, 0, 0, 0, 'WAVE'), bytes()]) {
    assert.equal(picture_type(other), null);
  }
});
