// What came while a phone was away, reckoned on the phone; a card that is hard says so before; a quiet minute.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact';
import './dom';
import { missed, standing } from '../../static/src/phone/missed';
import { summary } from '../../static/src/phone/out';
import { CareNote, Onward } from '../../static/src/phone/board/care-note';
import { caughtUp, isLate } from '../../static/src/phone/late';

const CARD = (id: string) => ({ id, short: `Card ${id}` });
const ONE = { id: 'i1', number: 3, text: 'It was not.', corrects: [] };
const TWO = { ...ONE, id: 'i2', number: 1 };
const BEFORE = {
  information: [],
  rounds: [{ id: 'r1', cards: ['a', 'b'] }],
  cards: [CARD('a'), CARD('b')],
  terms: [],
};
const AFTER = {
  ...BEFORE,
  information: [TWO, ONE],
  rounds: [...BEFORE.rounds, { id: 'r2', cards: ['b', 'c'] }],
  cards: [...BEFORE.cards, CARD('c')],
};
const none = () => ({});

/** The words of what is drawn. */
function drawn(view: any) {
  const place = document.createElement('div');
  render(view, place);
  return place.textContent ?? '';
}

test('what came since is missed, in the order in which it came, and what this phone placed is not', () => {
  const then = standing(BEFORE, { id: 'r1', state: 'open' });
  const placed = (round: string) => ({ r1: { a: 1 }, r2: { c: 1 } })[round] ?? {};
  const found = missed(then, AFTER, { id: 'r2', state: 'open' }, placed);
  assert.deepEqual(
    found.information.map((i) => i.id),
    ['i1', 'i2'],
  );
  assert.deepEqual(found.cards, [{ ...CARD('b'), open: true }]);
});

test('a round that was open is missed once it has closed, and not while it is still open', () => {
  const then = standing(BEFORE, { id: 'r1', state: 'open' });
  assert.deepEqual(missed(then, BEFORE, { id: 'r1', state: 'open' }, none).cards, []);
  assert.deepEqual(
    missed(then, BEFORE, { id: 'r1', state: 'revealed' }, none).cards.map((c) => [c.id, c.open]),
    [
      ['a', false],
      ['b', false],
    ],
  );
  assert.deepEqual(missed(then, BEFORE, null, none).cards.length, 2, 'the room is in another step');
});

test('what this phone had before it stepped out is not missed', () => {
  const then = standing(AFTER, null);
  assert.deepEqual(missed(then, AFTER, null, none), { information: [], cards: [] });
});

test('it is said in numbers, each kind where there is some', () => {
  const card = { ...CARD('a'), open: true };
  assert.equal(
    summary({ information: [ONE], cards: [card] }),
    'You missed one card and one piece of information.',
  );
  assert.equal(summary({ information: [], cards: [card, card] }), 'You missed two cards.');
  assert.equal(summary({ information: [ONE], cards: [] }), 'You missed one piece of information.');
  assert.equal(summary({ information: [], cards: [] }), 'You missed no card and no information.');
});

const text = (id: string, note: string) => ({
  ...CARD(id),
  text: `What ${id} says`,
  mode: 'unclear' as const,
  content_note: note,
  again: null,
  second: null,
});

test('a hard card says so above its words, and on the page before it, also when it is placed again', () => {
  const [calm, hard] = [text('a', ''), text('b', 'About a threat.')];
  assert.match(drawn(<CareNote card={hard} />), /About a threat/);
  assert.equal(drawn(<CareNote card={calm} />), '');
  for (const again of [false, true]) {
    const sheet = { cards: [calm, hard], again } as any;
    assert.match(drawn(<Onward sheet={sheet} at={0} next={() => {}} />), /About a threat.*You may skip it/);
    assert.doesNotMatch(drawn(<Onward sheet={sheet} at={1} next={() => {}} />), /About a threat/);
  }
});

function phoneWith(kept: Record<string, unknown>, rounds: object, parts: unknown) {
  const held = { value: { kept, rounds } };
  const note = (what: string, value: unknown) => {
    held.value = { ...held.value, kept: { ...held.value.kept, [what]: value } };
  };
  return { memory: { held, note }, part: () => parts } as any;
}

test('whoever comes after the case has begun reads it first, once; whoever was here before does not', () => {
  const late = phoneWith({}, { r1: {} }, BEFORE);
  caughtUp(late);
  assert.ok(isLate(late));
  caughtUp(late, true);
  assert.ok(!isLate(late));
  const early = phoneWith({}, {}, { ...BEFORE, rounds: [] });
  caughtUp(early);
  early.part = () => BEFORE;
  assert.ok(!isLate(early));
  assert.ok(!isLate(phoneWith({}, { r1: { a: {} } }, BEFORE)), 'it has placed something');
});
