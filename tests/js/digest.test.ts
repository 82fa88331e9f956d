// The digest that pages make themselves is the one that the workshop makes.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { sha256 } from '../../static/src/shared/ui/digest';

test('it is SHA-256, whatever the length and the letters', () => {
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (const text of [...Array.from({ length: 140 }, (_, n) => 'x'.repeat(n)), 'ä €𝒳'.repeat(50)])
    assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'), `${text.length} letters`);
});
