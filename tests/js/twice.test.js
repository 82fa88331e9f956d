// Words that go once although somebody presses twice, and that are somewhere at every moment.

import assert from 'node:assert/strict';
import test from 'node:test';

import { all, element, happens, install, settle } from './fake-dom.mjs';

install();
const js = (/** @type {string} */ name) => import(`../../static/js/${name}`);
const [{ h, render, signal }, { memory }, { Outbox }, asking, left, plan, phone] = await Promise.all(
  ['helpers/html.js', 'live/memory.js', 'live/outbox.js', 'elements/asking.js', 'elements/left.js', 'console/plan.js', 'activities/plan.js'].map(js));
const { wordsLeft } = await js('live/left.js');
const PLAN = { targets: ['safety'], needs: [], actions: [] };
const nowhere = () => ({ read: () => null, write() {}, clear() {} });

/** A page on which a view is drawn. @param {any} view @param {any} props */
async function page(view, props) {
  const root = /** @type {any} */ (element('div'));
  render(h(view, props), root);
  await settle();
  const find = (/** @type {(node: any) => boolean} */ which) => all(root).find(which) ?? assert.fail('it is not there');
  const press = async (/** @type {string} */ words) => { happens(find((e) => e.localName === 'button' && e.textContent === words), 'click'); await settle(); };
  const submit = async () => { happens(find((e) => e.localName === 'form'), 'submit'); await settle(); };
  return { root, find, press, submit };
}

/** A desk whose line is slow: what it sent is not answered before it is told to. */
function desk() {
  /** @type {any[]} */
  const sent = [];
  /** @type {any} */
  let answer;
  const room = {
    memory: memory(nowhere()), connection: { state: signal('offline'), parts: signal({}) }, said: signal(''), opened: signal(''),
    part: (/** @type {string} */ name) => ({ plan: PLAN })[name],
    post: (/** @type {any[]} */ ...all) => { sent.push(all); return new Promise((done) => { answer = done; }); },
  };
  return { room, sent, answers: async () => { answer({ ok: true, rev: 1 }); await settle(); } };
}

test('words at the desk are sent once, however often they are sent before the answer', async () => {
  const { room, sent, answers } = desk();
  room.memory.draft('note', 'A note');
  const { submit } = await page(asking.Words, { room, where: 'note', label: 'Note', limit: 200, onSend: (/** @type {string} */ text) => room.post('formulation.add', { text }) });
  await submit();
  await submit();
  assert.equal(sent.length, 1);
  await answers();
  assert.equal(room.memory.drafted('note'), null);
});

test('so is an action', async () => {
  const { room, sent, answers } = desk();
  const { press, submit } = await page(plan.Console, { room });
  await press('Add an action');
  await submit();
  await submit();
  assert.deepEqual(sent.map(([name]) => name), ['plan.add']);
  await answers();
});

test('and so are words that were found again', async () => {
  const { room, sent, answers } = desk();
  room.memory.draft('note-known', 'Found again');
  const { press } = await page(left.LeftSheet, { room, onClose() {} });
  await press('Send');
  await press('Send');
  assert.equal(sent.length, 1);
  await answers();
  assert.equal(room.memory.drafted('note-known'), null);
});

test('of what can only be sent from its own place nobody says that it has closed', async () => {
  const { room } = desk();
  room.memory.draft('explain-because', 'Half', { version: 0, writing: 'w', saved: null, sent: null });
  room.memory.draft('say-will_do', 'Ask earlier');
  const { root } = await page(left.LeftSheet, { room, onClose() {} });
  const told = all(root).filter((e) => e.localName === 'li').map((e) => /has closed/.test(e.textContent));
  assert.deepEqual(told, [false, true]);
});

/** A phone without a connection, with one action that waits and another begun for the same group. */
async function planning() {
  const room = /** @type {any} */ ({
    memory: memory(nowhere()), connection: { state: signal('offline'), parts: signal({}) }, part: () => PLAN,
    outbox: new Outbox({ store: nowhere(), send: async () => ({ ok: true, rev: 1 }), ready: () => new Promise(() => {}) }),
  });
  room.post = (/** @type {any[]} */ ...all) => room.outbox.post(...all);
  room.post('plan.add', { target: 'safety', action: 'The first', why: '', who: '', by_when: '', review: '', note: null });
  room.memory.draftForm('plan-new-safety', { id: '', target: 'safety', note: '', action: 'The second', why: '', who: '', by_when: '', review: '' });
  return { room, ...await page(phone.Delegate, { room }) };
}

/** @param {any} room */
const words = (room) => wordsLeft({ held: room.memory.held.value, operations: room.outbox.operations.value, parts: {} }).map((/** @type {any} */ l) => l.text).sort();

test('an action that is taken back is a draft at once, beside another that was begun', async () => {
  const { room, press } = await planning();
  await press('Take back');
  assert.deepEqual(room.outbox.operations.value, []);
  assert.deepEqual(words(room), ['The first', 'The second']);
});

test('a refused action comes back into the form with its own words, not with those of another that was begun', async () => {
  const { room, press, find } = await planning();
  room.outbox.operations.value = room.outbox.operations.value.map((/** @type {any} */ o) => ({ ...o, state: 'refused', message: 'No.' }));
  await settle();
  await press('Change');
  assert.equal(find((e) => e.held.name === 'action').held.defaultValue, 'The first');
});
