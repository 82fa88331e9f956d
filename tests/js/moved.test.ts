// What moved the room, and what it asks itself next, in words: from what was told and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestAnswer } from '../../static/src/console/wanted';
import { causeWords, expectedWords, happenedWords } from '../../static/src/shared/ui/moved';
import { nextWords } from '../../static/src/shared/ui/next-move';

const ENDS = ['typical', 'harmful'];
const NOBODY = { same: 0, typical: 0, harmful: 0, to_unsure: 0, from_unsure: 0 };
const row = (more: object) =>
  ({ round: 'r2', cause: 'information', information: 'i1', number: 2, kind: '', cards: [], ...more }) as any;
const card = (more: object) =>
  ({
    card: 'c1',
    name: 'A card',
    before: null,
    after: null,
    movement: null,
    expected: null,
    happened: 'moved',
    ...more,
  }) as any;
const happened = (more: object) => happenedWords(card(more), ENDS, 5);

test('a cause says its number, and its kind where that may be said', () => {
  assert.equal(causeWords(row({ cause: 'discussion' })), 'After discussion');
  assert.equal(causeWords(row({})), 'After information 2');
  assert.equal(causeWords(row({ kind: 'correction' })), 'After information 2 · Correction');
});

test('what the author expects is said in the words of the scale, and after a discussion nothing is expected', () => {
  assert.equal(expectedWords(card({}), ENDS), 'No expectation.');
  assert.equal(expectedWords(card({ expected: 'up' }), ENDS), 'Expected towards harmful.');
  assert.equal(expectedWords(card({ expected: 'none' }), ENDS), 'This was not expected to matter.');
});

test('what happened is said beside it, and never ticked off', () => {
  const moved = { ...NOBODY, same: 17, harmful: 5 };
  assert.equal(happened({ movement: moved }), '5 moved, 17 stayed.');
  assert.equal(happened({ movement: moved, expected: 'up' }), '5 that way, 17 stayed.');
  assert.equal(happened({ movement: moved, expected: 'down' }), '5 towards harmful, 17 stayed.');
  assert.equal(happened({ movement: { ...NOBODY, harmful: 6 }, expected: 'none' }), 'Six moved.');
  assert.equal(
    happened({ movement: { ...NOBODY, typical: 7, harmful: 5 }, expected: 'either' }),
    '7 towards typical, 5 towards harmful.',
  );
  assert.equal(happened({ movement: { ...NOBODY, same: 9 } }), 'All stayed.');
});

test('what may not be told has its own words', () => {
  assert.equal(happened({ happened: 'stands' }), 'Fewer than three moved.');
  assert.equal(happened({ happened: 'aside' }), 'Not shown: too many stood aside.');
  assert.equal(happened({ happened: 'few' }), 'Not shown under five.');
  assert.equal(happened({ happened: 'told' }), 'The picture moved; how many is not told.');
});

const asks = (ask: string, low: string | null = null, high: string | null = null) =>
  nextWords({ next: { ask, low, high, missing_first: false } } as any, ENDS);

test('each kind of card has one question', () => {
  assert.equal(asks('answer'), 'Which one answer would let you place it?');
  assert.equal(
    asks('both', 'power', 'power'),
    'Both ends named power or age gap. What does each mean by it?',
  );
  assert.equal(
    asks('each', 'consent', 'power'),
    'Those nearer harmful named power or age gap; those nearer typical named consent. What do we know about each?',
  );
  assert.equal(asks('one', null, 'secrecy'), 'Those nearer harmful named secrecy. What do we know about it?');
  assert.equal(asks('one', 'law', null), 'Those nearer typical named the law. What do we know about it?');
  assert.equal(nextWords({ next: null } as any, ENDS), '');
});

test('what to give next answers the topic that most want to know of, of those that something answers', () => {
  const piece = (id: string, answers: string[], given = false) => ({ id, answers, given }) as any;
  const wanted = [
    { topic: 'age', n: 9 },
    { topic: 'consent', n: 7 },
    { topic: 'power', n: 5 },
  ] as any;
  assert.equal(bestAnswer(wanted, [piece('i1', ['power']), piece('i2', ['consent'])])?.id, 'i2');
  assert.equal(bestAnswer(wanted, [piece('i1', ['power']), piece('i2', ['consent'], true)])?.id, 'i1');
  assert.equal(bestAnswer(wanted, []), undefined);
});
