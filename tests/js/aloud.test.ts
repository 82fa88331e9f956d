// The picture of the notes, read aloud: as the report has it (tests/outputs/test_anonymise.py).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aloud } from '../../static/src/shared/ui/aloud';

const EXAMPLES: [string[], string[], string][] = [
  [['a new school'], [], 'Messages at night, because a new school.'],
  [['nobody says no', 'a new school'], [], 'Messages at night, because nobody says no; and a new school.'],
  [['one', 'two', 'three'], [], 'Messages at night, because one; two; and three.'],
  [['a new school'], ['MSN is blocked'], 'Messages at night, because a new school; eased by MSN is blocked.'],
];

for (const [because, eased, said] of EXAMPLES) {
  test(said, () => assert.equal(aloud({ what: 'Messages at night', because, eased }), said));
}

test('where nothing is joined, nothing is read', () => {
  assert.equal(aloud(null), '');
});
