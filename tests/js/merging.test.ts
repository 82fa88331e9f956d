// Two notes become one on a phone and at the console: nobody's words vanish by a tap.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, element, happens, settle, words } from './dom';
import { h, render } from 'preact';
import { signal } from '@preact/signals';
import { memory } from '../../static/src/shared/live/memory';
import { Outbox } from '../../static/src/shared/live/outbox';
import { Merging, together } from '../../static/src/shared/ui/merging';
import { Unsent, unsentOf } from '../../static/src/phone/unsent';

const NOTE = { id: 'n1', text: 'Nobody objects', version: 1 };
const INTO = { id: 'n2', text: 'The group laughs', version: 3 };
const nowhere = () => ({ read: () => null, write() {}, clear() {} });

function drawn(props: any) {
  const root = element('div');
  const room = { memory: memory(nowhere()), connection: { state: signal('offline') } };
  const draw = (more: any = {}) => {
    render(
      h(Merging, {
        room,
        notes: [NOTE, INTO],
        note: NOTE,
        into: INTO,
        label: 'Words',
        button: 'Merge',
        ...props,
        ...more,
      }),
      root,
    );
    return settle();
  };
  return { root, draw, find: (name: string) => all(root).find((node) => node.localName === name) };
}

test('the words of both, once when one says it all', () => {
  assert.equal(together('The group laughs', 'Nobody objects'), 'The group laughs; Nobody objects');
  assert.equal(together('The group laughs.', 'Nobody objects'), 'The group laughs. Nobody objects');
  assert.equal(together('The group laughs', 'the group LAUGHS'), 'The group laughs');
  assert.equal(together('laughs', 'The group laughs'), 'The group laughs');
});

test('the field holds both, and what is sent names both versions', async () => {
  const sent: any[] = [];
  const { draw, find } = drawn({
    onSend: (body: any) => {
      sent.push(body);
    },
  });
  await draw();
  happens(find('form'), 'submit');
  await settle();
  assert.deepEqual(sent, [
    { note: 'n1', into: 'n2', text: 'The group laughs; Nobody objects', base: 3, note_base: 1 },
  ]);
});

test('too many words are not sent, and are not cut', async () => {
  const sent: any[] = [];
  const { root, draw, find } = drawn({
    note: { ...NOTE, text: 'x'.repeat(190) },
    onSend: (body: any) => {
      sent.push(body);
    },
  });
  await draw();
  happens(find('form'), 'submit');
  await settle();
  assert.equal(sent.length, 0);
  assert.match(words(root).join(' '), /8 characters too many/);
});

test('what somebody changed meanwhile is read before it is merged', async () => {
  const sent: any[] = [];
  const { root, draw, find } = drawn({
    onSend: (body: any) => {
      sent.push(body);
    },
  });
  await draw();
  await draw({ notes: [{ ...NOTE, text: 'Two objected', version: 2 }, INTO] });
  assert.match(words(root).join(' '), /Two objected/);
  happens(find('form'), 'submit');
  await settle();
  assert.deepEqual([sent[0].base, sent[0].note_base], [3, 2]);
});

test('words that were refused stay in the field', async () => {
  const { draw, find } = drawn({
    onSend: async () => ({ ok: false, code: 'changed_meanwhile', message: 'Read it again.' }),
  });
  await draw();
  happens(find('form'), 'submit');
  await settle();
  assert.equal((find('textarea') as any).value, 'The group laughs; Nobody objects');
});

test('a refused edit stays on the phone until its writer has dealt with it', async () => {
  const outbox = new Outbox({
    store: nowhere(),
    send: async () => ({ ok: false, code: 'not_now', message: 'This note is gone.' }),
  });
  outbox.post('formulation.edit', { note: 'n1', text: 'Better words', base: 1 });
  await settle();
  const room: any = { outbox, memory: memory(nowhere()) };
  const found = unsentOf(room, 'formulation.add', ['formulation.edit'], () => false);
  assert.equal(found.length, 1);
  const root = element('ul');
  const again: any[] = [];
  render(
    h(Unsent, { room, operations: found, again: 'Add', onAgain: (o: any) => again.push(o.body.text) }),
    root,
  );
  await settle();
  assert.match(words(root).join(' '), /Better words.*This note is gone/);
  const [add, remove] = all(root).filter((node) => node.localName === 'button');
  happens(add, 'click');
  happens(remove, 'click');
  await settle();
  assert.equal(outbox.operations.value.length, 1, 'it is asked first');
  happens(
    all(root)
      .filter((node) => node.localName === 'button')
      .find((node) => node.textContent === 'Remove'),
    'click',
  );
  assert.deepEqual(again, ['Better words']);
  assert.equal(outbox.operations.value.length, 0);
});
