// Back closes what lies over the page, one thing at a time, and leaves the page only when nothing does.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element } from './dom';
import { render } from 'preact';
import { signal } from '@preact/signals';

/** The entries of this tab's history, and where it stands. */
let entries: any[] = [null];
let at = 0;
const heard: ((event: any) => void)[] = [];
let left = false;
const history = {
  get state() {
    return entries[at];
  },
  pushState: (state: any) => {
    entries = [...entries.slice(0, at + 1), state];
    at += 1;
  },
  back: () => setTimeout(back, 0),
};
Object.defineProperty(globalThis, 'history', { value: history, configurable: true });
Object.defineProperty(globalThis, 'addEventListener', {
  value: (type: string, listener: any) => type === 'popstate' && heard.push(listener),
  configurable: true,
});
const { useBack } = await import('../../static/src/shared/ui/back');

/** The person, or the page, goes back. */
function back() {
  if (at === 0) {
    left = true;
    return;
  }
  at -= 1;
  for (const listener of heard) listener({});
}
async function quiet() {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => setTimeout(done, 2)); // the page waits by the clock
}

const open = signal<string[]>([]);
function Over({ name }: { name: string }) {
  useBack(open.value.includes(name), () => {
    open.value = open.value.filter((n) => n !== name);
  });
  return <p>{name}</p>;
}
const root = element('div');
render(
  <div>
    <Over name="a" />
    <Over name="b" />
  </div>,
  root as any,
);

async function opens(...names: string[]) {
  open.value = names;
  await quiet();
}

test('nothing over the page: Back is the browser’s own', async () => {
  await quiet();
  assert.equal(entries.length, 1);
});

test('Back closes what is open, and the page stays', async () => {
  await opens('a');
  assert.deepEqual(history.state, { cw: 'over' });
  back();
  await quiet();
  assert.deepEqual(open.value, []);
  assert.equal(at, 0);
  assert.equal(left, false);
});

test('its entry is there in the very moment in which it is seen', async () => {
  const other = element('div');
  open.value = ['c'];
  render(<Over name="c" />, other as any);
  assert.deepEqual(history.state, { cw: 'over' });
  render(null, other as any);
  await opens();
  assert.equal(at, 0);
});

test('the topmost first: one entry stands for all of them', async () => {
  await opens('a');
  await opens('a', 'b');
  assert.equal(entries.length, 2);
  back();
  await quiet();
  assert.deepEqual(open.value, ['a']);
  back();
  await quiet();
  assert.deepEqual(open.value, []);
  assert.equal(at, 0);
});

test('what closes by itself takes its entry along, so that the next Back leaves', async () => {
  await opens('a');
  await opens();
  assert.equal(at, 0);
  back();
  assert.equal(left, true);
});

test('one sheet after another keeps the entry', async () => {
  await opens('a');
  await opens('b');
  assert.equal(at, 1);
  back();
  await quiet();
  assert.deepEqual(open.value, []);
});
