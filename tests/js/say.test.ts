// Messages by id, as a page has them: plurals by the language's own rules, numbers in its digits, nothing left blank.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { give, listed, say, sayAll, sayAround, sayEach, spelt } from '../../static/src/shared/ui/say';

const CATALOGUE = {
  common: { comma: '{first}, {rest}', number: { 5: 'five' } },
  phone: {
    plain: 'Send',
    card: 'Card {at} of {of}',
    cards: { one: '{n} card', other: '{n} cards' },
    days: { zero: 'dim', one: 'un', two: 'dau', few: 'tri', other: '{n} diwrnod' },
    keys: ['1–{stages} place', '0 know more'],
    leave: { title: 'Leave?', other: 'Leave for good', ways: ['a', 'b'] },
  },
};
const fault = (id: string) => {
  throw new Error(id);
};

beforeEach(() => give(CATALOGUE, 'en-GB', fault));

test('a message is said with its values, a number without marks for thousands', () => {
  assert.equal(say('phone.plain'), 'Send');
  assert.equal(say('phone.card', { at: 1, of: 'eight' }), 'Card 1 of eight');
  assert.equal(say('phone.cards', { n: 12_000 }), '12000 cards');
});

test('a value is no message: what stands in it stays', () => {
  assert.equal(say('phone.card', { at: '{of}', of: '$&' }), 'Card {of} of $&');
});

test('the plural is that of the language, and other where it has no word', () => {
  assert.deepEqual(
    [0, 1, 2].map((n) => say('phone.cards', { n })),
    ['0 cards', '1 card', '2 cards'],
  );
  give(CATALOGUE, 'cy', fault);
  assert.deepEqual(
    [0, 1, 2, 3, 6, 10].map((n) => say('phone.days', { n })),
    ['dim', 'un', 'dau', 'tri', '6 diwrnod', '10 diwrnod'],
  );
  give(CATALOGUE, 'ar', fault);
  assert.equal(say('phone.cards', { n: 2 }).replace(/\P{L}/gu, ''), 'cards');
});

test('lists and areas are said whole', () => {
  assert.deepEqual(sayAll('phone.keys', { stages: 5 }), ['1–5 place', '0 know more']);
  assert.deepEqual(sayEach('phone.leave'), { title: 'Leave?', other: 'Leave for good', ways: ['a', 'b'] });
});

test('a value may stand out of its sentence', () => {
  assert.deepEqual(
    sayAround('phone.cards', { n: 3 }, (words, name) => ({ [name]: words })),
    ['', { n: '3' }, ' cards'],
  );
});

test('small numbers are words, and words are joined as the language joins them', () => {
  assert.deepEqual([spelt(5), spelt(40)], ['five', '40']);
  assert.deepEqual([listed([]), listed(['a']), listed(['a', 'b', 'c'])], ['', 'a', 'a, b, c']);
});

test('what is not there is a fault in a test; on a page its id can be read', () => {
  const wrong = [
    () => say('phone.nothing'),
    () => say('phone.plain.more'),
    () => say('phone'),
    () => say('phone.card', { at: 1 }),
    () => say('phone.keys'),
    () => sayAll('phone.plain'),
    () => sayEach('phone.none'),
  ];
  for (const one of wrong) assert.throws(one);
  give(CATALOGUE, 'en-GB');
  assert.equal(say('phone.nothing'), 'phone.nothing');
  assert.equal(say('phone.card', { at: 1 }), 'Card 1 of phone.card {of}');
  assert.deepEqual(sayAll('phone.plain'), ['phone.plain']);
});
