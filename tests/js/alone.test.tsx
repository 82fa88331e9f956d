// Words that are begun alone are before their writer in every phase, until they are sent or taken away by that writer.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, settle } from './dom';
import './english';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Delegate } from '../../static/src/phone/formulation';
import { wordsLeft } from '../../static/src/shared/live/left';
import { OPEN } from '../../static/src/shared/live/note-kind';
import { EXAMPLES, makeRoom, partsOf } from './stage';

const PHASES = ['silent', 'gather', 'sort', 'join'];
const example: any = EXAMPLES.filter(({ activity }) => activity === 'formulation')
  .flatMap(({ rooms }) => rooms as any[])
  .find(({ name }) => name === 'written in silence');
const { sections } = partsOf(example, 'delegate').formulation;
const KEEPS = sections.find(({ area }: any) => area === 'keeps_going').id;
const TOLD = { ...OPEN, sure: 'told' };

/** A phone that has begun a note alone. */
async function writing() {
  const root: any = element('div');
  const phase = signal('silent');
  const sent: any[] = [];
  const room: any = makeRoom(example, 'delegate', sent);
  const { part } = room;
  room.part = (name: string) =>
    name === 'formulation' ? { ...part(name), phases: PHASES, phase: phase.value } : part(name);
  room.memory.draft('silent', 'Others laugh', { section: KEEPS });
  room.memory.note('kind-silent', TOLD);
  render(<Delegate room={room} />, root);
  await settle();
  return {
    room,
    sent,
    to: async (next: string) => {
      phase.value = next;
      await settle();
    },
    field: () => all(root).find(({ localName }) => localName === 'textarea' || localName === 'input') as any,
    all: () => all(root),
    left: () =>
      wordsLeft({ held: room.memory.held.value, parts: {}, shown: room.memory.shown.value }).map(
        ({ text }) => text,
      ),
  };
}

test('the very field stays while notes are gathered, and its words go on where notes are added one by one', async () => {
  const phone = await writing();
  const begun = phone.all().find(({ localName }) => localName === 'textarea');
  assert.equal((begun as any).value, 'Others laugh');
  await phone.to('gather');
  assert.equal(
    phone.all().find(({ localName }) => localName === 'textarea'),
    begun,
  );
  await phone.to('sort');
  const { drafts, bases, kept } = phone.room.memory.held.value;
  assert.deepEqual(drafts, { 'note-keeps_going': 'Others laugh' });
  assert.deepEqual(bases, { 'note-keeps_going': { section: KEEPS } });
  assert.deepEqual([kept['kind-note-keeps_going'], kept['kind-silent']], [TOLD, undefined]);
  assert.ok(phone.all().some(({ id, value }: any) => id === 'note-keeps_going' && value === 'Others laugh'));
  assert.deepEqual(phone.left(), []);
});

test('they go behind what was begun in that field, and what is said of that stays', async () => {
  const phone = await writing();
  phone.room.memory.draft('note-keeps_going', 'Nobody said stop.', { section: KEEPS });
  await phone.to('join');
  assert.equal(phone.room.memory.drafted('note-keeps_going').text, 'Nobody said stop. Others laugh');
  assert.equal(phone.room.memory.held.value.kept['kind-note-keeps_going'], undefined);
});

test('whoever had begun nothing has no field while notes are gathered', async () => {
  const phone = await writing();
  phone.room.memory.undraft('silent');
  await phone.to('gather');
  assert.ok(!phone.all().some(({ localName }) => localName === 'textarea'));
});
