// Nothing final on one key: what cannot be taken back takes two presses, what few have answered is asked about.

import assert from 'node:assert/strict';
import test from 'node:test';
import { KEYS, meaning } from '../../static/src/console/keys';
import { nextThing } from '../../static/src/console/next';
import { pressing } from '../../static/src/console/pressing';

const SESSION = { curtain: 'none', state: 'running', k: 5 };
const agenda = (activity: string) => ({
  steps: [
    { id: 's1', activity, title: 'This' },
    { id: 's2', activity: 'break', title: 'A break' },
  ],
  position: 0,
});

/** A desk at which time stands still. */
function desk(parts: any) {
  const known = { parts: { session: SESSION, questions: { inbox: [] }, ...parts }, seen: new Set<string>() };
  const did: string[] = [];
  const opened: string[] = [];
  const later: (() => void)[] = [];
  const time = { now: 0, later };
  const keys = pressing({
    next: () => nextThing(known),
    act: async ({ name }) => {
      did.push(name);
    },
    open: (sheet) => {
      opened.push(sheet);
    },
    clock: () => time.now,
    later: (act) => time.later.push(act),
  });
  return { keys, did, opened, time, known };
}

const asking = (part: string, answered: number) => ({
  agenda: agenda(part),
  [part]: { round: 'q1', state: 'open', answered },
});
const placed = {
  agenda: agenda('board'),
  board: { round: { id: 'r1', state: 'open', cause: 'first' }, cards: [{}, {}], queue: [] },
  progress: { enough: true },
};

for (const part of ['confidence', 'reflection']) {
  test(`${part}: while fewer than k have answered, keys only open the question whether to close`, async () => {
    const { keys, did, opened, time } = desk(asking(part, 0));
    for (let n = 0; n < 5; n += 1) {
      time.now += 5000;
      await keys.press();
    }
    assert.deepEqual([did, new Set(opened)], [[], new Set(['few'])]);
    await keys.go();
    assert.deepEqual(did, [`${part}.close`]);
  });
}

for (const [name, parts] of [
  ['confidence.close', asking('confidence', 5)],
  ['reflection.close', asking('reflection', 5)],
  ['board.reveal', placed],
] as [string, any][]) {
  test(`${name} takes two presses that are apart, and says what it does`, async () => {
    const { keys, did, time, known } = desk(parts);
    await keys.press();
    time.now += 200;
    await keys.press(); // a key that bounces
    const next = nextThing(known);
    assert.deepEqual([did, keys.isAsked(next)], [[], true]);
    assert.ok(next.sure.length > 10 && next.yes);
    time.now += 600;
    await keys.press();
    assert.deepEqual(did, [name]);
  });

  test(`${name}: the first press is forgotten by itself, by "Not now", and when something else comes next`, async () => {
    const { keys, did, time, known } = desk(parts);
    await keys.press();
    time.later.splice(0).forEach((act) => act());
    time.now += 10_000;
    await keys.press();
    keys.leave();
    time.now += 1000;
    await keys.press();
    known.parts.session = { ...SESSION, curtain: 'blank' };
    time.now += 1000;
    await keys.press();
    assert.deepEqual(did, ['session.curtain']);
  });
}

test('what can be taken back takes one press', async () => {
  for (const parts of [
    { agenda: agenda('welcome') },
    { ...placed, board: { ...placed.board, round: { id: '', state: 'ready', cause: 'first' } } },
  ]) {
    const { keys, did } = desk(parts);
    await keys.press();
    assert.equal(did.length, 1);
  }
});

test('a question on the screen comes off it before the room goes on, at every step but its own', async () => {
  const questions = { inbox: [{ id: 'x', text: 'Why?', state: 'shown' }] };
  const { keys, did, known } = desk({ agenda: agenda('plan'), questions });
  assert.deepEqual(nextThing(known).body, { question: 'x', state: 'answered' });
  await keys.press();
  assert.deepEqual(did, ['questions.mark']);
  assert.equal(
    nextThing({ ...known, parts: { ...known.parts, agenda: agenda('questions') } }).name,
    'session.next',
  );
});

test('no other key does anything', () => {
  const nowhere = { tag: 'BODY' };
  const heard = new Set(KEYS.flatMap(({ keys, upright }) => [...keys, upright]));
  const named = ['Home', 'End', 'Tab', 'Backspace', 'Delete', 'F1', 'F5'];
  const letters = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n));
  for (const key of [...named, ...letters].filter((one) => !heard.has(one)))
    assert.equal(meaning({ key }, nowhere), '', key);
});
