// Words that go once although somebody presses twice, and that are somewhere at every moment.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, happens, settle } from './dom';
import { h, render } from 'preact';
import { signal } from '@preact/signals';
import { memory } from '../../static/src/shared/live/memory';
import { Outbox } from '../../static/src/shared/live/outbox';
import * as asking from '../../static/src/shared/ui/asking';
import * as left from '../../static/src/shared/ui/left-sheet';
import * as plan from '../../static/src/console/plan';
import * as phone from '../../static/src/phone/plan';
import { wordsLeft } from '../../static/src/shared/live/left';

const PLAN = {
  targets: ['safety'],
  kinds: [],
  cells: [],
  needs: [],
  asked: [],
  loose: [],
  bare: [],
  signs: [],
  actions: [],
};
const nowhere = () => ({ read: () => null, write() {}, clear() {} });

/** A page on which a view is drawn. */
async function page(view: any, props: any) {
  const root = element('div') as any;
  render(h(view, props), root);
  await settle();
  const find = (which: (node: any) => boolean) => all(root).find(which) ?? assert.fail('it is not there');
  const press = async (words: string) => {
    happens(
      find((e) => e.localName === 'button' && e.textContent === words),
      'click',
    );
    await settle();
  };
  const submit = async () => {
    happens(
      find((e) => e.localName === 'form'),
      'submit',
    );
    await settle();
  };
  return { root, find, press, submit };
}

/** A desk whose line is slow: what it sent is not answered before it is told to. */
function desk() {
  const sent: any[] = [];
  let answer: any;
  const room = {
    memory: memory(nowhere()),
    connection: { state: signal('offline'), parts: signal({}) },
    said: signal(''),
    opened: signal(''),
    part: (name: string) => ({ plan: PLAN })[name],
    post: (...all: any[]) => {
      sent.push(all);
      return new Promise((done) => {
        answer = done;
      });
    },
  };
  return {
    room,
    sent,
    answers: async () => {
      answer({ ok: true, rev: 1 });
      await settle();
    },
  };
}

test('words at the desk are sent once, however often they are sent before the answer', async () => {
  const { room, sent, answers } = desk();
  room.memory.draft('note', 'A note');
  const { submit } = await page(asking.Words, {
    room,
    where: 'note',
    label: 'Note',
    limit: 200,
    onSend: (text: string) => room.post('formulation.add', { text }),
  });
  await submit();
  await submit();
  assert.equal(sent.length, 1);
  await answers();
  assert.equal(room.memory.drafted('note'), null);
});

test('so is an action', async () => {
  const { room, sent, answers } = desk();
  const { press, submit, find } = await page(plan.Console, { room });
  await press('Add an action');
  find((e) => e.getAttribute('name') === 'action').value = 'Ask first';
  await submit();
  await submit();
  assert.deepEqual(
    sent.map(([name]) => name),
    ['plan.add'],
  );
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
  const told = all(root)
    .filter((e) => e.localName === 'li')
    .map((e) => /has closed/.test(e.textContent));
  assert.deepEqual(told, [false, true]);
});

/** A phone without a connection, with one action that waits and another begun for the same group. */
async function planning() {
  const room = {
    memory: memory(nowhere()),
    connection: { state: signal('offline'), parts: signal({}) },
    part: () => PLAN,
    outbox: new Outbox({
      store: nowhere(),
      send: async () => ({ ok: true, rev: 1 }),
      ready: () => new Promise(() => {}),
    }),
  } as any;
  room.post = (...all: any[]) => room.outbox.post(...all);
  room.post('plan.add', {
    target: 'safety',
    action: 'The first',
    why: '',
    who: '',
    by_when: '',
    review: '',
    note: null,
  });
  room.memory.draftForm('plan-new-safety', {
    id: '',
    target: 'safety',
    note: '',
    action: 'The second',
    why: '',
    who: '',
    by_when: '',
    review: '',
  });
  return { room, ...(await page(phone.Delegate, { room })) };
}

const words = (room: any) =>
  wordsLeft({ held: room.memory.held.value, operations: room.outbox.operations.value, parts: {} })
    .map((l: any) => l.text)
    .sort();

test('an action that is taken back is a draft at once, beside another that was begun', async () => {
  const { room, press } = await planning();
  await press('Take back');
  assert.deepEqual(room.outbox.operations.value, []);
  assert.deepEqual(words(room), ['The first', 'The second']);
});

test('a refused action comes back into the form with its own words, not with those of another that was begun', async () => {
  const { room, press, find } = await planning();
  room.outbox.operations.value = room.outbox.operations.value.map((o: any) => ({
    ...o,
    state: 'refused',
    message: 'No.',
  }));
  await settle();
  await press('Change');
  assert.equal(find((e) => e.getAttribute('name') === 'action').defaultValue, 'The first');
});
