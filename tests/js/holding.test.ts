// What a phone holds of a round: until it has closed, and not only begun to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './dom';

const { closedIn } = await import('../../static/src/phone/holding');

const board = (state: string) => ({ board: { round: { id: 'r1', state } } }) as any;

test('a round that is open, or closing and perhaps open again, still wants what it was sent', () => {
  for (const state of ['ready', 'open', 'closing'])
    assert.equal(closedIn(board(state)).has('r1'), state === 'ready', state);
  for (const state of ['closed', 'revealed']) assert.deepEqual([...closedIn(board(state))], ['r1'], state);
});

test('a questionnaire says so too, beside the board and without it', () => {
  const asked = (state: string) =>
    ({ confidence: { round: 'q1', state }, session: { state: 'running' } }) as any;
  assert.deepEqual([...closedIn(asked('closing'))], []);
  assert.deepEqual([...closedIn({ ...board('revealed'), ...asked('closed') })], ['r1', 'q1']);
  assert.deepEqual([...closedIn({})], []);
});
