// The second file of a phone's page: fetched until it is here.

import assert from 'node:assert/strict';
import test from 'node:test';

import './dom';
import * as afterwards from '../../static/src/phone/later';
import { fetchLater, later } from '../../static/src/phone/rest';

const URL = '/static/built/room-later.js?v=0123456789ab';

test('it is asked for again, a moment later and by another address, until it comes', async () => {
  const asked: string[] = [];
  const waited: number[] = [];
  await fetchLater(
    URL,
    async (url) => {
      asked.push(url);
      if (asked.length < 7) throw new TypeError('Failed to fetch');
      return afterwards;
    },
    async (ms) => waited.push(ms),
  );
  assert.equal(later.value, afterwards);
  assert.deepEqual(asked.slice(0, 3), [URL, `${URL}&try=1`, `${URL}&try=2`]);
  assert.equal(new Set(asked).size, 7);
  assert.deepEqual(waited, [1000, 2000, 4000, 8000, 8000, 8000]);
});

test('what is here is not asked for again', async () => {
  later.value = afterwards;
  await fetchLater(URL, () => assert.fail('it is here'));
});
