// The law of frames at a client: whatever was dropped, doubled or came late, and then asked for, it knows what is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { after, NOTHING } from '../../static/src/shared/live/parts';

const known = (...frames: any[]): any => frames.reduce((all, frame) => after(all, frame), NOTHING);
const whole = (rev: number, mark: string, board: unknown, more = {}) => ({
  epoch: 'e',
  rev,
  parts: { board },
  marks: { board: mark },
  ...more,
});
const changed = (rev: number, from: string, to: string, value: unknown) => ({
  epoch: 'e',
  rev,
  parts: {},
  changes: { board: { from, to, ops: [{ op: 'replace', path: '/n', value }] } },
});
const FIRST = whole(1, 'm1', { n: 1, same: {} }, { full: true });

test('a change is put over the part of which it was made, and the next one over that', () => {
  const now = known(FIRST, changed(2, 'm1', 'm2', 2), changed(3, 'm2', 'm3', 3));
  assert.deepEqual([now.parts.board, now.revs.board, now.marks.board], [{ n: 3, same: {} }, 3, 'm3']);
  assert.equal(now.lacks.size, 0);
});

test('a change of a part that is not held is not put over another; the part is missing until it comes whole', () => {
  const lost = known(FIRST, changed(3, 'm2', 'm3', 3));
  assert.deepEqual([lost.parts.board.n, [...lost.lacks.keys()]], [1, ['board']]);
  const still: any = after(lost, changed(4, 'm3', 'm4', 4) as any);
  assert.deepEqual([still.parts.board.n, [...still.lacks.keys()]], [1, ['board']]);
  const found: any = after(still, whole(5, 'm5', { n: 5 }) as any);
  assert.deepEqual([found.parts.board.n, found.lacks.size, found.marks.board], [5, 0, 'm5']);
});

test('what a frame overtook does not bring what that frame was missing', () => {
  const now = known(FIRST, changed(3, 'm2', 'm3', 3), changed(2, 'm1', 'm2', 2));
  assert.deepEqual([now.parts.board.n, [...now.lacks.keys()]], [2, ['board']], 'it is asked for');
  const asked: any = after(now, whole(3, 'm3', { n: 3 }, { full: true }) as any);
  assert.deepEqual([asked.parts.board.n, asked.lacks.size], [3, 0]);
});

test('an older change, and one that is known already, do nothing and nothing is missing', () => {
  const now = known(FIRST, changed(2, 'm1', 'm2', 2), changed(2, 'm1', 'm2', 2), changed(1, 'm0', 'm1', 1));
  assert.deepEqual([now.parts.board.n, now.revs.board, now.lacks.size], [2, 2, 0]);
  const later: any = after(now, changed(7, 'm1', 'm2', 2) as any);
  assert.deepEqual([later.parts.board.n, later.revs.board], [2, 7], 'the same part, as of a later revision');
});

test('what was forgotten cannot be changed; a new epoch forgets what is missing too', () => {
  const gone = known(FIRST, { epoch: 'e', rev: 2, full: true, parts: {} }, changed(3, 'm1', 'm2', 3));
  assert.deepEqual([gone.parts, [...gone.lacks.keys()]], [{}, ['board']]);
  assert.equal((after(gone, { epoch: 'f', rev: 1, full: true, parts: {} }) as any).lacks.size, 0);
});

test('a small part has no mark, and takes the one of before with it', () => {
  const now = known(FIRST, { epoch: 'e', rev: 2, parts: { board: { n: 2 } } }, changed(3, 'm1', 'm3', 3));
  assert.deepEqual([now.parts.board.n, [...now.lacks.keys()]], [2, ['board']]);
});

test('a workshop of before, which knows no marks, is understood', () => {
  const now = known(
    { epoch: 'e', rev: 1, full: true, parts: { board: 1 } },
    { epoch: 'e', rev: 2, parts: { board: 2 } },
  );
  assert.deepEqual([now.parts, now.lacks.size], [{ board: 2 }, 0]);
});

/** A number below `most`, the same ones every time. */
function chances(seed: number) {
  let at = seed;
  return (most: number) => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((at / 2_147_483_648) * most);
  };
}

const examples = JSON.parse(readFileSync('tests/messages/differences.json', 'utf8'));

/** A room whose part goes from one value to another and back, as the workshop tells of it. */
function room(old: unknown, operations: unknown, now: unknown) {
  const values = [old, now];
  return {
    whole: (rev: number, full: boolean) => ({
      epoch: 'e',
      rev,
      ...(full && { full }),
      parts: { board: values[rev % 2] },
      marks: { board: `m${rev % 2}` },
    }),
    told(rev: number) {
      const isBack = rev % 2 === 0;
      if (isBack) return this.whole(rev, false);
      return { epoch: 'e', rev, parts: {}, changes: { board: { from: 'm0', to: 'm1', ops: operations } } };
    },
    at: (rev: number) => values[rev % 2],
  };
}

test('whatever is dropped, doubled or late: asking once for what is missing makes it as fresh as anybody’s', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const chance = chances(seed);
    const [old, operations, now] = examples[seed % examples.length];
    const it = room(old, operations, now);
    let phone: any = after(NOTHING as any, it.whole(0, true) as any);
    const late: any[] = [];
    let last = 0;
    for (let rev = 1; rev < 9; rev += 1) {
      last = rev;
      const frame = it.told(rev);
      if (chance(3)) phone = after(phone, frame as any);
      if (!chance(4)) late.push(frame);
      if (!chance(5) && late.length) phone = after(phone, late.splice(chance(late.length), 1)[0]);
      const board = phone.parts.board;
      if (!phone.lacks.size)
        assert.deepEqual(board, it.at(phone.revs.board), `seed ${seed}, as of what it says it is`);
    }
    phone = after(phone, it.told(last) as any); // the last one reaches it
    if (phone.lacks.size) phone = after(phone, it.whole(last, true) as any);
    assert.deepEqual([phone.parts.board, phone.lacks.size], [it.at(last), 0], `seed ${seed}`);
    for (const frame of late) phone = after(phone, frame);
    assert.deepEqual(
      [phone.parts.board, phone.lacks.size],
      [it.at(last), 0],
      `seed ${seed}, and late ones do nothing`,
    );
  }
});
