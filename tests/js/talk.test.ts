// The talk-only way: for a room that is too small to show anything there is always something to do next.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextThing, thingBefore } from '../../static/src/console/next';

const STEPS = [
  { id: 's1', activity: 'board', title: 'Place the cards', minutes: 10 },
  { id: 's2', activity: 'discussion', title: 'Discussion', minutes: 20 },
];
const CARDS = ['a', 'b'].map((id) => ({ id, short: `Card ${id}`, text: `All of card ${id}` }));

const room = (devices: number, board: any, position = 0): any => ({
  session: { curtain: 'none', k: 5, devices },
  agenda: { steps: STEPS, position },
  board: { talk: false, cards: CARDS, results: null, queue: [], focus: null, show: 'all', ...board },
  progress: { enough: false },
});
const next = (parts: any) => nextThing({ parts, seen: new Set() });
const READY = { round: { id: '', cause: 'first', state: 'ready' } };
const OPEN = { round: { id: 'r1', cause: 'first', state: 'open' } };

test('with fewer than k devices talking is offered, before the cards are opened and after', () => {
  const ready = next(room(4, READY));
  assert.deepEqual(
    [ready.off, ready.name, ready.body, ready.asks],
    [false, 'board.talk', { talk: true }, ''],
  );
  const open = next(room(4, OPEN));
  assert.deepEqual([open.off, open.name, open.asks], [false, 'board.talk', 'again']);
  assert.match(open.sure, /deleted unseen/);
});

test('with k devices cards are placed', () => {
  assert.equal(next(room(5, READY)).name, 'board.open');
  assert.equal(nextThing({ parts: room(5, READY), seen: new Set(), late: true }).name, 'board.open');
  assert.equal(next(room(5, OPEN)).off, true);
});

test('after three minutes a room that waits in vain goes on: by the phones that have finished, or by talking', () => {
  const waiting = (finished: number) =>
    nextThing({
      parts: { ...room(6, OPEN), progress: { enough: false, finished } },
      seen: new Set(),
      late: true,
    });
  assert.deepEqual([waiting(0).off, waiting(0).name, waiting(0).asks], [false, 'board.talk', 'again']);
  assert.deepEqual(waiting(5).body, { round: 'r1', idle_out: true });
  assert.deepEqual([waiting(5).off, waiting(5).name, waiting(5).asks], [false, 'board.reveal', 'again']);
});

test('while the room talks, one card comes after the other, then the next step', () => {
  const seen: string[] = [];
  let focus: string | null = null;
  for (let press = 0; press < 3; press += 1) {
    const thing = next(room(4, { ...READY, talk: true, focus }));
    assert.equal(thing.off, false);
    seen.push(thing.name);
    focus = (thing.body as any).card;
  }
  assert.deepEqual(seen, ['board.talk_about', 'board.talk_about', 'session.next']);
  assert.equal(
    next(room(4, { round: null, talk: true }, 1)).name,
    'end',
    'a discussion is of what was talked about',
  );
});

test('back goes to the card before, from the first one to none, and then to the step before', () => {
  const before = (focus: string | null) => thingBefore(room(4, { ...READY, talk: true, focus }, 1));
  assert.deepEqual(before('b'), { name: 'board.talk_about', body: { card: 'a' } });
  assert.deepEqual(before('a'), { name: 'board.talk_about', body: { card: null } });
  assert.deepEqual(before(null), { name: 'session.back', body: { from_step: 's2' } });
});

test('where every card was talked about nothing is opened, and the room goes on', () => {
  assert.equal(next(room(5, { ...READY, cards: [] })).name, 'session.next');
  assert.equal(next(room(4, { ...READY, cards: [] })).name, 'session.next');
});
