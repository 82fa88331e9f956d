// The warm-up asks where something sits, and nothing of the list that is about hard material.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './dom';
import { EXAMPLES, makeRoom, walk } from './stage';
import { PHONE } from './views';

const LISTS = ['What led you there?', 'What would you need to know?'];

/** Which of the lists a phone offers, whatever is pressed in a moment of the board. */
async function offered(name: string) {
  const found = EXAMPLES.find(({ activity }) => activity === 'board')?.rooms.find(
    (room) => room.name === name,
  );
  assert.ok(found, name);
  const said = await walk(PHONE.board.Delegate, { room: makeRoom(found, 'delegate', []) });
  return LISTS.filter((list) => said.flat().some((words) => words.includes(list)));
}

test('a card of the case asks what led there, and what one would need to know', async () => {
  assert.deepEqual(await offered('open'), LISTS);
});

test('the warm-up asks neither, and has no heading over nothing', async () => {
  assert.deepEqual(await offered('warming up'), []);
});
