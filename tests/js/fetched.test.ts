// What a page cannot do without: asked for until it is here.

import assert from 'node:assert/strict';
import test from 'node:test';
import { fetched } from '../../static/src/shared/ui/fetched';

const URL = '/static/words/en/room.js?v=0123456789ab';

test('it is asked for again, a moment later and by another address, until it comes', async () => {
  const asked: string[] = [];
  const waited: number[] = [];
  const found = await fetched(
    URL,
    async (url) => {
      asked.push(url);
      if (asked.length < 7) throw new TypeError('Failed to fetch');
      return { default: 'here' };
    },
    async (ms) => waited.push(ms),
  );
  assert.deepEqual(found, { default: 'here' });
  assert.deepEqual(asked.slice(0, 3), [URL, `${URL}&try=1`, `${URL}&try=2`]);
  assert.equal(new Set(asked).size, 7);
  assert.deepEqual(waited, [1000, 2000, 4000, 8000, 8000, 8000]);
});
