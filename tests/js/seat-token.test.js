// The key that a phone asks with: random, one for all its tabs, and there where nothing may be stored.

import assert from 'node:assert/strict';
import test from 'node:test';

/** A storage as browsers have it. @param {{refuses?: boolean}} [options] */
function storage({ refuses = false } = {}) {
  const held = new Map();
  const or = (/** @type {() => any} */ act) => { if (refuses) throw new Error('SecurityError'); return act(); };
  return {
    held, getItem: (/** @type {string} */ key) => or(() => held.get(key) ?? null),
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => or(() => held.set(key, value)), removeItem: (/** @type {string} */ key) => or(() => held.delete(key)),
  };
}

/** As a new tab has it: the module read anew. @param {any} localStorage */
async function tab(localStorage) {
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  return (await import(`../../static/js/helpers/seat-token.js?${Math.random()}`)).seatToken;
}

test('a key is 256 random bits that an address can carry, and the same whenever it is asked for', async () => {
  const seatToken = await tab(storage());
  const first = await seatToken('K7M4QX9P');
  assert.match(first, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(await seatToken('K7M4QX9P'), first);
  assert.notEqual(await seatToken('K7M4QX9R'), first);
});

test('two tabs that ask at the same moment ask with one key', async () => {
  const shared = storage();
  const [one, other] = [await tab(shared), await tab(shared)];
  const [a, b] = await Promise.all([one('K7M4QX9P'), other('K7M4QX9P')]);
  assert.equal(a, b);
  assert.equal(await (await tab(shared))('K7M4QX9P'), a);
});

test('where nothing may be stored the page keeps it, as long as it is there', async () => {
  const seatToken = await tab(storage({ refuses: true }));
  const first = await seatToken('K7M4QX9P');
  assert.match(first, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(await seatToken('K7M4QX9P'), first);
});
