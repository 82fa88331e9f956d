// Support on the projector: every way in is shown, on as many pages as the room for it asks.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element, settle } from './dom';
import './english';
import { render } from 'preact';
import { Support } from '../../static/src/screen/support';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);
const ways = (title: string) =>
  Array.from({ length: 6 }, (_, at) => ({
    title: `${title} ${at}`,
    text: '',
    url: 'https://www.example.org',
    number: '0800 1111',
    hours: '',
    nations: [] as any[],
  }));

async function shown(name: string, room: number, narrow = false, title = '') {
  const root: any = element('div');
  render(<Support resources={ways(name)} room={room} narrow={narrow} title={title} />, root);
  await settle();
  const rows = [...root.querySelectorAll('li')].map((row: any) => row.textContent as string);
  const [head] = root.querySelectorAll('h2');
  render(null, root);
  return head ? [head.textContent as string, ...rows] : rows;
}

test('ordinary names stand on one page, with their numbers and addresses', async () => {
  const rows = await shown('Childline', 264);
  assert.equal(rows.length, 6);
  assert.match(rows[0], /Childline 0 0800 1111 www\.example\.org/);
});

test('what has no room comes on a next page, whole, and the page says which one it is', async () => {
  const rows = await shown(LONG, 264);
  assert.ok(rows.length < 6 && rows.length > 1);
  assert.match(rows[rows.length - 1], /^\d of \d$/);
  assert.ok(rows.slice(0, -1).every((row) => row.startsWith(LONG)));
});

test('a title says which page it is, and the list has that room too', async () => {
  const rows = await shown(LONG, 264, false, 'Support');
  assert.match(rows[0], /^Support · \d of \d$/);
  assert.ok(rows.slice(1).every((row) => row.startsWith(LONG)));
});

test('in one column beside another list there is room for fewer', async () => {
  assert.equal((await shown('Childline', 2000, true)).length, 6);
  assert.ok((await shown('Childline', 400, true)).length < 6);
});
