// The other desks: who they are, and for how long it is said who moved the room.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { others, saidFor } from '../../static/src/console/trainers';

const ADA = { who: 'account ada', kind: 'account' as const };
const GUEST = { who: 'link guest', kind: 'link' as const };

test('whoever sits here is none of the others', () => {
  assert.deepEqual(others({ here: [ADA, GUEST], moved: null }, ADA.who), [GUEST]);
  assert.deepEqual(others({ here: [ADA], moved: null }, ADA.who), []);
  assert.deepEqual(others({ here: [ADA], moved: null }, ''), [ADA]);
});

test('who moved the room is said for twenty seconds, by the clock of the workshop', () => {
  const moved = { here: [], moved: { who: ADA.who, at: 1000 } };
  assert.equal(saidFor(moved, 1000), 20);
  assert.equal(saidFor(moved, 1019), 1);
  assert.equal(saidFor(moved, 1020), 0);
  assert.equal(saidFor({ here: [], moved: null }, 1000), 0);
  assert.equal(saidFor(moved, 990), 20, 'a clock that is behind does not say it for longer');
});
