// What was stored is kept until what took its place is stored: logs that come back may be older, and then newer again.

import assert from 'node:assert/strict';
import test from 'node:test';
import { memory } from '../../static/src/shared/live/memory';
import { Outbox } from '../../static/src/shared/live/outbox';
import { Occasions } from '../../static/src/phone/occasions';

const YES = { ok: true, rev: 1 };
const CLOSED = { ok: false, code: 'round_closed', message: 'This round has closed.' };
const LOST = { ok: false, code: 'timeout', message: '' };
const soon = () =>
  new Promise((done) => {
    setImmediate(done);
  });
const nowhere = () => ({ read: () => null, write() {}, clear() {} });
const at = (stage: string) => ({ stage, missing: [], reasons: [], certainty: null, skipped: false });

/** A phone on a line that answers as told (a function is called and answers), then with yes. */
function phone(...answers: any[]) {
  const sent: [stage: string, id: string][] = [];
  const send = async (_name: string, body: any, id: string) => {
    sent.push([body.stage ?? body.text, id]);
    await soon();
    const answer = answers.shift() ?? YES;
    return typeof answer === 'function' ? answer() : answer;
  };
  const held = memory(nowhere());
  const outbox = new Outbox({ store: nowhere(), send: send as any, pause: soon });
  const occasions = new Occasions({ memory: held, outbox });
  const idle = async () => {
    do await soon();
    while (outbox.running);
  };
  const tap = async (stage: string) => {
    occasions.tap('r1', 'c', at(stage));
    clearTimeout(occasions.clock);
    await idle();
  };
  const epoch = async () => {
    occasions.again();
    await idle();
  };
  /** What the page says of the card: where it is, and whether that is sent. */
  const shown = () => [held.placed('r1').c?.stage, outbox.stateOf('r1 c')?.state];
  const stages = () => sent.splice(0).map(([stage]) => stage);
  return { sent, held, outbox, occasions, idle, tap, epoch, shown, stages, answers };
}

test('a stored answer is sent again when the one that took its place was refused by an older log', async () => {
  const { tap, epoch, sent, shown, held, outbox } = phone(YES, CLOSED);
  await tap('low');
  const [[, id]] = sent;
  held.refill({ round: 'r1', placements: {} } as any); // of the log that came back, which has none of it
  await tap('high');
  assert.deepEqual(shown(), ['low', 'refused']);
  sent.length = 0;
  await epoch();
  assert.deepEqual(sent, [['low', id]]);
  assert.deepEqual(shown(), ['low', 'sent']);
  assert.equal(outbox.operations.value.length, 1);
});

test('on its way again it is shown as what waits', async () => {
  const seen: any[] = [];
  const { tap, epoch, shown, answers } = phone(YES, CLOSED);
  await tap('low');
  await tap('high');
  answers.push(() => {
    seen.push(shown());
    return YES;
  });
  await epoch();
  assert.deepEqual(seen, [['low', 'waiting']]);
});

test('an older answer stays at home while a newer one may have arrived', async () => {
  const { tap, outbox, occasions, idle, shown, stages, answers } = phone();
  await tap('low');
  answers.push(() => {
    occasions.again();
    return LOST;
  });
  await tap('high');
  await idle();
  assert.deepEqual(stages(), ['low', 'high', 'high']);
  assert.deepEqual(shown(), ['high', 'sent']);
  assert.equal(outbox.operations.value.length, 1);
});

test('it goes when the newer one is refused', async () => {
  const { tap, occasions, shown, stages, answers } = phone();
  await tap('low');
  answers.push(() => {
    occasions.again();
    return CLOSED;
  });
  await tap('high');
  assert.deepEqual(stages(), ['low', 'high', 'low']);
  assert.equal(shown()[0], 'low');
});

test('so it does after the page was loaded again, of which nobody knows what went out', async () => {
  const kept = ['low', 'high'].map((stage) => ({
    id: stage,
    name: 'board.place',
    body: { stage },
    about: 'r1 c',
    round: 'r1',
    state: stage === 'low' ? ('sent' as const) : ('waiting' as const),
    message: '',
    tried: true,
  }));
  const sent: string[] = [];
  const send = async (_name: string, _body: any, id: string) => {
    sent.push(id);
    return sent.length > 1 ? YES : CLOSED;
  };
  const outbox = new Outbox({ store: { ...nowhere(), read: () => kept }, send: send as any, pause: soon });
  outbox.again();
  while (outbox.running) await soon();
  assert.deepEqual(sent, ['high', 'low']);
});

test('a no that may have come too late is asked about again, the newest first', async () => {
  const { tap, epoch, shown, stages, outbox } = phone(YES, LOST, CLOSED);
  await tap('low');
  await tap('high');
  assert.deepEqual(shown(), ['high', 'refused']);
  stages();
  await epoch();
  assert.deepEqual(stages(), ['high']);
  assert.deepEqual(shown(), ['high', 'sent']);
  assert.equal(outbox.operations.value.length, 1);
});

test('what was stored once is sent again also after a log that refused it', async () => {
  const { tap, epoch, shown, stages } = phone(YES, CLOSED);
  await tap('low');
  await epoch();
  assert.deepEqual(shown(), ['low', 'refused']);
  await epoch();
  assert.deepEqual(stages(), ['low', 'low', 'low']);
  assert.deepEqual(shown(), ['low', 'sent']);
});

test('and so when another answer was given in between, and refused as well', async () => {
  const { tap, epoch, shown, stages, outbox } = phone(YES, CLOSED, CLOSED);
  await tap('low');
  await epoch();
  await tap('high');
  assert.deepEqual(shown(), ['low', 'refused']);
  assert.equal(outbox.waiting(), 0);
  stages();
  await epoch();
  assert.deepEqual(stages(), ['low']);
  assert.deepEqual(shown(), ['low', 'sent']);
});

test('two messages of one card are one in the outbox once both are stored, and none when the round has closed', async () => {
  const { tap, idle, occasions, stages, outbox } = phone();
  await tap('low');
  occasions.leave();
  await idle();
  assert.deepEqual(stages(), ['low', 'low']);
  assert.equal(outbox.operations.value.length, 1);
  await tap('high');
  outbox.forgetClosed(() => false);
  assert.equal(outbox.operations.value.length, 0);
});

test('refused words stay where they are while what they were to replace is sent again', async () => {
  const { outbox, idle, epoch, stages } = phone(YES, CLOSED);
  const say = async (text: string) => {
    outbox.post('reflection.say', { round: 'q1', text }, { about: 'q1 will_do', round: 'q1' });
    await idle();
  };
  await say('Ask');
  await say('Ask earlier');
  await epoch();
  assert.deepEqual(stages(), ['Ask', 'Ask earlier', 'Ask']);
  assert.deepEqual(
    outbox.operations.value.map((o) => [o.body.text, o.state]),
    [
      ['Ask', 'sent'],
      ['Ask earlier', 'refused'],
    ],
  );
});

test('what belongs to no round is not asked about again', async () => {
  const { outbox, idle, epoch, stages } = phone(LOST, CLOSED);
  outbox.post('plan.would', { stage: 'a1', on: true }, { about: 'would a1' });
  await idle();
  await epoch();
  assert.deepEqual(stages(), ['a1', 'a1']);
});
