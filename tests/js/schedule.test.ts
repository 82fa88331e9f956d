// The clock's rules, against the same examples as workshop/domain/schedule.py.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { begins, behind, ends, fitted, shared } from '../../static/src/console/schedule';
import type { Going } from '../../static/src/console/schedule';

const FOUND = JSON.parse(readFileSync('tests/messages/schedule.json', 'utf8'));
const STEPS = FOUND.steps.map(([id, activity, minutes]: [string, string, number]) => ({
  id,
  activity,
  title: id,
  minutes,
}));

/** A room's clock as a desk has it. */
const going = ({ position, began, due, spent, fit }: any): Going => ({
  agenda: { steps: STEPS, position },
  clock: { began, due, spent, fit, keeps: FOUND.keeps, undo: false },
});

for (const found of FOUND.goings) {
  test(`as both languages have it: ${found.told}`, () => {
    assert.equal(ends(going(found), found.now), found.ends);
    assert.equal(behind(going(found), found.now), found.behind);
    assert.deepEqual(fitted(going(found), found.now), found.fitted);
  });
}

for (const { own, total, given } of FOUND.shared) {
  test(`${total} minutes among ${own.join(', ')}`, () => assert.deepEqual(shared(own, total), given));
}

test('a clock that stands is not behind, and ends as if it began now', () => {
  const standing = going({ position: 0, began: null, due: null, spent: {}, fit: {} });
  assert.equal(behind(standing, 1000), 0);
  assert.equal(ends(standing, 1000), 1000 + 180 * 60);
});

test('a step to come begins when those before it are over', () => {
  const found = FOUND.goings[0];
  assert.equal(begins(going(found), 4, found.now), found.now + 20 * 60);
  assert.equal(begins(going(found), 2, found.now), null);
});
