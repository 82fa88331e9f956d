// Wordings stay on the phone until the word; then one sheet goes, of one length, once; what is not shown stays here.

import assert from 'node:assert/strict';
import test from 'node:test';
import './dom';
import {
  handedInWordings,
  handInWordings,
  prefer,
  preferAgain,
  preferred,
  wordings,
} from '../../static/src/phone/offered';
import { memory } from '../../static/src/shared/live/memory';

const NONE = { because: [], kept_going: [], eased: [], unsure: [], rival: [] };

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
    offers: { number: 0, state: 'none', choosing: 0, shown: [], parts: NONE },
    own: { parts: {} },
    part: (name: string) => (name === 'offers' ? room.offers : room.own),
    memory: memory(store),
    post: (...what: [string, any]) => sent.push(what),
  };
  for (const [what, value] of Object.entries(kept)) room.memory.note(what, value);
  return { room, sent, reloaded: () => memory(store) };
}

const kept = (because: string, sent = 0) => ({ wordings: { because: { text: because, sent } } });
const shown = (...texts: string[]) => ({
  number: 1,
  state: 'shown',
  choosing: 1,
  shown: [1],
  parts: { ...NONE, because: texts.map((text) => ({ id: text, text, made: false, support: null })) },
});
const called = { number: 1, state: 'called', choosing: 0, shown: [], parts: NONE };

test('wordings stay on the phone until the word, also when the page is loaded again', () => {
  const { room, sent, reloaded } = phone(kept('One'));
  handInWordings(room);
  assert.deepEqual([sent, wordings({ memory: reloaded() }).because?.text], [[], 'One']);
});

test('at the word every phone sends one sheet, once, as long as any other', () => {
  const lengths = ['', 'One', '“Ñ”'.repeat(66)].map((text) => {
    const { room, sent } = phone(text ? kept(text) : {});
    room.offers = called;
    handInWordings(room);
    handInWordings(room);
    assert.deepEqual([sent.length, sent[0][0], sent[0][1].because], [1, 'formulation.offer', text]);
    return new TextEncoder().encode(JSON.stringify(sent[0][1])).length;
  });
  assert.equal(new Set(lengths).size, 1);
});

test('a wording goes from the phone when the room has it, and one that is not shown stays', () => {
  const { room, sent } = phone(kept('One'));
  room.offers = called;
  handInWordings(room);
  handedInWordings(room, { name: sent[0][0], body: sent[0][1] } as any, true);
  assert.equal(wordings(room).because?.text, 'One');
  room.offers = { ...called, state: 'few' };
  handInWordings(room);
  assert.equal(wordings(room).because?.text, 'One');
  room.offers = shown('Two', 'Three');
  handInWordings(room);
  assert.equal(wordings(room).because?.text, 'One');
  room.offers = shown('Two', 'One');
  handInWordings(room);
  assert.deepEqual(wordings(room), {});
});

test('a sheet that was refused goes into the next gathering', () => {
  const { room, sent } = phone(kept('One'));
  room.offers = called;
  handInWordings(room);
  handedInWordings(room, { name: sent[0][0], body: sent[0][1] } as any, false);
  room.offers = { ...called, number: 2 };
  handInWordings(room);
  assert.deepEqual([sent.length, sent[1][1].because, sent[1][1].gathering], [2, 'One', 2]);
});

test('what a phone prefers is its own, until it has been counted; a server that forgot is told', () => {
  const { room, sent } = phone();
  room.offers = shown('One', 'Two');
  prefer(room, 'because', 'One');
  assert.deepEqual([preferred(room), sent.length], [{ because: 'One' }, 1]);
  preferAgain(room);
  assert.deepEqual(sent[1], sent[0]);
  room.own = { parts: { because: 'One' } };
  preferAgain(room);
  assert.equal(sent.length, 2);
  room.own = { parts: {} };
  room.offers = { ...shown('One', 'Two'), number: 3, choosing: 3 };
  assert.deepEqual(preferred(room), {});
});
