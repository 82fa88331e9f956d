// Words that are sent from the list of what is left are looked at first, as in the field where they were typed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, happens, settle } from './dom';
import { EXAMPLES, makeRoom } from './stage';
import { h, render } from 'preact';
import { LeftSheet } from '../../static/src/phone/left-sheet';
import { keyFor, keyOf } from '../../static/src/phone/note-keys';
import type { Sent } from './stage';

/** what the server was asked about */
const looked: any[] = [];
globalThis.fetch = (async (path: string, { body }: any) => {
  looked.push([path, JSON.parse(body).text]);
  return { json: async () => ({ looks: '' }) };
}) as any;

/** A phone's list with a draft in it. */
async function list(draft: (room: any) => void, activity = 'board', named = 'open') {
  const example = EXAMPLES.find((one) => one.activity === activity)?.rooms.find(({ name }) => name === named);
  assert.ok(example);
  const sent: Sent[] = [];
  const room = makeRoom(example, 'delegate', sent);
  draft(room);
  const root = element('div');
  render(h(LeftSheet, { room, onClose() {} }), root);
  await settle();
  const press = async (words: string) => {
    const found = all(root).find((node) => node.localName === 'button' && node.textContent === words);
    assert.ok(found, words);
    happens(found, 'click');
    await settle();
  };
  return { press, sent, room, said: () => root.textContent };
}

const KINDS = [
  [
    'questions.ask',
    (room) => room.memory.draft('question', 'What of Mrs Patel?'),
    'What of Mrs Patel?',
    { text: 'What of Mrs Patel?' },
  ],
  [
    'formulation.add',
    (room) => room.memory.draft('note-known', 'Ask Mrs Patel'),
    'Ask Mrs Patel',
    { section: 'known', text: 'Ask Mrs Patel' },
  ],
  [
    'plan.add',
    (room) =>
      room.memory.draftForm('plan-new-safety', {
        id: '',
        target: 'safety',
        note: '',
        action: 'Agree',
        why: '',
        who: 'Mrs Patel',
        by_when: '3 May',
        review: '',
      }),
    'Agree · Mrs Patel',
    undefined,
  ],
] as [string, (room: any) => void, string, any][];

for (const [name, draft, about, body] of KINDS) {
  test(`${name}: what looks like a name is asked about, and goes when it is meant`, async () => {
    looked.length = 0;
    const { press, sent, said } = await list(draft);
    await press('Send');
    assert.deepEqual([sent, looked], [[], [['/check-text', about]]], 'the server is asked in any case');
    assert.match(said(), /This looks like a name/);
    await press('Leave them');
    assert.doesNotMatch(said(), /This looks like/);
    await press('Send');
    await press('Send it all the same');
    assert.equal(sent.length, 1);
    assert.equal(sent[0].name, name);
    if (body) assert.deepEqual(sent[0].body, body);
  });
}

test('what nobody doubts goes at one tap, after the opinion that every phone asks for', async () => {
  looked.length = 0;
  const { press, sent } = await list((room) => room.memory.draft('question', 'Is this about power?'));
  await press('Send');
  await settle();
  assert.deepEqual(looked, [['/check-text', 'Is this about power?']]);
  assert.deepEqual(
    sent.map(({ body }) => body),
    [{ text: 'Is this about power?' }],
  );
});

test('a note goes with its key where the room is at the explanation: its writer can change it', async () => {
  const draft = ({ memory, part }: any) => {
    const [note] = part('formulation').notes;
    keyFor({ memory, part }, note.text, 'k'.repeat(24));
    memory.draft(`edit-${note.id}`, 'In other words', note.version);
  };
  const changed = await list(draft, 'formulation', 'being joined');
  await changed.press('Send');
  assert.equal(changed.sent[0].body.key, 'k'.repeat(24));
  assert.equal(keyOf(changed.room, { text: 'In other words' }), 'k'.repeat(24));
  const added = await list(({ memory }) => memory.draft('note-known', 'New'), 'formulation', 'being joined');
  await added.press('Send');
  assert.match(added.sent[0].body.key, /^[\w-]{24}$/);
  assert.equal(keyOf(added.room, { text: 'New' }), added.sent[0].body.key);
});
