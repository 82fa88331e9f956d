// A row of buttons is one Tab stop.

import assert from 'node:assert/strict';
import test from 'node:test';
import './dom';

const { led } = await import('../../static/src/shared/ui/roving');

test('arrows lead on and back, Home and End to the ends, and no further', () => {
  assert.deepEqual(
    ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End'].map((key) => led(key, 1, 4)),
    [2, 2, 0, 0, 0, 3],
  );
  assert.equal(led('ArrowRight', 3, 4), 3);
  assert.equal(led('ArrowLeft', 0, 4), 0);
});

test('any other key is somebody else’s', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a', 'PageDown']) assert.equal(led(key, 1, 4), null);
});
