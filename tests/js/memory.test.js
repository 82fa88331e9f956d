// What a phone keeps, and for how long: nothing outlasts its session.

import assert from 'node:assert/strict';
import test from 'node:test';
import { forgetOthers, kept } from '../../static/js/helpers/storage.js';
import { memory } from '../../static/js/live/memory.js';

/** A browser's localStorage, as far as we use it: its keys are its own properties. */
function browser() {
  /** @type {any} */
  const methods = {
    getItem(/** @type {string} */ key) { return Object.hasOwn(storage, key) ? storage[key] : null; },
    setItem(/** @type {string} */ key, /** @type {string} */ value) { storage[key] = value; },
    removeItem(/** @type {string} */ key) { delete storage[key]; },
  };
  const storage = Object.create(methods);
  /** @type {any} */ (globalThis).localStorage = storage;
  return storage;
}

const PLACED = { stage: 'abusive', missing: [], reasons: ['power'], certainty: 4, skipped: false };

test('a reload forgets nothing while the session runs', () => {
  browser();
  memory(kept('cw memory one')).place('r1', 'c1', PLACED);
  assert.equal(memory(kept('cw memory one')).latest('c1')?.stage, 'abusive');
});

test('when it is over nothing lies on the phone, and the page still has the takeaway', () => {
  const storage = browser();
  const held = memory(kept('cw memory one'));
  held.place('r1', 'c1', PLACED);
  held.onlyHere();
  held.note('will_do', 'Read the guidance');
  assert.deepEqual(Object.keys(storage), []);
  assert.equal(held.held.value.kept.will_do, 'Read the guidance');
  assert.equal(held.latest('c1')?.stage, 'abusive');
});

test('what other sessions left goes, and nothing of anybody else', () => {
  const storage = browser();
  for (const key of ['cw memory one', 'cw outbox one', 'cw memory two', 'cw outbox two', 'cw step two', 'theirs']) storage.setItem(key, '{}');
  forgetOthers('two');
  assert.deepEqual(Object.keys(storage).sort(), ['cw memory two', 'cw outbox two', 'cw step two', 'theirs']);
});
