// What people would do, asked again: what moved stands on the projector and at the desk, and why a picture stands.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element, settle } from './dom';
import './english';
import { render } from 'preact';
import type { CardShown, Parts, ResponseShown } from '../../static/src/contract';
import { Queue } from '../../static/src/console/queue';
import { Response } from '../../static/src/screen/board/response';
import { EXAMPLES, makeRoom } from './stage';

const ROOM = EXAMPLES.flatMap(({ rooms }) => rooms).find(
  (r) => r.name === 'what one would do has changed',
) as any;
const BOARD = ROOM.parts.board;
const FOUND: CardShown = BOARD.results.find((r: CardShown) => r.response?.before);
const MOVED = { same: 6, typical: 0, harmful: 5, to_unsure: 3, from_unsure: 0 };

const withResponse = (more: Partial<ResponseShown>): CardShown => ({
  ...FOUND,
  response: { ...(FOUND.response as ResponseShown), ...more },
});

async function drawn(what: any) {
  const root: any = element('div');
  render(what, root);
  await settle();
  const said = root.textContent as string;
  const rings = root.querySelectorAll('.ring').length as number;
  render(null, root);
  return { said, rings };
}

const onScreen = (found: CardShown) =>
  drawn(<Response parts={{ ...ROOM.parts, ...ROOM.only.screen } as Parts['screen']} found={found} />);

function atDesk(found: CardShown) {
  const board = { ...BOARD, results: [found], queue: [found.card], focus: found.card };
  return drawn(<Queue room={makeRoom({ ...ROOM, parts: { ...ROOM.parts, board } }, 'facilitator', [])} />);
}

test('the projector draws what it was before, and says who moved whither', async () => {
  const { said, rings } = await onScreen(withResponse({ movement: MOVED, why: null }));
  assert.match(said, /6 stayed · 5 moved towards immediate · 3 now cannot say yet/);
  assert.ok(rings > 0);
});

test('where fewer than three moved, the projector says that the picture stands, and draws it alone', async () => {
  const stage = {
    ...withResponse({ before: null, movement: null, why: 'stands' }),
    before: null,
    movement: null,
  };
  const { said, rings } = await onScreen(stage);
  assert.match(said, /What would you do\?Fewer than three moved; the picture stands\./);
  assert.equal(rings, 0);
});

test('asked once there is nothing to say of before', async () => {
  const once = { before: null, movement: null, why: null, answered: null };
  const { said } = await onScreen({ ...withResponse(once), ...once });
  assert.doesNotMatch(said, /moved|stayed|again|before/);
});

test('the desk says how many moved, by itself', async () => {
  const quiet = { before: null, movement: null };
  assert.match((await atDesk({ ...withResponse({ movement: MOVED }), ...quiet })).said, /8 moved/);
  assert.doesNotMatch((await atDesk({ ...withResponse(quiet), ...quiet })).said, /\d moved/);
});
