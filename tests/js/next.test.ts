// The big button: what comes next, from what the room knows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_TALK, nextThing, talked } from '../../static/src/console/next';

const STEPS = [
  { id: 's1', activity: 'welcome', title: 'Welcome', minutes: 5 },
  { id: 's2', activity: 'board', title: 'Warm-up', minutes: 5 },
  { id: 's3', activity: 'board', title: 'Place the cards', minutes: 10 },
  { id: 's4', activity: 'discussion', title: 'Discussion', minutes: 20 },
  { id: 's5', activity: 'board', title: 'New information', minutes: 10 },
  { id: 's6', activity: 'reflection', title: 'Reflection', minutes: 5 },
];
const CARDS = ['a', 'b', 'c'].map((id) => ({ id, short: `Card ${id}` }));
const SHOWN = CARDS.map(({ id }) => ({ card: id, withheld: false, before: null }));

const at = (step: string, parts: Record<string, any> = {}, seen: Set<string> = new Set()) =>
  nextThing({
    parts: {
      session: { curtain: 'none', k: 5, devices: 6 },
      agenda: { steps: STEPS, position: STEPS.findIndex((s) => s.id === step) },
      ...parts,
    } as any,
    seen,
  });
const board = (round: any, more: any = {}) => ({
  board: { round, cards: CARDS, results: null, queue: [], focus: null, show: 'all', ...more },
});
const TALK = { results: SHOWN, queue: ['b', 'a', 'c'] };

test('nothing is offered before the room is known', () => {
  assert.equal(nextThing({ parts: {}, seen: new Set() }).off, true);
});

test('the lobby starts the next step by name, and only from where it is', () => {
  const next = at('s1');
  assert.deepEqual(
    [next.label, next.title, next.name, next.body],
    ['Start', 'Warm-up', 'session.next', { from_step: 's1' }],
  );
});

test('a blank screen comes back before anything else moves', () => {
  const next = at('s4', { session: { curtain: 'blank', k: 5 }, ...board(null, TALK) });
  assert.deepEqual([next.name, next.body], ['session.curtain', { curtain: 'none' }]);
});

test('a board opens, waits for enough, reveals', () => {
  assert.equal(at('s3', board({ id: '', cause: 'first', state: 'ready' })).name, 'board.open');
  const open = board({ id: 'r1', cause: 'first', state: 'open' });
  const waiting = at('s3', { ...open, progress: { enough: false } });
  assert.deepEqual([waiting.off, waiting.label], [true, 'Waits for more to finish']);
  const ready = at('s3', { ...open, progress: { enough: true } });
  assert.deepEqual([ready.off, ready.name, ready.body], [false, 'board.reveal', { round: 'r1' }]);
  assert.equal(at('s3', board({ id: 'r1', cause: 'first', state: 'closing' })).off, true);
});

test('cards revealed before a discussion are left to it; a warm-up is not talked through', () => {
  assert.equal(at('s3', board({ id: 'r1', cause: 'first', state: 'revealed' }, TALK)).name, 'session.next');
  assert.equal(at('s2', board({ id: 'w1', cause: 'warm_up', state: 'revealed' }, TALK)).name, 'session.next');
});

test('a discussion goes through the queue, then on', () => {
  const first = at('s4', board(null, TALK));
  assert.deepEqual([first.label, first.title, first.body], ['First card', 'Card b', { card: 'b' }]);
  const second = at('s4', board(null, { ...TALK, focus: 'b', show: 'focus' }), new Set(['b']));
  assert.deepEqual([second.label, second.body], ['Next card', { card: 'a' }]);
  const jumped = at('s4', board(null, { ...TALK, focus: 'c', show: 'focus' }), new Set(['b', 'c']));
  assert.deepEqual(jumped.body, { card: 'a' });
  assert.equal(
    at('s4', board(null, { ...TALK, focus: 'c', show: 'focus' }), new Set(['a', 'b', 'c'])).name,
    'session.next',
  );
});

test('a card placed twice shows its before and after before it is left', () => {
  const again = SHOWN.map((r) => ({ ...r, before: r.card === 'b' ? { tallies: [1] } : null }));
  const more = { ...TALK, results: again, focus: 'b' };
  const shift = at(
    's5',
    board({ id: 'r2', cause: 'information', state: 'revealed' }, { ...more, show: 'focus' }),
    new Set(['b']),
  );
  assert.deepEqual([shift.name, shift.body], ['discussion.show', { show: 'shift' }]);
  const on = at(
    's5',
    board({ id: 'r2', cause: 'information', state: 'revealed' }, { ...more, show: 'shift' }),
    new Set(['b']),
  );
  assert.deepEqual([on.name, on.body], ['discussion.focus', { card: 'a' }]);
});

test('a round closed without being shown does not hold up the room', () => {
  assert.equal(at('s5', board({ id: 'r2', cause: 'information', state: 'closed' })).name, 'session.next');
});

test('the last step closes its round, then asks whether to end', () => {
  assert.equal(at('s6', { reflection: { round: 'q1', state: 'open' } }).name, 'reflection.close');
  assert.equal(at('s6', { reflection: { round: 'q1', state: 'closing' } }).off, true);
  assert.equal(at('s6', { reflection: { round: 'q1', state: 'closed' } }).name, 'end');
});

test('a card that was placed again comes first, and the others stay talked about', () => {
  const again = SHOWN.map((r) => ({ ...r, before: r.card === 'c' ? { tallies: [1] } : null }));
  const parts = {
    ...board({ id: 'r2', cause: 'discussion', state: 'revealed' }, { ...TALK, results: again }),
    notes_private: { again: ['c'] },
  };
  const next = at('s4', parts, new Set(['b']));
  assert.deepEqual([next.body, next.about], [{ card: 'c' }, 'Placed again']);
  assert.deepEqual(at('s4', parts, new Set(['b', 'c'])).body, { card: 'a' });
});

const agenda: any = { steps: STEPS, position: 3 };
const talk = (focus: string | null, round: any = null, again: string[] = []): any => ({
  agenda,
  board: { focus, queue: ['b', 'a', 'c'], round },
  notes_private: { again },
});

test('a console that comes late takes what stands before the focus as talked about', () => {
  assert.deepEqual([...talked(NO_TALK, talk('a')).seen], ['b', 'a']);
  assert.deepEqual([...talked(NO_TALK, talk(null)).seen], []);
  assert.deepEqual([...talked(NO_TALK, { agenda }).seen], []);
});

test('talking begins anew with a step, and for a card with its being shown again', () => {
  const first = talked(talked(NO_TALK, talk('b')), talk('a'));
  assert.deepEqual([...first.seen], ['b', 'a']);
  const open = talked(first, talk(null, { id: 'r2', state: 'open' }, []));
  assert.deepEqual([...open.seen], ['b', 'a']);
  const shown = talked(open, talk(null, { id: 'r2', state: 'revealed' }, ['a']));
  assert.deepEqual([...shown.seen], ['b']);
  assert.deepEqual([...talked(shown, talk('a', { id: 'r2', state: 'revealed' }, ['a'])).seen], ['b', 'a']);
  const on = talked(first, { ...talk(null), agenda: { ...agenda, position: 4 } });
  assert.deepEqual([...on.seen], []);
});

test('what is passed over is said with its reason, at the first card and before the step is left', () => {
  const results = SHOWN.map((r) => (r.card === 'c' ? { ...r, withheld: true, why: 'few' } : r));
  const shown = { results, queue: ['b', 'a'] };
  const why = 'Left out: Card c. Too few placed to show.';
  assert.deepEqual(at('s4', board(null, shown)).skips, [why]);
  assert.deepEqual(at('s4', board(null, { ...shown, focus: 'b', show: 'focus' }), new Set(['b'])).skips, []);
  assert.deepEqual(
    at('s4', board(null, { ...shown, focus: 'a', show: 'focus' }), new Set(['a', 'b'])).skips,
    [why],
  );
});

test('a step without anything to show says so', () => {
  const next = at('s4', board(null));
  assert.deepEqual(
    [next.name, next.skips],
    ['session.next', ['No cards were shown before, so there are none to talk about here.']],
  );
  const unseen = at('s5', board({ id: 'r2', cause: 'information', state: 'closed' }));
  assert.deepEqual(unseen.skips, ['What was placed here has not been shown.']);
});

test('a discussion that means to talk of so many cards goes on after them; what was placed again comes first', () => {
  const two = board(null, { ...TALK, most: 2, focus: 'a' });
  assert.equal(at('s4', two, new Set(['b'])).name, 'discussion.focus');
  const seen = new Set(['b', 'a']);
  assert.equal(at('s4', two, seen).name, 'session.next');
  assert.equal(at('s4', board(null, { ...TALK, most: null, focus: 'a' }), seen).name, 'discussion.focus');
  const again = { ...two, notes_private: { again: ['c'] } };
  assert.deepEqual(at('s4', again, seen).body, { card: 'c' });
});
