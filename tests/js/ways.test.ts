// Which way is tried next: polling at once when a WebSocket fails or dies young, WebSocket again later.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterArrival,
  afterEnd,
  afterLater,
  FIRST,
  lookAgain,
  spread,
  STEADY,
  within,
} from '../../static/src/shared/live/ways';

const never = { lived: null };

test('a websocket that does not come up leads to polling at once, and polling to websocket after a moment', () => {
  const one = afterEnd(FIRST, 'websocket', never);
  assert.deepEqual([one.way, one.waits], ['polling', 0]);
  const two = afterEnd(one, 'polling', never);
  assert.equal(two.way, 'websocket');
  assert.ok(two.waits > 0);
});

test('whoever can do neither waits longer and longer, up to four seconds, and gives slow networks more and more time', () => {
  let plan = FIRST;
  const waits = [];
  const patience = [];
  for (let n = 0; n < 8; n += 1) {
    patience.push(within(plan));
    plan = afterEnd(afterEnd(plan, 'websocket', never), 'polling', never);
    waits.push(plan.waits);
  }
  assert.deepEqual(
    waits,
    [...waits].sort((a, b) => a - b),
  );
  assert.equal(waits.at(-1), 4000);
  assert.ok(patience[0] <= 4000 && (patience.at(-1) ?? 0) >= 15_000);
});

test('a room by polling begins anew with websocket when it ends, and with short waits', () => {
  const plan = afterArrival({ ...FIRST, way: 'polling', rounds: 5, strikes: 3, waits: 4000 });
  assert.deepEqual(afterEnd(plan, 'polling', { lived: 5000 }), {
    way: 'websocket',
    rounds: 0,
    strikes: 3,
    waits: 0,
  });
});

test('a websocket that dies young goes to polling; one that held is tried again', () => {
  assert.equal(afterEnd(FIRST, 'websocket', { lived: STEADY - 1 }).way, 'polling');
  const held = afterEnd({ ...FIRST, strikes: 4 }, 'websocket', { lived: STEADY });
  assert.deepEqual([held.way, held.strikes], ['websocket', 0]);
  assert.ok(held.waits > 0, 'not everybody in the same moment');
});

test('websocket is looked for again after a quarter of a minute, then ever more seldom, at least every five minutes', () => {
  const waits = [1, 2, 3, 4, 5, 6, 20].map((strikes) => lookAgain({ ...FIRST, strikes }));
  assert.deepEqual(waits, [15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
});

test('asked to come later, it comes the same way', () => {
  const plan = afterLater({ ...FIRST, way: 'websocket', strikes: 1 }, 'polling');
  assert.deepEqual([plan.way, plan.strikes, plan.waits > 0], ['polling', 1, true]);
});

test('waits are spread by half', () => {
  assert.deepEqual([spread(1000, 0), spread(1000, 0.5), spread(1000, 1)], [500, 1000, 1500]);
});
