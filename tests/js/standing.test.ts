// Where a phone stands: from what was counted, never from what it hoped was.

import assert from 'node:assert/strict';
import test from 'node:test';
import { ofBefore } from '../../static/src/phone/before';
import { memory } from '../../static/src/shared/live/memory';
import { direction, ofResponses, responseOf, standing } from '../../static/src/shared/live/standing';

const nowhere = () => ({ read: () => null, write() {}, clear() {} });
const at = (stage: string | null, more: any = {}) => ({
  stage,
  missing: [],
  reasons: [],
  certainty: null,
  skipped: false,
  ...more,
});
const SKIP = at(null, { skipped: true });
const AGAIN = { first: 'r1', stood: 'r1', told: 'r1' };

/** A phone of which so much was counted. `counted`: round → what was said of card c. */
function phone(counted: Record<string, any>) {
  const held = memory(nowhere());
  for (const [round, said] of Object.entries(counted)) {
    held.place(round, 'c', said);
    held.counted(round, 'c', said);
  }
  return held;
}
const stands = (held: any, again: any = AGAIN, now: string = 'r9', open: any = undefined) =>
  standing(held.held.value, 'c', now, again, open);

test('it stands where it was counted last, and reckons from the picture that was told', () => {
  const held = phone({ r1: at('low'), r2: at('high'), r4: at(null) });
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' });
  assert.deepEqual(stands(held, { first: 'r1', stood: 'r3', told: 'r1' }), { stood: 'high', told: 'low' });
  assert.deepEqual(stands(held, { first: 'r1', stood: 'r4', told: 'r2' }), { stood: null, told: 'high' });
});

test('rounds are in the order in which they were opened, not of the alphabet', () => {
  const held = phone({ r9: at('low'), r10: at('high') });
  assert.deepEqual(stands(held, { first: 'r9', stood: 'r10', told: 'r9' }, 'r11'), {
    stood: 'high',
    told: 'low',
  });
});

test('an answer of a round that was destroyed before the first placing counts for nothing', () => {
  assert.equal(stands(phone({ r1: at('low') }), { first: 'r2', stood: 'r2', told: 'r2' }), 'came_after');
});

test('nor does one that was destroyed between two that counted: who sat out the next stands where the room has them', () => {
  const again = { first: 'r1', stood: 'r3', told: 'r3', uncounted: ['r2'] };
  assert.deepEqual(stands(phone({ r1: at('low'), r2: at('high') }), again), { stood: 'low', told: 'low' });
  assert.equal(stands(phone({ r2: at('high') }), again), 'came_after', 'it never had a place');
});

test('who was not there, or passed the card over, looks on', () => {
  assert.equal(stands(phone({})), 'came_after');
  assert.equal(stands(phone({ r1: SKIP })), 'skipped');
});

test('a card passed over when it was placed again stands where it stood', () => {
  assert.deepEqual(stands(phone({ r1: at('low'), r2: SKIP }), { first: 'r1', stood: 'r2', told: 'r2' }), {
    stood: 'low',
    told: 'low',
  });
});

test('what was refused falls back to what was counted before', () => {
  const held = phone({ r1: at('low') });
  held.place('r1', 'c', at('high'));
  held.refused('r1', 'c');
  assert.equal(held.placed('r1').c.stage, 'low');
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' });
});

test('what went out without an answer leaves it unknown, unless it says the same', () => {
  const held = phone({ r1: at('low') });
  held.unanswered('r1', 'c', at('low', { reasons: ['power'] }));
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' });
  held.unanswered('r1', 'c', at('high'));
  assert.equal(stands(held), 'not_known');
  held.counted('r1', 'c', at('high'));
  assert.deepEqual(stands(held), { stood: 'high', told: 'high' });
});

test('a first answer of which nothing came back is not known either', () => {
  const held = memory(nowhere());
  held.place('r1', 'c', at('low'));
  held.unanswered('r1', 'c', at('low'));
  assert.equal(stands(held), 'not_known');
});

test('what is on its way still leaves it unknown until it is answered', () => {
  const open = (round: string) => (round === 'r1' ? [at('high')] : []);
  assert.equal(stands(phone({ r1: at('low') }), AGAIN, 'r9', open), 'not_known');
});

test('a phone that lost its memory learns from the workshop where it stood', () => {
  const own = (said: any) => {
    const held = memory(nowhere());
    held.refill({ round: 'r3', placements: { c: at('high', said) } });
    return held;
  };
  const two = { first: 'r1', stood: 'r2', told: 'r1' };
  assert.deepEqual(
    stands(
      own({ earlier: 'low', direction: 'harmful', why: [] }),
      { first: 'r1', stood: 'r2', told: 'r2' },
      'r3',
    ),
    { stood: 'low', told: 'low' },
  );
  assert.deepEqual(stands(own({ earlier: 'low', direction: 'same', why: [] }), two, 'r3'), {
    stood: 'low',
    told: 'high',
  });
  assert.equal(stands(own({ earlier: 'low', direction: 'harmful', why: [] }), two, 'r3'), 'not_known');
});

test('a new epoch: what the workshop holds is what is counted', () => {
  const held = phone({ r1: at('low') });
  held.refill({ round: 'r1', placements: {} });
  assert.equal(held.latest('c'), null);
  assert.equal(held.placed('r1').c.stage, 'low');
});

const older = (rounds: any, operations: any = []) => {
  const left = { rounds, order: Object.keys(rounds), drafts: { note: 'half a word' }, kept: {} };
  return memory({ read: () => ofBefore(left as any, operations), write() {}, clear() {} });
};
const operation = (state: string) => ({
  name: 'board.place',
  body: { round: 'r2', card: 'c' },
  about: 'r2 c',
  round: 'r2',
  state,
});

test('what an older version kept is taken as counted', () => {
  const held = older({ r1: { c: at('low') } });
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' });
  assert.equal(held.held.value.drafts.note, 'half a word');
});

test('what an older version was refused never was', () => {
  const held = older({ r1: { c: at('low') }, r2: { c: at('high') } }, [operation('refused')]);
  assert.deepEqual(held.placed('r2'), {});
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' });
  assert.equal(held.latest('c')?.stage, 'low');
});

test('what an older version placed again may have been refused, but for what was answered', () => {
  const two = { first: 'r1', stood: 'r2', told: 'r2' };
  const again = { r1: { c: at('low') }, r2: { c: at('high') } };
  assert.equal(stands(older(again), two, 'r3'), 'not_known');
  assert.deepEqual(stands(older(again, [operation('sent')]), two, 'r3'), { stood: 'high', told: 'high' });
});

test('what an older version had still to send is not counted before it is answered', () => {
  const held = older({ r1: { c: at('low') }, r2: { c: at('high') } }, [operation('waiting')]);
  assert.equal(held.placed('r2').c.stage, 'high');
  assert.equal(held.latest('c')?.stage, 'low');
});

test('five directions, need to know more being a place like the others', () => {
  const stages = ['a', 'b', 'c'].map((id) => ({ id }));
  const ways = [
    ['a', 'c'],
    ['c', 'b'],
    ['b', 'b'],
    [null, null],
    [null, 'a'],
    ['a', null],
  ].map(([told, now]) => direction(stages, told, now));
  assert.deepEqual(ways, ['harmful', 'typical', 'same', 'same', 'from_unsure', 'to_unsure']);
});

/** The same phone's second question. `open`: what is on its way still. */
const would = (held: any, again: any = AGAIN, open: any[] = []) =>
  standing(ofResponses(held.held.value), 'c', 'r9', again, () => open.map(responseOf));

test('what it would do stands by itself: by its own rounds, and from none where it was passed over', () => {
  const held = phone({
    r1: at('low', { response: { level: 'b' } }),
    r2: at('high', { response: { level: null, earlier: 'b', direction: 'to_unsure' } }),
  });
  assert.deepEqual(would(held), { stood: 'b', told: 'b' });
  assert.deepEqual(would(held, { first: 'r1', stood: 'r2', told: 'r1' }), { stood: null, told: 'b' });
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' }, 'and the card as ever');
  assert.equal(would(phone({ r1: at('low') })), 'skipped');
  assert.equal(would(phone({ r1: SKIP })), 'skipped');
  assert.equal(would(phone({})), 'came_after');
});

test('what was sent of it and never answered makes it unknown, though the card is known', () => {
  const held = phone({ r1: at('low') });
  held.unanswered('r1', 'c', at('low', { response: { level: 'b' } }));
  assert.equal(would(held), 'not_known');
  assert.deepEqual(stands(held), { stood: 'low', told: 'low' });
  const waiting = [at('low', { response: { level: 'c' } })];
  assert.equal(would(phone({ r1: at('low', { response: { level: 'b' } }) }), AGAIN, waiting), 'not_known');
});
