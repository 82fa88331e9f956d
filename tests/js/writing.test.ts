// The shared explanation, saved as one types: whatever happens between the desk and the workshop, no word goes missing,
// and of two facilitators neither writes over the other unseen.

import assert from 'node:assert/strict';
import test from 'node:test';
import { alike } from '../../static/src/console/writing';
import { desk, soon, workshop } from './writing-desk';

test('what is typed is saved a moment later, as one stretch of writing', async () => {
  const room = workshop();
  const { writing, rest } = desk(room);
  writing.typed('because', 'No');
  writing.typed('because', 'Nobody');
  assert.equal(writing.state('because').state, 'saving');
  await rest();
  assert.deepEqual([room.held.text, writing.state('because').state], ['Nobody', 'saved']);
  writing.typed('because', 'Nobody said');
  await rest();
  assert.deepEqual(
    room.held.asked.map((o) => [o.text, o.base]),
    [
      ['Nobody', 0],
      ['Nobody said', 1],
    ],
  );
  assert.equal(new Set(room.held.asked.map((o) => o.writing)).size, 1);
  await writing.left('because');
  assert.equal(writing.draft('because'), null);
});

test('a text that is taken is a stretch of its own: what was typed before it can be had back', async () => {
  const room = workshop();
  const { writing } = desk(room);
  writing.typed('because', 'Our own half sentence');
  await writing.take('because', 'A phone said so');
  assert.deepEqual(
    room.held.asked.map((o) => [o.text, o.base]),
    [
      ['Our own half sentence', 0],
      ['A phone said so', 1],
    ],
  );
  assert.equal(
    new Set(room.held.asked.map((o) => o.writing)).size,
    2,
    'else the first is no earlier wording',
  );
});

test('what cannot be saved before a text is taken stays in front of it', async () => {
  const room = workshop();
  const { writing, rest } = desk(room);
  room.held.answers = ['never came', 'never came'];
  writing.typed('because', 'Typed in a tunnel.');
  writing.take('because', 'A phone said so.');
  await rest();
  assert.equal(room.held.text, 'Typed in a tunnel. A phone said so.');
});

test('leaving the field, or the step, saves at once', async () => {
  const room = workshop();
  const { writing } = desk(room);
  writing.typed('because', 'Half a sentence');
  await writing.left('because');
  assert.equal(room.held.text, 'Half a sentence');
});

for (const how of ['never came', 'answer lost']) {
  test(`an answer that is missing (${how}) is asked for again under the same id, and then what was typed since`, async () => {
    const room = workshop();
    const { writing, rest } = desk(room);
    room.held.answers = [how, how];
    writing.typed('because', 'One');
    const saving = writing.save('because');
    await soon();
    await soon();
    assert.equal(writing.state('because').state, 'waiting');
    writing.typed('because', 'One and two');
    await rest();
    await saving;
    assert.deepEqual([room.held.text, writing.state('because').state], ['One and two', 'saved']);
    assert.equal(new Set(room.held.asked.slice(0, 3).map((o) => o.id)).size, 1);
  });

  test(`a tab that crashes (${how}) goes on where it was`, async () => {
    const room = workshop();
    const before = desk(room);
    room.held.answers = [how];
    before.writing.typed('because', 'Typed before the crash');
    before.writing.save('because');
    await soon();
    await soon();
    const after = desk(room, before.storage);
    assert.equal(after.writing.draft('because')?.text, 'Typed before the crash');
    after.writing.resume();
    await after.rest();
    assert.deepEqual(
      [room.held.text, room.held.version, after.writing.state('because').state],
      ['Typed before the crash', 1, 'saved'],
    );
  });
}

test('after a restart that forgot which operations were done, our own words are not taken for somebody else’s', async () => {
  const room = workshop();
  const { writing, rest } = desk(room);
  room.held.answers = ['answer lost'];
  writing.typed('because', ' Our  words ');
  writing.save('because');
  await soon();
  await soon();
  room.held.done.clear();
  await rest();
  assert.deepEqual([room.held.version, writing.state('because').state], [1, 'saved']);
  assert.ok(alike('Our words', ' Our  words\n') && !alike('Our words', 'Our word'));
});

/** Two desks that have typed different words into one field; the first is saved. */
async function two() {
  const room = workshop();
  const [one, other] = [desk(room), desk(room)];
  other.writing.typed('because', 'The words of the second');
  one.writing.typed('because', 'The words of the first');
  await one.rest();
  await other.rest();
  return { room, one, other };
}

test('whoever comes second is told, and has both texts', async () => {
  const { room, other } = await two();
  assert.equal(room.held.text, 'The words of the first');
  assert.deepEqual(
    [other.writing.state('because').state, other.writing.draft('because')?.text],
    ['behind', 'The words of the second'],
  );
  assert.ok(other.writing.isUnsaved('explain-because'));
  other.writing.typed('because', 'The words of the second, typed on');
  await other.rest();
  assert.equal(room.held.text, 'The words of the first', 'typing on writes over nobody');
});

for (const [choice, wanted] of [
  ['ours', 'The words of the second'],
  ['theirs', 'The words of the first'],
  ['both', 'The words of the first The words of the second'],
] as const) {
  test(`what becomes of both is said by whoever came second: ${choice}`, async () => {
    const { room, one, other } = await two();
    other.writing.settle('because', choice);
    await other.rest();
    one.writing.catchUp('because');
    assert.deepEqual(
      [room.held.text, other.writing.state('because').state, one.writing.state('because').state],
      [wanted, 'saved', 'saved'],
    );
    assert.equal(one.writing.draft('because')?.text ?? room.held.text, wanted);
  });
}

test('the cursor leaves the field for the button that says what becomes of both, and the button stays there', async () => {
  const { room, other } = await two();
  other.writing.left('because');
  assert.equal(other.writing.state('because').state, 'behind');
  other.writing.settle('because', 'both');
  await other.rest();
  assert.deepEqual(
    [room.held.text, other.writing.state('because').state],
    ['The words of the first The words of the second', 'saved'],
  );
});

test('what somebody else saves comes into a field in which nothing is unsaved', async () => {
  const room = workshop();
  const { writing, rest } = desk(room);
  writing.typed('because', 'Mine');
  await rest();
  Object.assign(room.held, { text: 'Theirs', version: 2 });
  writing.catchUp('because');
  assert.equal(writing.draft('because'), null);
});

test('a refusal is said, and the words stay', async () => {
  const room = workshop();
  const { writing, rest, storage } = desk({
    ...room,
    send: async () => ({ ok: false, code: 'too_long', message: 'This is too long.' }),
  });
  writing.typed('because', 'x'.repeat(700));
  await rest();
  assert.deepEqual(writing.state('because'), { state: 'refused', message: 'This is too long.' });
  assert.equal(storage.value.drafts['explain-because'].length, 700);
});

test('an answer comes before the room does: until then the field keeps its words, and what is typed next grows from them', async () => {
  const room = workshop();
  const shown = { text: 'Before', version: 0 }; // as the last frame had it
  const { writing, rest } = desk({ ...room, now: () => ({ ...shown }) });
  writing.typed('because', 'After');
  await writing.left('because');
  assert.equal(room.held.text, 'After');
  assert.equal(
    writing.draft('because')?.text ?? shown.text,
    'After',
    'the words before do not come back for a moment',
  );
  writing.typed('because', 'After all');
  await rest();
  assert.deepEqual(
    [room.held.text, writing.state('because').state],
    ['After all', 'saved'],
    'nobody else has written',
  );
  await writing.left('because');
  Object.assign(shown, { text: room.held.text, version: room.held.version });
  writing.catchUp('because');
  assert.equal(
    writing.draft('because'),
    null,
    'a stretch of writing ends when the field is left and the room has it',
  );
});

test('what the room has while somebody pauses is still the same stretch of writing', async () => {
  const room = workshop();
  const { writing, rest } = desk(room);
  writing.typed('because', 'One');
  await rest();
  writing.catchUp('because');
  writing.typed('because', 'One and two');
  await rest();
  assert.equal(new Set(room.held.asked.map((o) => o.writing)).size, 1);
});

test('a page that is loaded again has nothing to save of what was saved', async () => {
  const room = workshop();
  const before = desk(room);
  before.writing.typed('because', 'Saved');
  await before.rest();
  const after = desk(room, before.storage);
  assert.equal(after.writing.state('because').state, 'saved');
  after.writing.resume();
  await after.rest();
  assert.deepEqual([after.writing.draft('because'), room.held.asked.length], [null, 1]);
});
