// Silent notes: they stay on the phone until the word; then one envelope goes, of one length, once; and what is not shown stays.

import assert from 'node:assert/strict';
import test from 'node:test';
import './dom';
import { handedIn, handIn, silent } from '../../static/src/phone/envelope';
import { memory } from '../../static/src/shared/live/memory';

const ROOMY = 12;

function phone(kept: Record<string, unknown> = {}) {
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
    gathering: { number: 0, state: 'none', shown: [] },
    part: () => ({ gathering: room.gathering }),
    memory: memory(store),
    post: (...what: [string, any]) => sent.push(what),
  };
  for (const [what, value] of Object.entries(kept)) room.memory.note(what, value);
  return { room, sent, stored, reloaded: () => memory(store) };
}

const note = (id: string, text: string, sent = 0) => ({ id, section: 'known', text, sent });
const texts = (room: any) => silent(room).map((n) => n.text);
const acked = (room: any, [name, body]: [string, any], ok = true) =>
  handedIn(room, { name, body } as any, ok);

test('notes stay on the phone until the word, also when the page is loaded again', () => {
  const { room, sent, reloaded } = phone({ silent: [note('a', 'One')] });
  handIn(room);
  assert.deepEqual([sent, texts(room)], [[], ['One']]);
  assert.deepEqual(
    silent({ memory: reloaded() }).map((n) => n.text),
    ['One'],
  );
});

test('at the word every phone sends one envelope, once, as long as any other', () => {
  const lengths = ['', 'One', '“Ñ”'.repeat(46)].map((text) => {
    const { room, sent } = phone(text ? { silent: Array(ROOMY).fill(note('a', text)) } : {});
    room.gathering = { number: 1, state: 'called', shown: [] };
    handIn(room);
    handIn(room);
    assert.deepEqual([sent.length, sent[0][0], sent[0][1].slots.length], [1, 'formulation.envelope', 12]);
    return new TextEncoder().encode(JSON.stringify(sent[0][1])).length;
  });
  assert.equal(new Set(lengths).size, 1);
});

test('what a note says of itself goes with it, and makes no envelope longer', () => {
  const lengths = [{}, { sure: 'not_known', voice: 'professional', ground: 'g'.repeat(40) }].map((itself) => {
    const text = '\u{1F600}'.repeat(140);
    const notes = Array.from({ length: ROOMY }, () => ({
      key: 'k'.repeat(24),
      ...note('a', text),
      section: 'precipitating',
      ...itself,
    }));
    const { room, sent } = phone({ silent: notes });
    room.gathering = { number: 1, state: 'called', shown: [] };
    handIn(room);
    const [slot] = sent[0][1].slots;
    assert.deepEqual(
      [slot.sure, slot.voice, slot.ground],
      Object.keys(itself).length ? Object.values(itself) : ['', '', ''],
    );
    return new TextEncoder().encode(JSON.stringify(sent[0][1])).length;
  });
  assert.equal(new Set(lengths).size, 1);
});

test('a note goes from the phone when the room has it, and not before', () => {
  const { room, sent } = phone({ silent: [note('a', 'One')] });
  room.gathering = { number: 1, state: 'called', shown: [] };
  handIn(room);
  acked(room, sent[0]);
  assert.deepEqual(texts(room), ['One']);
  room.memory.note('silent', [...silent(room), note('b', 'Later')]);
  room.gathering = { number: 1, state: 'shown', shown: [1] };
  handIn(room);
  assert.deepEqual(texts(room), ['Later']);
});

test('what was refused, or not shown, goes into the next envelope', () => {
  for (const [ok, state, shown] of [
    [false, 'shown', [1]],
    [true, 'few', []],
  ] as const) {
    const { room, sent } = phone({ silent: [note('a', 'One')] });
    room.gathering = { number: 1, state: 'called', shown: [] };
    handIn(room);
    acked(room, sent[0], ok);
    room.gathering = { number: 1, state, shown };
    handIn(room);
    assert.deepEqual(texts(room), ['One']);
    room.gathering = { number: 2, state: 'called', shown };
    handIn(room);
    assert.equal(sent[1][1].slots[0].text, 'One');
  }
});

test('an answer that comes after all was shown still lets the note go', () => {
  const { room, sent } = phone({ silent: [note('a', 'One')] });
  room.gathering = { number: 1, state: 'called', shown: [] };
  handIn(room);
  room.gathering = { number: 1, state: 'shown', shown: [1] };
  handIn(room);
  assert.deepEqual(texts(room), ['One']);
  acked(room, sent[0]);
  assert.deepEqual(texts(room), []);
});

test('what was handed in and let go of for being too little waits here as before', () => {
  const { room, sent } = phone({ silent: [note('a', 'One')] });
  room.gathering = { number: 1, state: 'called', shown: [] };
  handIn(room);
  acked(room, sent[0]);
  assert.equal(silent(room)[0].sent, 1);
  room.gathering = { number: 1, state: 'few', shown: [] };
  handIn(room);
  assert.deepEqual(silent(room), [note('a', 'One')]);
});
