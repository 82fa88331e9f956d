// What changed, put over what was, is what is: the workshop's own examples (tests/messages/differences.json).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applied } from '../../static/src/shared/live/differences';

const examples = JSON.parse(readFileSync('tests/messages/differences.json', 'utf8'));

test('every example of the workshop comes out as there, keys in their order, and alters nothing', () => {
  assert.ok(examples.length >= 200);
  for (const [old, operations, now] of examples) {
    const before = JSON.stringify(old);
    assert.equal(JSON.stringify(applied(old, operations)), JSON.stringify(now));
    assert.equal(JSON.stringify(old), before);
  }
});

test('what no operation touches is the very same, so that nothing of it is drawn again', () => {
  const old: any = { notes: [{ id: 'a' }, { id: 'b', text: 'x' }], links: [] };
  const now: any = applied(old, [{ op: 'replace', path: '/notes/1/text', value: 'y' }]);
  assert.ok(now !== old && now.notes[0] === old.notes[0] && now.links === old.links);
  assert.deepEqual([now.notes[1], old.notes[1].text], [{ id: 'b', text: 'y' }, 'x']);
});
