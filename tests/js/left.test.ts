// What somebody wrote and the room does not have is found again, whatever became of it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { memory } from '../../static/src/shared/live/memory';
import { letGo, planKey, SHOWN, wordsLeft } from '../../static/src/shared/live/left';
import { Outbox } from '../../static/src/shared/live/outbox';
import type { Ack } from '../../static/src/shared/live/connection';

const NO: Ack = { ok: false, code: 'round_closed', message: 'This has closed.' };
const soon = () =>
  new Promise((done) => {
    setTimeout(done, 0);
  });

/** A storage that outlives its page. */
function storage() {
  const held: { value: any } = { value: null };
  return {
    held,
    read: () => structuredClone(held.value),
    write: (value: any) => {
      held.value = structuredClone(value);
    },
    clear: () => {
      held.value = null;
    },
  };
}

const MORE = { kind: '', known: '', step_up: '', step_down: '' };

test('every kind of draft survives its step and a reload, and is sent as its field would have sent it', () => {
  const store = storage();
  const page = memory(store);
  page.draft('question', 'Why?');
  page.draft('note-known', ' A note ');
  page.draft('note', 'At the desk', { section: 'needs' });
  page.draft('edit-n1', 'Better', 3);
  page.draft('say-will_do', 'Ask earlier');
  page.draft('silent', 'Alone', { section: 'needs' });
  page.draft('offer-because', 'It began');
  page.draft('merge-n1-n2', 'Both', { n1: 1, n2: 1 });
  page.draftForm(planKey({ target: 'safety' }), {
    id: '',
    target: 'safety',
    note: '',
    action: 'Agree',
    why: '',
    who: 'Lead',
    by_when: '',
    review: '',
  });
  page.draftForm(
    planKey({ id: 'a1' }),
    {
      id: 'a1',
      target: 'safety',
      note: 'n1',
      action: 'Agree more',
      why: '',
      who: '',
      by_when: '',
      review: '',
    },
    2,
  );
  const parts = { reflection: { round: 'q2', state: 'open' } };
  const left = wordsLeft({ held: memory(store).held.value, parts });
  assert.deepEqual(Object.fromEntries(left.map((l) => [l.key, l.send?.slice(0, 2)])), {
    question: ['questions.ask', { text: 'Why?' }],
    'note-known': ['formulation.add', { section: 'known', text: 'A note' }],
    note: ['formulation.add', { section: 'needs', text: 'At the desk' }],
    'edit-n1': ['formulation.edit', { note: 'n1', text: 'Better', base: 3 }],
    'say-will_do': ['reflection.say', { round: 'q2', field: 'will_do', text: 'Ask earlier' }],
    'merge-n1-n2': undefined,
    silent: ['formulation.add', { section: 'needs', text: 'Alone' }],
    'offer-because': undefined,
    'plan-new-safety': [
      'plan.add',
      {
        target: 'safety',
        note: null,
        action: 'Agree',
        why: '',
        who: 'Lead',
        by_when: '',
        review: '',
        ...MORE,
      },
    ],
    'plan-a1': [
      'plan.edit',
      {
        target: 'safety',
        note: 'n1',
        action: 'Agree more',
        why: '',
        who: '',
        by_when: '',
        review: '',
        ...MORE,
        id: 'a1',
        base: 2,
      },
    ],
  });
  assert.deepEqual(
    wordsLeft({ held: memory(store).held.value, parts: {} }).find((l) => l.kind === 'say')?.send,
    null,
    'it has closed',
  );
  page.undraft('question');
  assert.ok(!wordsLeft({ held: memory(store).held.value, parts }).some((l) => l.key === 'question'));
});

test('what was saved as it was typed is not told as if it were lost', () => {
  const page = memory(storage());
  page.draft('explain-because', 'Saved', { version: 1, writing: 'w', saved: 'Saved', sent: null });
  page.draft('explain-eased', 'Saved, and more', { version: 1, writing: 'w', saved: 'Saved', sent: null });
  page.draft('note', '');
  assert.deepEqual(
    wordsLeft({ held: page.held.value, parts: {} }).map((l) => l.text),
    ['Saved, and more'],
  );
});

test('what can be seen on the page anyway is not told twice', () => {
  const page = memory(storage());
  page.draft('question', 'Why?');
  const hides = page.shows('question');
  const known = () => wordsLeft({ held: page.held.value, parts: {}, shown: page.shown.value });
  assert.equal(known().length, 0);
  hides();
  assert.equal(known().length, 1);
});

test('a second tab of one browser takes no draft of the first', () => {
  const store = storage();
  const [one, two] = [memory(store), memory(store)];
  one.draft('note', 'In the first');
  two.draft('question', 'In the second');
  assert.deepEqual(memory(store).held.value.drafts, { note: 'In the first', question: 'In the second' });
});

test('closing words that came too late outlast their round, and go into the one that is opened again', async () => {
  const box = new Outbox({ store: storage(), send: async () => NO, pause: soon });
  box.post(
    'reflection.say',
    { round: 'q1', field: 'will_do', text: 'Ask earlier' },
    { about: 'q1 will_do', round: 'q1' },
  );
  box.post('reflection.need', { round: 'q1', tags: ['law'] }, { about: 'q1 needs', round: 'q1' });
  while (box.running) await soon();
  box.forgetClosed(() => false);
  const [left] = wordsLeft({
    held: memory(storage()).held.value,
    operations: box.operations.value,
    parts: { reflection: { round: 'q2', state: 'open' } },
  });
  assert.deepEqual(
    [left.text, left.why, left.send?.[1]],
    ['Ask earlier', NO.message, { round: 'q2', field: 'will_do', text: 'Ask earlier' }],
  );
  assert.equal(box.operations.value.length, 1);
});

test('what has not gone out can be taken back, also after a reload; what may have gone out cannot', async () => {
  const store = storage();
  let arrive: () => void = () => {};
  const sent: string[] = [];
  const send = async (_name: string, body: any) => {
    sent.push(body.text);
    await new Promise(() => {});
    return null as any;
  };
  const ready = () =>
    new Promise((done) => {
      arrive = done;
    }) as Promise<void>;
  const page = new Outbox({ store, send, ready });
  page.post('formulation.add', { section: 'known', text: 'Typed in the lift' });
  const reloaded = new Outbox({ store, send, ready });
  assert.equal(reloaded.takeBack(reloaded.operations.value[0].id)?.body.text, 'Typed in the lift');
  reloaded.post('formulation.add', { section: 'known', text: 'Second' });
  arrive();
  await soon();
  assert.deepEqual(sent, ['Second']);
  assert.equal(reloaded.takeBack(reloaded.operations.value[0].id), null);
  const again = new Outbox({ store, send, ready });
  assert.equal(again.takeBack(again.operations.value[0].id), null);
});

test('a refusal without words says nothing for ever', async () => {
  const box = new Outbox({
    store: storage(),
    send: async () => ({ ok: false, code: 'empty', message: 'The room has moved on.' }),
    pause: soon,
  });
  box.post('questions.ask', { text: '' });
  while (box.running) await soon();
  assert.equal(box.operations.value.length, 0);
  box.post('questions.ask', { text: 'Why?' });
  while (box.running) await soon();
  assert.equal(box.operations.value[0].state, 'refused');
});

test('a sign that was being written goes out as its form would have sent it', () => {
  const page = memory(storage());
  page.draftForm('sign-up', { id: '', side: 'up', text: ' It happens  again ', who: 'Form tutor' }, 0);
  page.draftForm('sign-s1', { id: 's1', side: 'down', text: 'Calm', who: '' }, 3);
  const left = wordsLeft({ held: page.held.value, parts: {} });
  assert.deepEqual(
    left.map(({ kind, send }) => [kind, send]),
    [
      ['sign', ['plan.sign', { id: null, side: 'up', text: 'It happens again', who: 'Form tutor', base: 0 }]],
      ['sign', ['plan.sign', { id: 's1', side: 'down', text: 'Calm', who: '', base: 3 }]],
    ],
  );
});

test('what waits to be gathered is found again where it cannot be seen, and goes by itself or is taken away', () => {
  const page = memory(storage());
  const note = { id: 'n1', section: 'known', text: 'Written alone', sent: 0, key: 'k', sure: 'told' };
  page.note('silent', [note, { ...note, id: 'n2', text: 'And another' }]);
  page.note('wordings', { because: { text: 'It began', sent: 0 }, unsure: { text: 'Why there', sent: 0 } });
  const left = () => wordsLeft({ held: page.held.value, parts: {}, shown: page.shown.value });
  assert.deepEqual(
    left().map(({ kind, text, send }) => [kind, text, send?.[1] ?? null]),
    [
      [
        'note',
        'Written alone',
        { section: 'known', text: 'Written alone', sure: 'told', voice: '', ground: '' },
      ],
      ['note', 'And another', { section: 'known', text: 'And another', sure: 'told', voice: '', ground: '' }],
      ['offer', 'It began', null],
      ['offer', 'Why there', null],
    ],
  );
  for (const { key } of left().filter((_, at) => at % 2 === 0)) letGo(page, key);
  assert.deepEqual(
    left().map(({ text }) => text),
    ['And another', 'Why there'],
  );
  page.note('silent', [note, { ...note, id: 'n3', text: 'Handed in', sent: 1 }]);
  assert.deepEqual(
    left().map(({ text }) => text),
    ['Written alone', 'Why there'],
    'what was handed in may be shown yet',
  );
  assert.ok(wordsLeft({ held: page.held.value, parts: {} }).some(({ text }) => text === 'Handed in'));
  page.shows(SHOWN.silent);
  assert.deepEqual(
    left().map(({ text }) => text),
    ['Why there'],
  );
  page.shows(SHOWN.wordings);
  assert.deepEqual(left(), []);
});

test('a note goes out with what it says of itself, and lets go of that', () => {
  const page = memory(storage());
  page.draft('note-known', 'Ask', { section: 'known' });
  page.note('kind-note-known', { sure: 'told', voice: 'family', ground: '' });
  const [{ key, send }] = wordsLeft({ held: page.held.value, parts: {} });
  assert.deepEqual(send?.[1], { section: 'known', text: 'Ask', sure: 'told', voice: 'family', ground: '' });
  letGo(page, key);
  assert.deepEqual([page.held.value.drafts, page.held.value.kept['kind-note-known']], [{}, undefined]);
});
