// Two notes become one on a phone and at the console: nobody's words vanish by a tap.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { all, element, happens, install, settle, words } from './fake-dom.mjs';

install();
const js = (/** @type {string} */ path) => import(new URL(`../../static/js/${path}`, import.meta.url).href);
const [{ h, render, signal }, { memory }, { Outbox }, { Merging, together }, { Unsent, unsentOf }] = await Promise.all(
  ['helpers/html.js', 'live/memory.js', 'live/outbox.js', 'elements/merging.js', 'elements/unsent.js'].map(js));
const NOTE = { id: 'n1', text: 'Nobody objects', version: 1 };
const INTO = { id: 'n2', text: 'The group laughs', version: 3 };
const nowhere = () => ({ read: () => null, write() {}, clear() {} });

/** @param {any} props */
function drawn(props) {
  const root = element('div');
  const room = { memory: memory(nowhere()), connection: { state: signal('offline') } };
  const draw = (/** @type {any} */ more = {}) => { render(h(Merging, { room, notes: [NOTE, INTO], note: NOTE, into: INTO, label: 'Words', button: 'Merge', ...props, ...more }), root); return settle(); };
  return { root, draw, find: (/** @type {string} */ name) => all(root).find((node) => node.localName === name) };
}

test('the words of both, once when one says it all', () => {
  assert.equal(together('The group laughs', 'Nobody objects'), 'The group laughs; Nobody objects');
  assert.equal(together('The group laughs.', 'Nobody objects'), 'The group laughs. Nobody objects');
  assert.equal(together('The group laughs', 'the group LAUGHS'), 'The group laughs');
  assert.equal(together('laughs', 'The group laughs'), 'The group laughs');
});

test('the field holds both, and what is sent names both versions', async () => {
  /** @type {any[]} */
  const sent = [];
  const { draw, find } = drawn({ onSend: (/** @type {any} */ body) => { sent.push(body); } });
  await draw();
  happens(find('form'), 'submit');
  await settle();
  assert.deepEqual(sent, [{ note: 'n1', into: 'n2', text: 'The group laughs; Nobody objects', base: 3, note_base: 1 }]);
});

test('too many words are not sent, and are not cut', async () => {
  /** @type {any[]} */
  const sent = [];
  const { root, draw, find } = drawn({ note: { ...NOTE, text: 'x'.repeat(190) }, onSend: (/** @type {any} */ body) => { sent.push(body); } });
  await draw();
  happens(find('form'), 'submit');
  await settle();
  assert.equal(sent.length, 0);
  assert.match(words(root).join(' '), /8 characters too many/);
});

test('what somebody changed meanwhile is read before it is merged', async () => {
  /** @type {any[]} */
  const sent = [];
  const { root, draw, find } = drawn({ onSend: (/** @type {any} */ body) => { sent.push(body); } });
  await draw();
  await draw({ notes: [{ ...NOTE, text: 'Two objected', version: 2 }, INTO] });
  assert.match(words(root).join(' '), /Two objected/);
  happens(find('form'), 'submit');
  await settle();
  assert.deepEqual([sent[0].base, sent[0].note_base], [3, 2]);
});

test('words that were refused stay in the field', async () => {
  const { draw, find } = drawn({ onSend: async () => ({ ok: false, code: 'changed_meanwhile', message: 'Read it again.' }) });
  await draw();
  happens(find('form'), 'submit');
  await settle();
  assert.equal(/** @type {any} */ (find('textarea')).held.value, 'The group laughs; Nobody objects');
});

test('a refused edit stays on the phone until its writer has dealt with it', async () => {
  const outbox = new Outbox({ store: nowhere(), send: async () => ({ ok: false, code: 'not_now', message: 'This note is gone.' }) });
  outbox.post('formulation.edit', { note: 'n1', text: 'Better words', base: 1 });
  await settle();
  const room = { outbox, memory: memory(nowhere()) };
  const found = unsentOf(room, 'formulation.add', ['formulation.edit'], () => false);
  assert.equal(found.length, 1);
  const root = element('ul');
  /** @type {any[]} */
  const again = [];
  render(h(Unsent, { room, operations: found, again: 'Add', onAgain: (/** @type {any} */ o) => again.push(o.body.text) }), root);
  await settle();
  assert.match(words(root).join(' '), /Better words.*This note is gone/);
  const [add, remove] = all(root).filter((node) => node.localName === 'button');
  happens(add, 'click');
  happens(remove, 'click');
  await settle();
  assert.equal(outbox.operations.value.length, 1, 'it is asked first');
  happens(all(root).filter((node) => node.localName === 'button').find((node) => node.textContent === 'Remove'), 'click');
  assert.deepEqual(again, ['Better words']);
  assert.equal(outbox.operations.value.length, 0);
});
