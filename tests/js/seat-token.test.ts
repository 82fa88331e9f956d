// The key that a phone asks with: random, one for all its tabs, and there where nothing may be stored.

import assert from 'node:assert/strict';
import test from 'node:test';
import { seatTokens } from '../../static/src/phone/seat-token';

/** A storage as browsers have it. */
function storage({ refuses = false } = {}) {
  const held = new Map<string, string>();
  const or = <T>(act: () => T) => {
    if (refuses) throw new Error('SecurityError');
    return act();
  };
  return {
    getItem: (key: string) => or(() => held.get(key) ?? null),
    setItem: (key: string, value: string) => or(() => held.set(key, value)),
    removeItem: (key: string) => or(() => held.delete(key)),
  };
}

/** As a new tab has it: with nothing but what lies in the storage. */
function tab(localStorage: ReturnType<typeof storage>) {
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  return seatTokens();
}

test('a key is 256 random bits that an address can carry, and the same whenever it is asked for', async () => {
  const seatToken = tab(storage());
  const first = await seatToken('K7M4QX9P');
  assert.match(first, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(await seatToken('K7M4QX9P'), first);
  assert.notEqual(await seatToken('K7M4QX9R'), first);
});

test('two tabs that ask at the same moment ask with one key', async () => {
  const shared = storage();
  const [one, other] = [tab(shared), tab(shared)];
  const [a, b] = await Promise.all([one('K7M4QX9P'), other('K7M4QX9P')]);
  assert.equal(a, b);
  assert.equal(await tab(shared)('K7M4QX9P'), a);
});

test('where nothing may be stored the page keeps it, as long as it is there', async () => {
  const seatToken = tab(storage({ refuses: true }));
  const first = await seatToken('K7M4QX9P');
  assert.match(first, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(await seatToken('K7M4QX9P'), first);
});
