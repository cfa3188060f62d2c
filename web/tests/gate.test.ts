import assert from 'node:assert/strict';
import { test } from 'node:test';
import { make_port as make_desk_port, type Setting } from '../gallery/desk-port';
import { make_port, type Behaviour } from '../gallery/fixture';
import type { Reporter } from '../src/crypto/port';
import type { Session } from '../src/pages/desk/session';
import { make_gate } from '../src/pages/desk/gate';
import { Organisation, type Served } from '../src/pages/organisations/trust';
import { Draft } from '../src/pages/threads/draft';
import { Gate } from '../src/pages/threads/gate';
import { Sender } from '../src/pages/threads/sending';

const CODE = 'abacus bagel yo-yo cactus zoom';

function gate_of(behaviour: Behaviour, served: Partial<Served> = {}) {
  const port = make_port(behaviour);
  const all: Served = {
    slug: 'noord', name: 'Noord', language: 'nl-be', coach: 'Ilse', readers: 'Ilse', answer_by: '2026-11-28', answer_by_text: '', version: '',
    questions: [], total: '3',
    quiet: false, test: false, closed: false, gate: false, ...served,
  };
  const gate = new Gate(port, new Organisation(port, all, null));
  gate.typed.value = CODE;
  return gate;
}

test('a code is due where the roster asks for one, and where the page that was served says so', async () => {
  assert.equal(gate_of({}).due.value, false);
  assert.equal(gate_of({}, { gate: true }).due.value, true);
  const asked = gate_of({ organisation: { gate: true } });
  assert.equal(await asked.check(), 'right');
  assert.deepEqual([asked.due.value, asked.code.value], [false, CODE]);
});

test('a code that is not everybody’s is not taken, and what was typed stays', async () => {
  for (const [behaviour, verdict] of [
    [{ code: false }, 'other'], [{ code: 'typing' }, 'typing'], [{ trust: 'unacknowledged' }, 'away'],
  ] as const) {
    const gate = gate_of({ organisation: { gate: true }, ...behaviour }, { gate: true });
    assert.equal(await gate.check(), verdict);
    assert.deepEqual([gate.due.value, gate.code.value, gate.typed.value], [true, '', CODE]);
  }
});

test('a code that counts no longer is asked for anew, and the organisation looked at anew', async () => {
  const gate = gate_of({ organisation: { gate: true } });
  await gate.check();
  gate.renew();
  assert.deepEqual([gate.due.value, gate.typed.value, gate.changed.value], [true, '', true]);
  gate.typed.value = CODE;
  assert.equal(await gate.check(), 'right');
  assert.equal(gate.changed.value, false);
});

test('another code is another attempt: what was sealed with the first is not sent with it', async () => {
  const attempts: string[] = [];
  const port: Reporter = { ...make_port({ send: 'unacknowledged' }), send: (draft, attempt) => {
    attempts.push(`${attempt} ${draft.code}`);
    return Promise.reject(new Error('away'));
  } };
  const [sender, draft] = [new Sender(port), new Draft()];
  draft.text.value = 'Te luid.';
  for (const code of ['one', 'one', 'two']) await sender.send(draft, code);
  assert.deepEqual(attempts, ['attempt 1 one', 'attempt 1 one', 'attempt 3 two']);
});

const session = { call: <T>(promise: Promise<T>) => promise } as unknown as Session;
const desk_gate = (setting: Setting) => make_gate(make_desk_port(setting), session);

test('a code that was made stands at the desk until it is locked', async () => {
  const gate = desk_gate({});
  await gate.load();
  assert.equal(gate.view.value?.since, null);
  await gate.make();
  assert.equal(gate.made.value?.code, CODE);
  assert.notEqual(gate.view.value?.since, null);
  gate.forget();
  assert.deepEqual([gate.made.value, gate.view.value, gate.typed.value], [null, null, '']);
});

test('a second guardian signs with the words, and wrong ones change nothing', async () => {
  const waits = { since: null, former: false, proposal: { removes: false, mine: false, signatures: 1, needed: 2 } };
  const gate = desk_gate({ gate: waits, fail: { agree_gate_code: ['usage'] } });
  await gate.load();
  gate.typed.value = 'abacus';
  await gate.agree();
  assert.deepEqual([gate.failure.value?.reason, gate.typed.value, gate.view.value?.proposal], ['usage', 'abacus', waits.proposal]);
  const right = desk_gate({ gate: waits });
  await right.load();
  right.typed.value = CODE;
  await right.agree();
  assert.deepEqual([right.view.value?.proposal, right.typed.value], [null, '']);
});
