// What is said of a card whose newest placing is not told; how far the room is; when idle phones may be counted out.

import assert from 'node:assert/strict';
import test from 'node:test';
import { certaintyWords, whyWords } from '../../static/src/shared/ui/told';
import { progressWords as onPhone } from '../../static/src/phone/board/waiting';
import { progressWords as onScreen } from '../../static/src/screen/board/placing';

test('each reason has its sentence, and a told picture none', () => {
  const said = ['stands', 'aside', 'unsure', 'few', null].map((why) => whyWords({ why }));
  assert.deepEqual(said, [
    'Fewer than three moved; the picture stands.',
    'Three or more moved. Not shown: too many stood aside.',
    'Most need to know more; too few placed to show.',
    'Too few placed to show.',
    '',
  ]);
});

test('certainty: the median, and how many are not certain where that is told', () => {
  assert.equal(certaintyWords({ median: 4, not_certain: 6 }), 'Median certainty 4 of 5; 6 not certain.');
  assert.equal(certaintyWords({ median: 4, not_certain: null }), 'Median certainty 4 of 5.');
  assert.equal(certaintyWords(null), '');
});

test('progress is in steps, and nothing is "0 of"', () => {
  const at = (more: any) => onPhone({ finished: 0, devices: 9, enough: false, ...more }, 5);
  assert.equal(at({}), 'The room waits for more to finish.');
  assert.equal(at({ finished: 5 }), 'The room waits for more to finish. 5 or more of 9 have.');
  assert.equal(at({ finished: 5, enough: true }), 'Enough have finished. 5 or more of 9 have.');
  assert.equal(
    at({ devices: 4 }),
    'Fewer than 5 devices are here. Nothing can be shown until 5 have finished.',
  );
  assert.equal(
    onScreen({ enough: true, finished: 15, devices: 24 }, 5),
    'Enough have finished: 15 or more of 24 have',
  );
  assert.equal(onScreen({ enough: false, finished: 0, devices: 24 }, 5), 'The room waits for more to finish');
});
