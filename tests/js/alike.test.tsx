// On a phone a note that stands alone is like another: a list, a tap, and another tap takes it back.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { element, happens, settle } from './dom';
import './english';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Alike, others } from '../../static/src/phone/alike';
import { hasPair, sayAgain, saysPair, stackOf } from '../../static/src/phone/said';
import { Notes } from '../../static/src/phone/stack';
import { memory } from '../../static/src/shared/live/memory';
import { EXAMPLES, partsOf } from './stage';

const example: any = EXAMPLES.filter(({ activity }) => activity === 'formulation')
  .flatMap(({ rooms }) => rooms as any[])
  .find(({ name }) => name === 'being sorted');
const PARTS = partsOf(example, 'delegate');
const note = (id: string, text: string, more = {}) => ({
  ...PARTS.formulation.notes[0],
  id,
  text,
  version: 1,
  section: 'perpetuating',
  merged: [],
  ...more,
});
const [A, B, C] = [
  note('a', 'Likes'),
  note('b', 'Laughs'),
  note('c', 'Elsewhere', { section: 'protective' }),
];
const NAME = createHash('sha256').update('a.1 b.1').digest('hex').slice(0, 16);

function phone(notes: any[] = [A, B, C]) {
  const stored: { value: any } = { value: null };
  const store: any = {
    read: () => stored.value,
    write(value: any) {
      stored.value = structuredClone(value);
    },
    clear() {},
  };
  const live = signal({ ...PARTS.formulation, notes });
  const [sent, opened]: any[][] = [[], []];
  const own: { stacks: string[] } = { stacks: [] };
  const room: any = {
    memory: memory(store),
    part: (name: string) =>
      ({ formulation: live.value, own_ideas: own, own_links: { links: [] } })[name] ?? (PARTS as any)[name],
    post: (name: string, body: any, how: any) => sent.push([name, body, how]),
  };
  const say = (next: any[]) => {
    live.value = { ...live.value, notes: next };
  };
  return { room, sent, own, opened, say, part: () => live.value };
}

async function list({ room, part }: ReturnType<typeof phone>, of: any = A) {
  const root: any = element('div');
  render(<Alike room={room} part={part()} note={of} />, root);
  await settle();
  const row = () => [...root.querySelectorAll('button')] as any[];
  return { row, root };
}

test('the list has the other notes of the same area, and says so where there is none', async () => {
  const here = phone();
  assert.deepEqual(
    others(here.part(), A).map((n) => n.id),
    ['b'],
  );
  const { root } = await list(here, C);
  assert.match(root.textContent, /no other note here/);
  render(null, root);
});

test('a tap says it under the name that the workshop gives these notes, another takes it back', async () => {
  const here = phone();
  const { row, root } = await list(here);
  const said = (on: boolean) => [
    'formulation.idea',
    { stack: NAME, notes: ['a', 'b'], on },
    { about: `idea ${NAME}` },
  ];
  assert.equal(row()[0].getAttribute('aria-pressed'), 'false');
  happens(row()[0], 'click');
  await settle();
  assert.deepEqual(here.sent, [said(true)]);
  assert.equal(row()[0].getAttribute('aria-pressed'), 'true');
  assert.ok(hasPair(here.room, A) && hasPair(here.room, B) && !hasPair(here.room, C));
  happens(row()[0], 'click');
  await settle();
  assert.deepEqual(here.sent[1], said(false));
  assert.ok(!saysPair(here.room, A, B) && !hasPair(here.room, A));
  render(null, root);
});

test('of other words it is not said, and of the note that stands for one it is', async () => {
  const here = phone();
  const { row, root } = await list(here);
  happens(row()[0], 'click');
  await settle();
  render(null, root);
  here.say([A, { ...B, version: 2 }, C]);
  assert.ok(!saysPair(here.room, A, { ...B, version: 2 }));
  const stand = note('s', 'Stands', { merged: ['b'] });
  here.say([A, stand, C]);
  assert.ok(saysPair(here.room, A, stand) && hasPair(here.room, stand));
  here.say([note('s', 'Stands', { merged: ['a', 'b'] }), C]);
  assert.ok(!hasPair(here.room, note('s', 'Stands')), 'they are one');
});

test('to a workshop that has forgotten it is said again, unless one of the two is gone', async () => {
  const here = phone();
  const { row, root } = await list(here);
  happens(row()[0], 'click');
  await settle();
  render(null, root);
  here.sent.length = 0;
  sayAgain(here.room);
  assert.deepEqual(
    here.sent.map(([, body]) => body.stack),
    [NAME],
  );
  here.own.stacks = [NAME];
  sayAgain(here.room);
  here.own.stacks = [];
  here.say([A, C]);
  sayAgain(here.room);
  assert.equal(here.sent.length, 1);
});

test('a note that stands alone has it while notes are sorted, one in a stack has not', async () => {
  const root: any = element('div');
  const here = phone([A, B, note('d', 'Alone')]);
  const stacks = { offered: [{ id: stackOf([A, B]), notes: ['a', 'b'] }], folded: [] };
  const drawn = async (phase: string) => {
    const part = { ...here.part(), phase };
    render(<Notes room={here.room} part={part} stacks={stacks} notes={part.notes} onMenu={() => {}} />, root);
    await settle();
    return [...root.querySelectorAll('button')].filter((b: any) => /Like another/.test(b.textContent)).length;
  };
  assert.equal(await drawn('sort'), 1);
  assert.equal(await drawn('join'), 0);
  render(null, root);
});
