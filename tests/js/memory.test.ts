// What a phone keeps, and for how long: nothing outlasts its session.

import assert from 'node:assert/strict';
import test from 'node:test';
import { forgetOthers, kept, STORED } from '../../static/src/shared/live/storage';
import { ofBefore } from '../../static/src/phone/before';
import { memory } from '../../static/src/shared/live/memory';
import { Outbox } from '../../static/src/shared/live/outbox';

/** A browser's localStorage, as far as we use it: its keys are its own properties. */
function browser() {
  const methods: any = {
    getItem(key: string) {
      return Object.hasOwn(storage, key) ? storage[key] : null;
    },
    setItem(key: string, value: string) {
      storage[key] = value;
    },
    removeItem(key: string) {
      delete storage[key];
    },
  };
  const storage = Object.create(methods);
  (globalThis as any).localStorage = storage;
  return storage;
}

const PLACED = { stage: 'abusive', missing: [], reasons: ['power'], certainty: 4, skipped: false };

test('a reload forgets nothing while the session runs', () => {
  browser();
  const before = memory(kept('cw memory one'));
  before.place('r1', 'c1', PLACED);
  before.counted('r1', 'c1', PLACED);
  const after = memory(kept('cw memory one'));
  assert.deepEqual([after.placed('r1').c1, after.latest('c1')?.stage], [PLACED, 'abusive']);
});

test('when it is over nothing lies on the phone, and the page still has the takeaway', () => {
  const storage = browser();
  const held = memory(kept('cw memory one'));
  held.counted('r1', 'c1', PLACED);
  held.onlyHere();
  held.note('will_do', 'Read the guidance');
  assert.deepEqual(Object.keys(storage), []);
  assert.equal(held.held.value.kept.will_do, 'Read the guidance');
  assert.equal(held.latest('c1')?.stage, 'abusive');
});

test('what other sessions left goes, and nothing of anybody else', () => {
  const storage = browser();
  for (const key of [
    'cw memory one',
    'cw outbox one',
    'cw memory two',
    'cw outbox two',
    'cw step two',
    'theirs',
  ])
    storage.setItem(key, '{}');
  forgetOthers('two');
  assert.deepEqual(Object.keys(storage).sort(), ['cw memory two', 'cw outbox two', 'cw step two', 'theirs']);
});

test('what lies on the phone says of which version it is', () => {
  const storage = browser();
  kept('cw outbox one').write([1]);
  assert.deepEqual(JSON.parse(storage['cw outbox one']), { v: STORED, value: [1] });
  assert.deepEqual(kept('cw outbox one').read(), [1]);
});

test('what a version before left is read, made into ours and kept as ours', () => {
  const storage = browser();
  storage.setItem(
    'cw memory one',
    JSON.stringify({ rounds: { r1: { c1: PLACED } }, order: ['r1'], drafts: { ask: 'Why' }, kept: {} }),
  );
  storage.setItem(
    'cw outbox one',
    JSON.stringify([
      { id: 'a', name: 'board.place', body: {}, about: 'r1 c1', round: 'r1', state: 'waiting', message: '' },
    ]),
  );
  const unsent = kept('cw outbox one');
  const held = memory(kept('cw memory one', (was) => ofBefore(was, unsent.read())));
  assert.equal(held.placed('r1').c1.stage, 'abusive');
  held.draft('question', 'Why?');
  assert.equal(JSON.parse(storage['cw memory one']).v, STORED);
  const seen: any[] = [];
  const box = new Outbox({
    store: kept('cw outbox one', (value, v) => {
      seen.push(v);
      return value;
    }),
    send: null as any,
  });
  assert.deepEqual([seen, box.waiting()], [[1], 1]);
});

test('what a newer version left is neither read nor written over nor emptied, and the page can say so', () => {
  const storage = browser();
  const left = JSON.stringify({ v: STORED + 1, value: { answers: 'of a form that nobody here knows' } });
  storage.setItem('cw outbox one', left);
  const store = kept('cw outbox one');
  const box = new Outbox({ store, send: async () => ({ ok: true, rev: 1 }), pause: async () => {} });
  box.keep([{ id: 'a', name: 'board.place', body: {}, about: '', round: '', state: 'waiting', message: '' }]);
  assert.deepEqual([box.waiting(), store.isNewer(), storage['cw outbox one']], [1, true, left]);
  box.keep([]);
  assert.equal(storage['cw outbox one'], left);
  box.clear(); // the session is over
  assert.deepEqual(Object.keys(storage), []);
});
