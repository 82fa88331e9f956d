// Words that are sent from the list of what is left are looked at first, as in the field where they were typed.

import assert from 'node:assert/strict';
import test from 'node:test';

import { all, element, happens, install, settle } from './fake-dom.mjs';
import { EXAMPLES, makeRoom } from './stage.mjs';

install();
const js = (/** @type {string} */ path) => import(new URL(`../../static/js/${path}`, import.meta.url).href);
const [{ h, render, signal }, { memory }, { Outbox }, { Occasions }, { LeftSheet }] = await Promise.all([
  'helpers/html.js', 'live/memory.js', 'live/outbox.js', 'live/occasions.js', 'elements/left.js',
].map(js));

/** @type {any[]} what the server was asked about */
const looked = [];
globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ path, /** @type {any} */ { body }) => {
  looked.push([path, JSON.parse(body).text]);
  return { json: async () => ({ looks: '' }) };
});

/** A phone's list with a draft in it. @param {(room: any) => void} draft */
async function list(draft) {
  const example = EXAMPLES.find(({ activity }) => activity === 'board')?.rooms.find(({ name }) => name === 'open');
  assert.ok(example);
  /** @type {import('./stage.mjs').Sent[]} */
  const sent = [];
  const room = makeRoom({ signal, memory, Outbox, Occasions }, example, 'delegate', sent);
  draft(room);
  const root = element('div');
  render(h(LeftSheet, { room, onClose() {} }), root);
  await settle();
  const press = async (/** @type {string} */ words) => {
    const found = all(root).find((node) => node.localName === 'button' && node.textContent === words);
    assert.ok(found, words);
    happens(found, 'click');
    await settle();
  };
  return { press, sent, said: () => root.textContent };
}

const KINDS = /** @type {[string, (room: any) => void, string, any][]} */ ([
  ['questions.ask', (room) => room.memory.draft('question', 'What of Mrs Patel?'), 'What of Mrs Patel?', { text: 'What of Mrs Patel?' }],
  ['formulation.add', (room) => room.memory.draft('note-known', 'Ask Mrs Patel'), 'Ask Mrs Patel', { section: 'known', text: 'Ask Mrs Patel' }],
  ['plan.add', (room) => room.memory.draftForm('plan-new-safety', { id: '', target: 'safety', note: '', action: 'Agree', why: '', who: 'Mrs Patel', by_when: '3 May', review: '' }), 'Agree · Mrs Patel', undefined],
]);

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
  assert.deepEqual(sent.map(({ body }) => body), [{ text: 'Is this about power?' }]);
});
