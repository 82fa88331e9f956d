// Counting the idle out: offered on the console three minutes after the round was opened, said in a sentence, and sent as asked.

import assert from 'node:assert/strict';
import test from 'node:test';
import './dom';
import { EXAMPLES, makeRoom, walk } from './stage';
import { Console } from '../../static/src/console/board';
import { IDLE_AFTER } from '../../static/src/console/waits';
import { clock } from '../../static/src/shared/live/clock';
import type { Sent } from './stage';

/** What a console says and sends when the round was opened so many seconds ago. */
async function console(round: string, ago: number, enough: boolean) {
  const example = structuredClone(
    EXAMPLES.find(({ activity }) => activity === 'board')?.rooms.find(({ name }) => name === 'open'),
  );
  assert.ok(example);
  for (const parts of [example.parts, ...Object.values(example.only)]) {
    if (parts.board) parts.board.round.id = round;
    if (parts.notes_private) parts.notes_private.opened = clock.now() - ago;
    if (parts.progress) parts.progress.enough = enough;
  }
  const sent: Sent[] = [];
  const said = await walk(Console, { room: makeRoom(example, 'facilitator', sent) });
  return {
    said: said.flat().join(' '),
    idle: sent.filter(({ name }) => name === 'board.reveal').map(({ body }) => body),
  };
}

test('not before three minutes have gone, and not when enough have finished', async () => {
  for (const found of [await console('r1', IDLE_AFTER - 60, false), await console('r2', IDLE_AFTER, true)]) {
    assert.deepEqual(found.idle, []);
    assert.doesNotMatch(found.said, /Count the idle out/);
  }
});

test('then it says what it means, asks once, and sends it', async () => {
  const { said, idle } = await console('r3', IDLE_AFTER, false);
  assert.match(
    said,
    /count phones out that nobody is using: a third of all devices, and five at least, must still have finished/,
  );
  assert.match(said, /Close now and show what was placed/);
  assert.deepEqual(idle[0], { round: 'r3', idle_out: true });
});

test('closing below quorum says that it is never shown; above it, it only asks', async () => {
  assert.match(
    (await console('r4', 0, false)).said,
    /It will not be shown later; open its cards again to ask again/,
  );
  assert.doesNotMatch((await console('r5', 0, true)).said, /It will not be shown later/);
});
