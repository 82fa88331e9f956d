// The second file of a phone's page: fetched until it is here, and only taken where it is of this release.

import assert from 'node:assert/strict';
import test from 'node:test';
import { signal } from '@preact/signals';
import './dom';
import * as afterwards from '../../static/src/phone/later';
import { say } from '../../static/src/shared/ui/say';
import { BEFORE, fetchLater, isOther, later } from '../../static/src/phone/rest';

const URL = '/static/built/room-later.js?v=0123456789ab';
const WORDS = '/static/words/en/room-later.js?v=0123456789ab';
const said = async () => ({ default: { phone: { later: 'Later' } } });

test('of another release nothing is drawn: its half does not fit, and the page has to load again', async () => {
  await fetchLater(URL, WORDS, async () => ({ ...afterwards, later: signal(null) }), said);
  assert.deepEqual([later.value, isOther.value], [null, true]);
  isOther.value = false;
});

test('what is here is there for every view', async () => {
  const before = say('phone.sent');
  await fetchLater(URL, WORDS, async () => afterwards, said);
  assert.deepEqual([later.value, isOther.value], [afterwards, false]);
  assert.deepEqual([say('phone.later'), say('phone.sent')], ['Later', before]);
});

test('what is in it has something that stands in its place until it is here', () => {
  const views: Record<string, unknown> = { ...afterwards };
  for (const [name, before] of Object.entries(BEFORE)) {
    assert.equal(typeof views[name], 'function', name);
    assert.equal(typeof before, 'function', name);
  }
});
