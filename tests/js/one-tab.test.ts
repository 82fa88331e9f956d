// Two tabs of one phone: the one that was opened last has the memory that they share.

import assert from 'node:assert/strict';
import test from 'node:test';

const held: Map<string, string> = new Map();
let refuses = false;
const localStorage = {
  getItem(key: string) {
    if (refuses) throw new Error('SecurityError');
    return held.get(key) ?? null;
  },
  setItem(key: string, value: string) {
    if (refuses) throw new Error('QuotaExceededError');
    held.set(key, value);
  },
  removeItem(key: string) {
    held.delete(key);
  },
};
const heard: Record<string, ((event: any) => void)[]> = {};
const add = (type: string, listener: any) => {
  (heard[type] ??= []).push(listener);
};
Object.assign(globalThis, { localStorage, addEventListener: add, document: { addEventListener: add } });
const { oneTab } = await import('../../static/src/phone/one-tab');
const { kept } = await import('../../static/src/shared/live/storage');
const tells = (key: string) => {
  for (const listener of heard.storage) listener({ key });
};

test('the tab that was opened last may write; the other knows as soon as it hears, or looks', () => {
  const first = oneTab('s');
  assert.equal(first.isMine(), true);
  const second = oneTab('s');
  assert.equal(first.elsewhere.value, false);
  tells('cw tab other');
  tells('cw tab s');
  assert.equal(first.elsewhere.value, true);
  assert.equal(second.elsewhere.value, false);
});

test('a tab that comes out of the browser’s memory, and heard nothing there, looks', () => {
  const first = oneTab('w');
  oneTab('w');
  assert.equal(first.elsewhere.value, false);
  for (const listener of heard.pageshow) listener({ persisted: true });
  assert.equal(first.elsewhere.value, true);
});

test('what the older tab still had to write does not overwrite what the newer one wrote', () => {
  const [older, newer] = [oneTab('t'), oneTab('t')];
  kept('cw memory t', undefined, newer.isMine).write('newer');
  const stale = kept('cw memory t', undefined, older.isMine);
  stale.write('older');
  stale.clear();
  assert.equal(kept('cw memory t').read(), 'newer');
  older.clear();
  assert.ok(held.has('cw tab t'));
  newer.clear();
  assert.equal(held.has('cw tab t'), false);
});

test('where nothing may be stored every tab has a memory of its own, and works', () => {
  refuses = true;
  const [one, other] = [oneTab('u'), oneTab('u')];
  assert.ok(one.isMine() && other.isMine());
  const memory = kept('cw memory u', undefined, one.isMine);
  memory.write('mine');
  assert.equal(memory.read(), 'mine');
  refuses = false;
});

test('once a storage is full, what was written since is read, and not what lies there from before', () => {
  const store = kept('cw desk v');
  store.write('before');
  refuses = true;
  store.write('since');
  refuses = false;
  assert.equal(store.read(), 'since');
  store.write('room again');
  held.set('cw desk v', JSON.stringify({ v: 2, value: 'by another tab' }));
  assert.equal(store.read(), 'by another tab');
});
