// What is missing is asked for once, within a second by chance, and not again for a while.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { asksForMissing, SELDOM, SPREAD } from '../../static/src/shared/live/missing';

function asking() {
  mock.timers.enable({ apis: ['setTimeout'] } as any);
  const it = { isMissing: true, asked: 0, look: () => {} };
  it.look = asksForMissing(
    () => it.isMissing,
    () => {
      it.asked += 1;
    },
  );
  return it;
}

test('many frames that lack something are one question, within a second', () => {
  const it = asking();
  for (let n = 0; n < 20; n += 1) it.look();
  assert.equal(it.asked, 0, 'not in the moment in which all phones hear of it');
  mock.timers.tick(SPREAD);
  assert.equal(it.asked, 1);
  mock.timers.reset();
});

test('what is missing still is asked for again, but seldom', () => {
  const it = asking();
  it.look();
  for (let n = 0; n < 60; n += 1) {
    mock.timers.tick(1000);
    it.look();
  }
  assert.ok(it.asked > 5 && it.asked <= 60_000 / SELDOM, `${it.asked} questions in a minute`);
  mock.timers.reset();
});

test('what came meanwhile is not asked for', () => {
  const it = asking();
  it.look();
  it.isMissing = false;
  mock.timers.tick(SPREAD + SELDOM);
  assert.equal(it.asked, 0);
  mock.timers.reset();
});
