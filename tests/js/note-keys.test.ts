// Keys of notes: one a note, kept by the phone that wrote it, found by the note's words, for as long as a phase goes on.

import assert from 'node:assert/strict';
import test from 'node:test';
import './dom';
import { handedIn, handIn } from '../../static/src/phone/envelope';
import { keyFor, keyOf, letGo, wrote } from '../../static/src/phone/note-keys';
import { memory } from '../../static/src/shared/live/memory';

function phone() {
  const stored: { value: any } = { value: null };
  const store: any = {
    read: () => stored.value,
    write: (value: any) => {
      stored.value = structuredClone(value);
    },
    clear() {},
  };
  const sent: [string, any][] = [];
  const room: any = {
    phase: 'join',
    gathering: { number: 0, state: 'none', shown: [] },
    part: () => ({ phase: room.phase, gathering: room.gathering }),
    memory: memory(store),
    post: (...what: [string, any]) => sent.push(what),
  };
  const reload = () => {
    room.memory = memory(store);
  };
  return { room, sent, reload };
}

test('every note has a key of its own, which survives a reload, and nobody else’s note has one', () => {
  const { room, reload } = phone();
  const keys = ['One', 'Two'].map((text) => keyFor(room, text));
  assert.equal(new Set(keys).size, 2);
  assert.ok(keys.every((key) => /^[\w-]{24}$/.test(key)));
  reload();
  assert.deepEqual(
    ['One', 'Two', 'Three'].map((text) => keyOf(room, { text })),
    [...keys, ''],
  );
  assert.deepEqual(wrote(room), ['One', 'Two']);
});

test('in other words a note keeps its key', () => {
  const { room } = phone();
  const key = keyFor(room, 'One');
  assert.equal(keyFor(room, 'One, better', key), key);
  assert.equal(keyOf(room, { text: 'One, better' }), key);
});

test('of an earlier phase a phone has no key, and forgets it with the next note', () => {
  const { room } = phone();
  keyFor(room, 'One');
  room.phase = 'say';
  assert.equal(keyOf(room, { text: 'One' }), '');
  keyFor(room, 'Two');
  assert.deepEqual(
    room.memory.held.value.kept.keys.map((k: any) => k.text),
    ['Two'],
  );
});

test('when the room has moved on, a phone holds neither key nor words of what it wrote', () => {
  for (const part of [() => ({ phase: 'say' }), () => null]) {
    const { room } = phone();
    keyFor(room, 'One');
    letGo(room);
    assert.deepEqual(wrote(room), ['One']);
    room.part = part;
    letGo(room);
    assert.deepEqual(room.memory.held.value.kept.keys, []);
  }
});

test('a silent note takes its key along, and is this phone’s once the room has it', () => {
  const { room, sent } = phone();
  room.phase = 'gather';
  room.memory.note('silent', [{ id: 'a', key: 'k'.repeat(24), section: 'known', text: 'One', sent: 0 }]);
  room.gathering = { number: 1, state: 'called', shown: [] };
  handIn(room);
  assert.deepEqual(
    sent[0][1].slots.map((slot: any) => slot.key),
    ['k'.repeat(24), ...Array(11).fill('')],
  );
  handedIn(room, { name: sent[0][0], body: sent[0][1] } as any, true);
  assert.equal(keyOf(room, { text: 'One' }), '', 'it is in no room yet');
  room.gathering = { number: 1, state: 'shown', shown: [1] };
  handIn(room);
  assert.equal(keyOf(room, { text: 'One' }), 'k'.repeat(24));
});

test('of words that were sent again the newest key is the note’s', () => {
  const { room } = phone();
  keyFor(room, 'Refused, and sent again');
  const key = keyFor(room, 'Refused, and sent again');
  assert.equal(keyOf(room, { text: 'Refused, and sent again' }), key);
});
