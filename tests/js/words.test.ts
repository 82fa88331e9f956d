// What people write, on the phone: the same examples as the workshop's, and the browser's own sense of a character.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isBlank, lengthOf, tidy } from '../../static/src/shared/ui/words';

const examples = JSON.parse(readFileSync('tests/messages/words.json', 'utf-8'));

for (const { what, given, kept, blank } of examples) {
  test(what, () => {
    assert.equal(tidy(given), kept);
    assert.equal(tidy(kept), kept, 'what is tidy stays as it is');
    assert.equal(isBlank(kept), blank ?? false);
    assert.equal(lengthOf(given), [...kept].length);
    assert.ok(!/[\ud800-\udfff]/u.test(kept), 'no halves');
  });
}
