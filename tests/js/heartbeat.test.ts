// A heartbeat notices silence within 8 s, and nothing else: no slow network, no page that slept.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { BEAT, Heartbeat, PATIENCE } from '../../static/src/shared/live/heartbeat';

/** A heart, and a network that answers after `delay` ms, or never when it is null. */
function beating() {
  mock.timers.enable({ apis: ['setTimeout'] } as any);
  const at = {
    now: 0,
    delay: 50 as number | null,
    asks: 0,
    silent: null as number | null,
    heart: null as any,
  };
  at.heart = new Heartbeat({
    now: () => at.now,
    onSilence: () => {
      at.silent = at.now;
    },
    ask: () => {
      at.asks += 1;
      if (at.delay !== null) setTimeout(() => at.heart.answered(), at.delay);
    },
  });
  at.heart.start();
  return at;
}

/** Time passes, in small steps; `late`: timers that were due are only run at the end. */
function passes(at: ReturnType<typeof beating>, ms: number, late = false) {
  const end = at.now + ms;
  if (late) at.now = end;
  for (let step = 0; step < ms; step += 50) {
    if (!late) at.now = Math.min(end, at.now + 50);
    mock.timers.tick(50);
  }
}

test('silence is noticed within eight seconds, whenever it begins', () => {
  for (const after of [0, 100, 2900, 3000, 3040, 5000, 8000]) {
    const at = beating();
    passes(at, 20_000 + after);
    assert.equal(at.silent, null);
    const began = at.now;
    at.delay = null;
    passes(at, 8000);
    assert.ok(at.silent !== null && at.silent - began <= 8000, `silent from ${after}`);
    mock.timers.reset();
  }
});

test('a slow network is no silent one, however long its answers take to come, once they come', () => {
  const at = beating();
  for (let delay = 100; delay < 3900; delay += 400) {
    // ever slower, never a jump above its patience
    at.delay = delay;
    passes(at, 10_000);
  }
  assert.equal(at.silent, null);
  mock.timers.reset();
});

test('it costs one small message in three seconds, and none while answers to commands come', () => {
  const at = beating();
  passes(at, 60_000);
  assert.ok(at.asks <= 60_000 / BEAT, `${at.asks} beats in a minute`);
  at.heart.answered();
  const before = at.asks;
  for (let n = 0; n < 30; n += 1) {
    passes(at, 1000);
    at.heart.answered();
  }
  assert.equal(at.asks, before);
  mock.timers.reset();
});

test('a page that slept asks before it judges', () => {
  const at = beating();
  at.delay = null;
  passes(at, BEAT + 100); // asked, and the answer comes while it sleeps
  at.delay = 50;
  passes(at, 600_000, true);
  assert.equal(at.silent, null);
  passes(at, 20_000);
  assert.equal(at.silent, null);
  mock.timers.reset();
});

test('a page that slept on a network that has gone says so soon', () => {
  const at = beating();
  at.delay = null;
  passes(at, 600_000, true);
  const woke = at.now;
  passes(at, 8000);
  assert.ok(at.silent !== null && at.silent - woke <= 8000);
  mock.timers.reset();
});

test('woken, it asks at once and waits no longer than its patience', () => {
  const at = beating();
  passes(at, 1000);
  at.delay = null;
  at.heart.check();
  const woke = at.now;
  passes(at, PATIENCE + 100);
  assert.ok(at.silent !== null && at.silent - woke <= PATIENCE + 100);
  mock.timers.reset();
});

test('stopped, it asks and judges no more', () => {
  const at = beating();
  at.heart.stop();
  at.heart.answered();
  at.heart.check();
  passes(at, 30_000);
  assert.deepEqual([at.asks, at.silent], [0, null]);
  mock.timers.reset();
});
