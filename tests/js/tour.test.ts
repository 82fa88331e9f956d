// The first look: one bubble at a time beside what it names; whoever leaves it has left it for good.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, element, happens, settle } from './dom';
import { beside, STOPS, tour } from '../../static/src/office/tour';

const PAGE = { left: 0, top: 0, right: 1280, bottom: 800 };
const BUBBLE = { width: 380, height: 160 };

test('a bubble stands beneath what it names, within the page, and points at its middle', () => {
  const named = { left: 860, right: 1240, top: 132, bottom: 220 };
  assert.deepEqual(beside(named, BUBBLE, PAGE), { left: 860, top: 236, tip: 190, above: false });
});

test('where there is no room beneath it stands above', () => {
  const named = { left: 860, right: 1240, top: 600, bottom: 780 };
  assert.deepEqual(beside(named, BUBBLE, PAGE), { left: 860, top: 424, tip: 190, above: true });
});

test('at the edges it stays on the page, and still points', () => {
  const phone = { ...PAGE, right: 360, bottom: 1400 };
  const narrow = { width: 336, height: 160 };
  assert.deepEqual(beside({ left: 300, right: 344, top: 6, bottom: 50 }, narrow, phone), {
    left: 12,
    top: 66,
    tip: 310,
    above: false,
  });
  assert.equal(beside({ left: 0, right: 40, top: 6, bottom: 50 }, narrow, phone).left, 12);
});

function begun(left: string | null = null) {
  const store = { kept: left, read: () => store.kept, write: (v: string) => (store.kept = v), clear() {} };
  document.body.textContent = '';
  for (const [id] of STOPS) element('div').id = id;
  const where = element('div');
  tour(where, store as any);
  const button = (name: string) => all(where).find((e) => e.textContent === name);
  return { where, store, button };
}

test('it goes from one to the next, names each, and the last one ends it for good', async () => {
  const { where, store, button } = begun();
  for (const [at, [id]] of STOPS.entries()) {
    await settle();
    assert.equal(all(where).filter((e) => e.className.includes('bubble-dots')).length, 1);
    assert.deepEqual(
      STOPS.map(([each]) => document.getElementById(each)?.classList.contains('is-named')),
      STOPS.map(([each]) => each === id),
    );
    assert.equal(store.kept, null);
    happens(button(at < STOPS.length - 1 ? 'Next' : 'Done'), 'click');
  }
  await settle();
  assert.equal(where.textContent, '');
  assert.equal(store.kept, 'left');
  assert.equal(document.querySelectorAll('.is-named').length, 0);
});

test('Escape leaves it for good, and Help brings it back', async () => {
  const { where, store } = begun();
  await settle();
  dispatchEvent(Object.assign(new Event('keydown'), { key: 'a' }));
  assert.notEqual(where.textContent, '');
  dispatchEvent(Object.assign(new Event('keydown'), { key: 'Escape' }));
  await settle();
  assert.equal(where.textContent, '');
  assert.equal(store.kept, 'left');
  const again = begun('left');
  await settle();
  assert.equal(again.where.textContent, '');
  Object.assign(location, { hash: '#tour' });
  const asked = begun('left');
  await settle();
  assert.notEqual(asked.where.textContent, '');
  Object.assign(location, { hash: '' });
});
