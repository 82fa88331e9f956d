// By when evidence is to be looked at again, as the console reckons it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOver } from '../../static/src/console/days';

const NOW = Date.UTC(2026, 10, 26, 12) / 1000;

test('a month is over when its last day is', () => {
  const over = ['2026-10', '2026-11-25', '2025-12'].map((day) => isOver(day, NOW));
  const not = ['2026-11', '2026-11-26', '2027-01', ''].map((day) => isOver(day, NOW));
  assert.deepEqual(
    [over, not],
    [
      [true, true, true],
      [false, false, false, false],
    ],
  );
});

test('it is over at midnight, and not before', () => {
  const last = Date.UTC(2026, 10, 30, 23, 59, 59) / 1000;
  assert.deepEqual([isOver('2026-11', last), isOver('2026-11', last + 1)], [false, true]);
});
