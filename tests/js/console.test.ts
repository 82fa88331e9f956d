// The console's keys, its sender and its clock.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS, meaning } from '../../static/src/console/keys';
import { rows } from '../../static/src/console/keys-sheet';
import { thingBefore as before } from '../../static/src/console/next';
import { steadily } from '../../static/src/console/sender';
import { clock, share } from '../../static/src/console/time';
import { say } from '../../static/src/shared/ui/say';

const thingBefore = before as (parts: any) => ReturnType<typeof before>; // of parts it needs little

const NOWHERE = { tag: 'BODY' };

test('space and any clicker mean the next thing and the one before, B blanks', () => {
  for (const key of [' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown'])
    assert.equal(meaning({ key }, NOWHERE), 'next', key);
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp']) assert.equal(meaning({ key }, NOWHERE), 'back', key);
  assert.equal(meaning({ key: 'b' }, NOWHERE), 'blank');
  assert.equal(meaning({ key: 'B' }, NOWHERE), 'blank');
  assert.equal(meaning({ key: '.' }, NOWHERE), 'blank');
  assert.equal(meaning({ key: 'f' }, NOWHERE), 'full');
  assert.equal(meaning({ key: 'Escape' }, NOWHERE), 'leave');
  assert.equal(meaning({ key: 'x' }, NOWHERE), '');
});

test('the sheet of keys names every key that is heard, and what it does', () => {
  const shown = rows();
  for (const { does, keys, upright } of KEYS) {
    const words = shown.find((row) => row.does === say(`console.keys.does.${does}`));
    assert.ok(words, does);
    for (const key of [...keys, upright ?? keys[0]]) assert.equal(meaning({ key }, NOWHERE), does, key);
    assert.ok(words.keys.length > 0 && words.keys.every(Boolean), does);
  }
  assert.deepEqual(
    shown.find((row) => row.does === say('console.keys.does.blank'))?.keys,
    ['B', '.'],
    'a capital is no other key',
  );
});

test('no key fires while typing, in a sheet, held down, or with a modifier', () => {
  for (const tag of ['INPUT', 'TEXTAREA', 'SELECT']) {
    assert.equal(meaning({ key: ' ' }, { tag }), '');
    assert.equal(meaning({ key: 'b' }, { tag }), '');
  }
  assert.equal(meaning({ key: 'b' }, { tag: 'DIV', editable: true }), '');
  assert.equal(meaning({ key: 'b' }, { tag: 'BUTTON', inDialog: true }), '');
  assert.equal(meaning({ key: ' ', repeat: true }, NOWHERE), '');
  assert.equal(meaning({ key: 'b', ctrlKey: true }, NOWHERE), '');
});

test('up and down turn what can be turned, and are a clicker’s only where nothing can', () => {
  for (const key of ['ArrowDown', 'ArrowUp']) {
    assert.equal(meaning({ key }, { tag: 'BODY', scrolls: true }), '');
    assert.equal(meaning({ key }, { tag: 'MAIN' }), '');
    assert.equal(meaning({ key, defaultPrevented: true }, NOWHERE), '');
  }
  assert.equal(meaning({ key: 'ArrowRight', defaultPrevented: true }, NOWHERE), '');
});

test('the one before is the card before, else the step before; and nothing while answers are being given', () => {
  const session = { curtain: 'none' };
  const agenda = { position: 1, steps: [{ id: 's0' }, { id: 's1' }] };
  const step = { name: 'session.back', body: { from_step: 's1' } };
  const board = { round: { state: 'revealed' }, focus: 'c2', queue: ['c1', 'c2'] };
  assert.deepEqual(thingBefore({ session, agenda, board }), {
    name: 'discussion.focus',
    body: { card: 'c1' },
  });
  assert.deepEqual(thingBefore({ session, agenda, board: { ...board, focus: 'c1' } }), step);
  assert.deepEqual(thingBefore({ session, agenda, board: { ...board, focus: null } }), step);
  assert.deepEqual(thingBefore({ session, agenda }), step);
  assert.equal(thingBefore({ session, agenda: { ...agenda, position: 0 } }), null);
  for (const state of ['open', 'closing'])
    assert.equal(thingBefore({ session, agenda, board: { ...board, round: { state } } }), null);
  assert.equal(thingBefore({ session: { curtain: 'blank' }, agenda, board }), null);
  assert.equal(thingBefore({}), null);
});

test('space and Enter on a focused button are that button’s', () => {
  assert.equal(meaning({ key: ' ' }, { tag: 'BUTTON' }), '');
  assert.equal(meaning({ key: 'Enter' }, { tag: 'A' }), '');
  assert.equal(meaning({ key: 'PageDown' }, { tag: 'BUTTON' }), 'next');
});

test('a busy workshop is asked again under the same id', async () => {
  const ids: string[] = [];
  const answers: any[] = [
    { ok: false, code: 'saving', message: '' },
    { ok: false, code: 'timeout', message: '' },
    { ok: true, rev: 3 },
  ];
  const post = steadily(
    async (_name, _body, id) => {
      ids.push(id);
      return answers[ids.length - 1];
    },
    async () => {},
  );
  assert.deepEqual(await post('board.open', {}), { ok: true, rev: 3 });
  assert.equal(new Set(ids).size, 1);
  assert.equal(ids.length, 3);
});

test('a refusal is final, and silence is told in a sentence', async () => {
  let asked = 0;
  const refused = steadily(
    async () => {
      asked += 1;
      return { ok: false, code: 'too_few', message: 'Not yet.' };
    },
    async () => {},
  );
  assert.equal(((await refused('board.reveal', {})) as any).message, 'Not yet.');
  assert.equal(asked, 1);
  const waits: number[] = [];
  const silent = steadily(
    async () => ({ ok: false, code: 'timeout', message: '' }),
    async (ms) => {
      waits.push(ms);
    },
  );
  assert.match(((await silent('board.open', {})) as any).message, /did not answer/);
  assert.deepEqual(waits, [300, 600, 1200, 2400]);
});

test('time counts up, and never below nothing', () => {
  assert.equal(clock(0), '0:00');
  assert.equal(clock(160.9), '2:40');
  assert.equal(clock(3700), '61:40');
  assert.equal(clock(-3), '0:00');
  assert.equal(share(30, 120), 0.25);
  assert.equal(share(500, 120), 1);
  assert.equal(share(1, 0), 0);
});
