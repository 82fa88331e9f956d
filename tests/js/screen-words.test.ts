// What the projector works out before it draws: pages, time, dots, rows, words.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packed, pageAt } from '../../static/src/screen/pages';
import { share, timeWords } from '../../static/src/screen/time';
import { linesOf } from '../../static/src/screen/units';
import { inOrder, size } from '../../static/src/screen/board/words';
import { person } from '../../static/src/shared/ui/people';
import { reading, split } from '../../static/src/screen/formulation/reading';
import { cover, groups, pages } from '../../static/src/screen/plan-rows';
import { arranged } from '../../static/src/screen/questions';
import { crowd } from '../../static/src/screen/welcome-dots';

test('a page takes what fits, in order, and an item too large for any page has one to itself', () => {
  assert.deepEqual(
    packed([2, 2, 2, 9, 1], 5, (n) => n),
    [[2, 2], [2], [9], [1]],
  );
  assert.deepEqual(
    packed([], 5, () => 1),
    [],
  );
});

test('the clock turns pages, the same on every screen, and leaves one page alone', () => {
  assert.deepEqual(
    [0, 24, 48, 72].map((now) => pageAt(now, 3)),
    [0, 1, 2, 0],
  );
  assert.equal(pageAt(1e9, 1), 0);
});

test('time counts up in minutes and says when it has passed', () => {
  const timer = { started: 1000, seconds: 180 };
  assert.deepEqual(
    [900, 1010, 1061, 1130, 1180, 5000].map((now) => timeWords(timer, now)),
    [
      '3 minutes',
      '3 minutes',
      '1 of 3 minutes',
      '2 of 3 minutes',
      '3 minutes have passed',
      '3 minutes have passed',
    ],
  );
  assert.equal(timeWords({ started: 0, seconds: 45 }, 10), '45 seconds');
  assert.equal(timeWords({ started: 0, seconds: 60 }, 61), '1 minute has passed');
  assert.deepEqual(
    [900, 1090, 9999].map((now) => share(timer, now)),
    [0, 0.5, 1],
  );
});

for (const [count, width] of [
  [1, 1100],
  [22, 1100],
  [100, 1100],
  [1000, 1100],
  [1000, 630],
]) {
  test(`${count} devices fit in the lobby's row of ${width}, and do not touch`, () => {
    const { r, at } = crowd(count, width, 64);
    assert.equal(at.length, count);
    assert.ok(at.every(([x, y]) => x - r >= -0.1 && x + r <= width + 0.1 && y - r >= -0.1 && y + r <= 64.1));
    const closest = Math.min(...at.slice(1).map(([x, y]) => Math.hypot(x - at[0][0], y - at[0][1])));
    assert.ok(closest > 2 * r);
  });
}

test('few devices have the largest dots; none have none', () => {
  assert.equal(crowd(19, 1100, 64).r, 13);
  assert.deepEqual(crowd(0, 1100, 64).at, []);
});

test('cards stand in the order of the talk, withheld ones last', () => {
  const board = { queue: ['b', 'a'], results: ['a', 'b', 'd', 'c'].map((card) => ({ card })) as any };
  assert.deepEqual(
    inOrder(board).map((r) => r.card),
    ['b', 'a', 'c', 'd'],
  );
});

test('names of a case, and sizes by length', () => {
  assert.equal(person({ id: 'ash', note: '15, Year 10' }), 'Ash: 15, Year 10');
  assert.equal(person({ id: 'p1', note: '15, Year 10' }), '15, Year 10');
  assert.deepEqual(
    [20, 100, 500].map((n) => size('x'.repeat(n))),
    ['', 'is-long', 'is-longer'],
  );
});

test('lines are broken between words, and a word too long for a line takes several', () => {
  const ten = (text: string) => 10 * text.length;
  assert.equal(linesOf('aaaa bbbb', 1, 90, ten), 1);
  assert.equal(linesOf('aaaa bbbb', 1, 80, ten), 2);
  assert.equal(linesOf('a'.repeat(25), 1, 100, ten), 3);
  assert.equal(linesOf('', 1, 100, ten), 1);
});

test('a sentence is cut before its joining words, so that they can be seen', () => {
  assert.deepEqual(split('A, because b; and c; eased by d.', ['because', 'eased by']), [
    { lead: '', text: 'A, ' },
    { lead: 'because', text: ' b; and c; ' },
    { lead: 'eased by', text: ' d.' },
  ]);
  assert.deepEqual(split('A, because b.', ['because', 'eased by']), [
    { lead: '', text: 'A, ' },
    { lead: 'because', text: ' b.' },
  ]);
  assert.deepEqual(split('', ['because']), []);
});

test('the facilitator’s own sentences are read instead, unless they take more than one breath', () => {
  const words = { because: 'because', kept: 'kept', eased: 'eased by' };
  const leads = { because: 'Because', kept_going: 'Kept going by', eased: 'Eased by' };
  const explained = (text: string) => ({
    aloud: { what: 'S', because: ['t'], eased: [] },
    explanation: { because: { text }, kept_going: { text: '' } },
  });
  assert.deepEqual(reading(explained('It came together.'), words, leads), [
    { lead: 'Because', text: ': It came together.' },
  ]);
  assert.deepEqual(reading(explained('x'.repeat(300)), words, leads), [
    { lead: '', text: 'S, ' },
    { lead: 'because', text: ' t.' },
  ]);
});

const TARGETS = ['safety', 'harmed'];
const action = (id: string, target: string, note: string | null = null): any => ({ id, target, note });

test('a plan stands in the order of its targets, holes last, each group named once', () => {
  const found = groups({
    targets: TARGETS,
    actions: [action('1', 'harmed'), action('2', 'safety'), action('3', 'safety')],
    needs: [
      { note: 'm', text: 'm', target: 'harmed', kind: 'safe', met: true },
      { note: 'n', text: 't', target: 'harmed', kind: 'safe', met: false },
    ],
  });
  assert.deepEqual(
    found.map((group) => group.map((row) => [row.id, row.target, row.first])),
    [
      [
        ['2', 'safety', true],
        ['3', 'safety', false],
      ],
      [['1', 'harmed', true]],
      [['need n', '', true]],
    ],
  );
});

test('seven rows to a page; groups stay together; a page names its first group again', () => {
  const many = (target: string, n: number) =>
    Array.from({ length: n }, (_, i) => action(`${target}${i}`, target));
  const count = (safety: number, harmed: number) =>
    pages(
      groups({
        targets: TARGETS,
        actions: [...many('safety', safety), ...many('harmed', harmed)],
        needs: [],
      }),
    ).map((page) => page.length);
  assert.deepEqual(count(3, 4), [7]);
  assert.deepEqual(count(4, 4), [4, 4]);
  assert.deepEqual(count(9, 1), [7, 3]);
  assert.equal(pages(groups({ targets: TARGETS, actions: many('safety', 9), needs: [] }))[1][0].first, true);
});

test('needs that have an action are counted', () => {
  assert.deepEqual(cover({ needs: [{ met: true }, { met: false }, { met: true }] }), { met: 2, of: 3 });
});

test('questions take the largest size at which all fit; very many take pages', () => {
  const ask = (n: number, long: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `${i}`, text: 'word '.repeat(long) })) as any[];
  assert.equal(arranged(ask(1, 10), 1680).index, 0);
  assert.equal(arranged(ask(3, 14), 1680).index, 1);
  const full = arranged(ask(20, 50), 1680);
  assert.equal(full.index, 2);
  assert.ok(full.pages.length > 1);
  assert.equal(full.pages.flat().length, 20);
});
