// Two explanations beside each other: boxes of one size hold all texts, as many lines in both, and what they fit with is
// no condition for going on.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element, settle } from './dom';
import './english';
import { render } from 'preact';
import { Another } from '../../static/src/screen/formulation/another';
import { apartLines, both, shared } from '../../static/src/screen/formulation/both';
import { accounted } from '../../static/src/shared/ui/another';
import { EXAMPLES, partsOf } from './stage';

const example: any = EXAMPLES.filter(({ activity }) => activity === 'formulation')
  .flatMap(({ rooms }) => rooms as any[])
  .find(({ name }) => name === 'another explanation');
const PART = partsOf(example, 'screen').formulation;
const EMPTY = Object.fromEntries(Object.keys(PART.explanation).map((id) => [id, { text: '', version: 0 }]));
const with_ = (texts: Record<string, string>): any => ({
  ...PART,
  explanation: {
    ...EMPTY,
    ...Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { text, version: 1 }])),
  },
});
const LONG = 'They were told of it twice and said so to nobody. '.repeat(12).trim();

async function boxes(texts: Record<string, string>): Promise<string[]> {
  const root: any = element('div');
  render(<Another part={with_(texts)} />, root);
  await settle();
  const found = [...root.querySelectorAll('.screen-both section')].map((box: any) => box.textContent);
  render(null, root);
  return found;
}

test('what both fit with is shown once it is said of one, and of the other a line stays a line', async () => {
  const said = { because: 'A dare.', rival: 'A threat.' };
  for (const box of await boxes(said)) assert.doesNotMatch(box, /Fits with/);
  const [ours, other] = await boxes({ ...said, rival_fits: 'Told no one', ours_leaves: 'Why alone' });
  assert.match(ours, /Fits with….*Does not account forWhy alone/);
  assert.match(other, /Fits withTold no one.*Does not account for…/);
});

test('the phase is done with what neither accounts for, whether or not they fit with anything', () => {
  const asked = { rival: 'A threat.', ours_leaves: 'Why alone', rival_leaves: 'The scores' };
  assert.ok(accounted(with_(asked)));
  assert.ok(!accounted(with_({ ...asked, rival_leaves: '', ours_fits: 'A', rival_fits: 'B' })));
});

test('short texts stand in large letters, each with the lines of the longer one', () => {
  const { size, lines } = both(
    [
      ['A dare.', 'A threat.'],
      ['The game', 'Told no one'],
      ['Why', 'Who'],
    ],
    1920,
  );
  assert.deepEqual([size, lines], [1, [1, 1, 1]]);
  const longer = both(
    [
      [LONG.slice(0, 100), ''],
      ['The game', ''],
      ['Why', ''],
    ],
    1920,
  );
  assert.deepEqual([longer.size, longer.lines], [2, [3, 1, 1]]);
});

for (const [name, width] of [
  ['a wide projector', 1920],
  ['a narrow one', 1440],
] as const)
  test(`texts of full length have room in both boxes on ${name}`, () => {
    for (const rows of [[LONG], [LONG, LONG], [LONG, LONG, LONG]].map((of) =>
      of.map((text) => [text, text]),
    )) {
      const { size, lines } = both(rows, width);
      const high = 66 + 39 + 10 + 78 * (rows.length - 1) + 1.2 * 34 * lines.reduce((all, n) => all + n, 0);
      assert.ok(size === 3 && high <= 600, `${high} of 600`);
      assert.ok(Math.min(...lines) >= 2);
    }
  });

test('questions of full length share four lines', () => {
  assert.deepEqual(apartLines([LONG, LONG, 'Who?'], 1440), [2, 1, 1]);
  assert.deepEqual(apartLines(['Who?', 'When?', 'Why?'], 1440), [1, 1, 1]);
});

test('lines go where they are needed, one at a time', () => {
  assert.deepEqual(shared([9, 1, 1], 8), [6, 1, 1]);
  assert.deepEqual(shared([9, 9, 9], 8), [3, 3, 2]);
  assert.deepEqual(shared([1, 2, 1], 8), [1, 2, 1]);
});
