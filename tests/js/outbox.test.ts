// The phone's outbox: one after the other, until each is answered; the newest answer is the one that stays.

import assert from 'node:assert/strict';
import test from 'node:test';
import { effect } from '@preact/signals';
import { Outbox } from '../../static/src/shared/live/outbox';

const YES = { ok: true, rev: 1 };
const NO = { ok: false, code: 'round_closed', message: 'This round has closed.' };
const LOST = { ok: false, code: 'timeout', message: '' };
const soon = () =>
  new Promise((done) => {
    setTimeout(done, 0);
  });

/** An outbox over a line that answers as told, then with yes. */
function outbox(...answers: any[]) {
  const sent: any[] = [];
  let kept: any = null;
  const store = {
    read: () => kept,
    write: (value: any) => {
      kept = structuredClone(value);
    },
    clear: () => {
      kept = null;
    },
  };
  const send = async (name: string, body: any, id: string) => {
    sent.push({ name, card: body.card, stage: body.stage, id });
    await soon();
    return answers.shift() ?? YES;
  };
  const box = new Outbox({ store, send: send as any, pause: soon });
  return { box, sent, store };
}

export type Box = Outbox;
const place = (box: Box, card: string, stage: string) =>
  box.post('board.place', { card, stage }, { about: `r1 ${card}`, round: 'r1' });
const idle = async (box: Box) => {
  while (box.running) await soon();
};

test('one operation is repeated under its one id until it is answered', async () => {
  const { box, sent } = outbox(LOST, { ok: false, code: 'saving', message: '' });
  place(box, 'c1', 'low');
  await idle(box);
  assert.equal(sent.length, 3);
  assert.equal(new Set(sent.map((s) => s.id)).size, 1);
  assert.equal(box.stateOf('r1 c1')?.state, 'sent');
  assert.equal(box.waiting(), 0);
});

test('what was not sent yet is replaced by what came later', async () => {
  const { box, sent } = outbox();
  place(box, 'c1', 'low');
  place(box, 'c2', 'low');
  place(box, 'c2', 'high');
  await idle(box);
  assert.deepEqual(
    sent.map((s) => `${s.card} ${s.stage}`),
    ['c1 low', 'c2 high'],
  );
});

test('what is under way is answered before what replaces it is sent', async () => {
  const { box, sent } = outbox(LOST, LOST, YES);
  place(box, 'c1', 'low');
  place(box, 'c1', 'high');
  assert.equal(box.stateOf('r1 c1')?.body.stage, 'high');
  await idle(box);
  assert.deepEqual(
    sent.map((s) => s.stage),
    ['low', 'low', 'low', 'high'],
  );
  assert.equal(box.operations.value.length, 1);
});

test('a new epoch gets the newest of each again and nothing that was replaced', async () => {
  const { box, sent } = outbox();
  place(box, 'c1', 'low');
  await soon();
  place(box, 'c1', 'high');
  place(box, 'c2', 'low');
  await idle(box);
  const first = sent.splice(0);
  box.again();
  await idle(box);
  assert.deepEqual(
    sent.map((s) => s.id),
    first.slice(1).map((s) => s.id),
  );
});

const SAVING = { ok: false, code: 'saving', message: '' };

test('a new epoch is not waited out: what waits longer each time goes out at once, and soon again', async () => {
  const pauses: number[] = [];
  const { box, sent } = outbox(...Array(5).fill(SAVING));
  const long = new Promise(() => {});
  box.pause = (ms) => {
    pauses.push(ms);
    return ms < 2000 ? soon() : long;
  };
  place(box, 'c1', 'low');
  while (pauses.at(-1) !== 2400) await soon();
  box.again();
  await idle(box);
  assert.deepEqual(pauses, [300, 600, 1200, 2400, 300]);
  assert.equal(sent.length, 6);
  assert.equal(box.stateOf('r1 c1')?.state, 'sent');
});

test('a new epoch that comes while one is under way finds no long pause after it', async () => {
  const pauses: number[] = [];
  const { box } = outbox(...Array(5).fill(SAVING));
  box.pause = (ms) => {
    if (pauses.push(ms) === 4) setTimeout(() => box.again(), 0); // its next attempt has gone out by then
    return Promise.resolve();
  };
  place(box, 'c1', 'low');
  await idle(box);
  assert.deepEqual(pauses, [300, 600, 1200, 2400, 300]);
});

test('a no is kept as a no and not sent again', async () => {
  const { box, sent } = outbox(NO);
  place(box, 'c1', 'low');
  await idle(box);
  assert.deepEqual([box.stateOf('r1 c1')?.state, box.stateOf('r1 c1')?.message], ['refused', NO.message]);
  box.again();
  await idle(box);
  assert.equal(sent.length, 1);
});

test('a phone that was switched off goes on where it was', async () => {
  const { box, store } = outbox();
  place(box, 'c1', 'low');
  const sent: string[] = [];
  const send = async (_name: string, _body: any, id: string) => {
    sent.push(id);
    return YES;
  };
  const again = new Outbox({ store, send: send as any, pause: soon });
  await again.run();
  assert.deepEqual(sent, [box.operations.value[0].id]);
});

test('what belongs to a closed round is forgotten, and what waits is not', async () => {
  const { box } = outbox();
  place(box, 'c1', 'low');
  await idle(box);
  box.forgetClosed((round) => round !== 'r1');
  assert.equal(box.operations.value.length, 0);
});

test('a page is told when words go out, for then they cannot be taken back', async () => {
  const { box } = outbox(LOST);
  const shown: any[] = [];
  const stop = effect(() => {
    shown.push(box.operations.value.map((o) => o.tried));
  });
  box.post('questions.ask', { text: 'Why?' });
  await idle(box);
  assert.deepEqual(shown, [[], [false], [true], []]);
  stop();
});
