// On a phone what others write waits below a line: nothing moves from under a finger. What was taken away is gone at once.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, settle } from './dom';
import './english';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Delegate } from '../../static/src/phone/formulation';
import { partners } from '../../static/src/phone/join-up';
import { freshIn, still } from '../../static/src/phone/still';
import { EXAMPLES, makeRoom, partsOf } from './stage';

const example: any = EXAMPLES.filter(({ activity }) => activity === 'formulation')
  .flatMap(({ rooms }) => rooms as any[])
  .find(({ name }) => name.startsWith('links that several say'));
const FORMULATION = partsOf(example, 'delegate').formulation;
const note = (id: string, text: string, more = {}) => ({
  ...FORMULATION.notes[0],
  id,
  text,
  section: 'perpetuating',
  merged: [],
  beside: null,
  ...more,
});
const wall = (notes: any[], links: any[] = []) => ({
  part: { ...FORMULATION, notes, links },
  stacks: { offered: [], folded: [] },
});
const NONE = new Set<string>();

test('what others add or change waits, and is counted; what this phone does is seen at once', () => {
  const stood = wall([note('b', 'B')]);
  const live = wall([note('a', 'A'), note('b', 'B, better'), note('m', 'Mine')]);
  const shown = still(stood, live, NONE);
  assert.deepEqual(
    shown.part.notes.map((n) => n.text),
    ['B'],
  );
  assert.equal(freshIn('keeps_going', shown, live), 3);
  const own = still(stood, live, new Set(['Mine', 'b']));
  assert.deepEqual(
    own.part.notes.map((n) => n.text),
    ['B, better', 'Mine'],
  );
  assert.equal(freshIn('keeps_going', own, live), 1);
});

test('a link that others make waits, one that this phone makes does not', () => {
  const notes = [note('a', 'A'), note('b', 'B')];
  const link = { id: 'l', source: 'a', target: 'b', kind: 'because', support: null };
  const [stood, live] = [wall(notes), wall(notes, [link])];
  assert.equal(still(stood, live, NONE).part.links.length, 0);
  assert.equal(still(stood, live, new Set(['a'])).part.links.length, 1);
  assert.equal(freshIn('keeps_going', still(stood, live, NONE), live), 1);
});

test('a note that arrives moves no button, until the line is tapped', async () => {
  const root: any = element('div');
  const live = signal<any>(FORMULATION);
  const room: any = makeRoom(example, 'delegate', []);
  const { part } = room;
  room.part = (name: string) => (name === 'formulation' ? live.value : part(name));
  render(<Delegate room={room} />, root);
  await settle();
  const buttons = () =>
    all(root.querySelector('main'))
      .filter(({ localName }) => localName === 'button')
      .map((b) => b.getAttribute('aria-label') ?? b.textContent);
  const before = buttons();
  const { notes } = live.value;
  const happened = notes.find((n: any) => n.section === 'known');
  live.value = { ...live.value, notes: [{ ...happened, id: '0', text: 'AAA' }, ...notes] };
  await settle();
  const after = buttons();
  const line = after.findIndex((words) => /1 new/.test(words));
  assert.ok(line > 0, after.join());
  assert.deepEqual(
    after.filter((_, at) => at !== line),
    before.filter((_, at) => at !== line),
  );
  const pressed = all(root.querySelector('main')).filter(({ localName }) => localName === 'button')[line];
  pressed.click();
  await settle();
  assert.match(root.textContent, /AAA/);
  live.value = { ...live.value, notes: notes.filter((n: any) => n.id !== happened.id) };
  await settle();
  assert.ok(!root.textContent.includes('AAA'), 'what was taken away is gone at once');
  assert.match(root.textContent, /taken away or went into another/);
  render(null, root);
});

test('likely partners come first, by area, and the note itself is none', () => {
  const part = wall([
    note('one', 'One', { section: 'presenting' }),
    note('b', 'Why now', { section: 'precipitating' }),
    note('k', 'Keeps'),
    note('h', 'Helps', { section: 'protective' }),
    note('s', 'Same area', { section: 'presenting' }),
  ]).part;
  const order = (verb: any) => partners(part, verb, part.notes[0]).map(({ area }) => area);
  assert.deepEqual(order('because').slice(0, 2), ['why_now', 'keeps_going']);
  assert.equal(order('eases')[0], 'helps');
  assert.equal(order('alternative')[0], 'happened');
  assert.ok(
    partners(part, 'because', part.notes[0]).every(({ notes }) => notes.every((n) => n.id !== 'one')),
  );
});
