// The strip's geometry and words, against the same examples that pytest reads.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filled, places } from '../../static/src/shared/strip/dots';
import { layout } from '../../static/src/shared/strip/geometry';
import { hatching } from '../../static/src/shared/strip/hatch';
import { joinReasons } from '../../static/src/shared/strip/text';
import { inWords, movementParts } from '../../static/src/shared/strip/words';

const examples = (name: string): { name: string; in: any; out: any }[] =>
  JSON.parse(readFileSync(`tests/messages/strip/${name}.json`, 'utf8'));

/** Asserts that two layouts agree, numbers within a thousandth. */
function assertAlike(found: any, wanted: any, where: string) {
  if (typeof wanted === 'number')
    return assert.ok(Math.abs(found - wanted) < 1e-3, `${where}: ${found} is not ${wanted}`);
  if (wanted === null || typeof wanted !== 'object') return assert.equal(found, wanted, where);
  assert.deepEqual(Object.keys(found ?? {}).sort(), Object.keys(wanted).sort(), where);
  for (const key of Object.keys(wanted)) assertAlike(found[key], wanted[key], `${where}.${key}`);
}

for (const example of examples('layouts')) {
  test(`layout: ${example.name}`, () => {
    const { tallies, need_to_know, camps, ...options } = example.in;
    const found = layout(tallies, need_to_know, {
      ...options,
      camps: camps ? [camps.low, camps.high] : null,
    });
    assertAlike(found, example.out, 'strip');
  });
}

for (const example of examples('words')) {
  test(`in words: ${example.name}`, () => {
    const { names, tallies, need_to_know, ...options } = example.in;
    assert.equal(inWords(names, tallies, need_to_know, options), example.out);
  });
}

for (const example of examples('movement')) {
  test(`movement: ${example.name}`, () =>
    assert.deepEqual(movementParts(example.in.movement, example.in.ends, example.in.levels), example.out));
}

for (const example of examples('hatches')) {
  test(`hatching: ${example.name}`, () =>
    assertAlike(hatching(example.in.box, example.in.level, example.in.line), example.out, 'lines'));
}

test('a row fills from the centre outwards, left before right', () => {
  assert.deepEqual(places(4, 3), [
    [0, 0],
    [-1, 0],
    [1, 0],
    [0, 1],
  ]);
  assert.deepEqual(places(2, 3), [
    [-0.5, 0],
    [0.5, 0],
  ]);
});

test('a row partly filled fills in mirror pairs, outermost first; an odd one takes the centre', () => {
  assert.deepEqual(filled(places(8, 3), 2), [
    [-1, 0],
    [1, 0],
  ]);
  assert.deepEqual(filled(places(9, 3), 7).slice(6), [[0, 2]]);
});

test('reasons that are too long for one line take two, never a shorter word', () => {
  assert.deepEqual(joinReasons(['Effect on others', 'Power or age gap'], 120, 12), [
    'Effect on others',
    'Power or age gap',
  ]);
});
