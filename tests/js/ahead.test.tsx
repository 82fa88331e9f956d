// Looking ahead sends nothing; moving the room is a button of its own, which says what it passes over. And the one clock.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { all, element, happens, settle, words } from './dom';
import { EXAMPLES, makeRoom } from './stage';
import { render } from 'preact';
import { Ahead } from '../../static/src/console/ahead';
import { Behind } from '../../static/src/console/behind';
import { Rail } from '../../static/src/console/rail';
import { Time } from '../../static/src/console/time';
import type { Sent } from './stage';

const SESSION = EXAMPLES.find(({ activity }) => activity === 'session');
const example = (name: string) => SESSION?.rooms.find((room) => room.name === name) as any;

const roots: any[] = [];
afterEach(() => roots.splice(0).forEach((root) => render(null, root))); // clocks stop

async function drawn(view: any) {
  const root = element('div');
  roots.push(root);
  render(view, root);
  await settle();
  const button = (text: string) =>
    all(root).find((node) => node.localName === 'button' && node.textContent.includes(text));
  return { root, said: words(root).join(' '), button };
}

test('a click in the agenda looks, and sends nothing', async () => {
  const sent: Sent[] = [];
  const room = makeRoom(example('just opened'), 'facilitator', sent);
  const { steps } = room.part('agenda');
  const { root, button } = await drawn(<Rail room={room} />);
  happens(button(steps[3].title), 'click');
  assert.deepEqual([room.looking.value, sent], [steps[3].id, []]);
  happens(all(root).find((node) => node.getAttribute('aria-current') === 'step'), 'click');
  assert.deepEqual([room.looking.value, sent], ['', []]);
});

test('a look shows cards, notes and what is asked; the move says what it passes over, and is one command', async () => {
  const sent: Sent[] = [];
  const room = makeRoom(example('just opened'), 'facilitator', sent);
  const { steps } = room.part('agenda');
  const board = steps.find((s: any) => s.activity === 'board' && s.title !== steps[2].title);
  room.looking.value = board.id;
  const { said, button } = await drawn(<Ahead room={room} step={board} />);
  const card = room.part('ahead').cards.find((c: any) => c.prompts.length);
  for (const text of [card.text, card.prompts[0], 'Where each card sits', `Passes over: ${steps[1].title}`])
    assert.ok(said.includes(text), text);
  assert.deepEqual(sent, []);
  happens(button('Back to the room'), 'click');
  assert.deepEqual([room.looking.value, sent], ['', []]);
  room.looking.value = board.id;
  happens(button('Move the room here'), 'click');
  await settle();
  assert.deepEqual(sent, [{ name: 'session.go', body: { step: board.id } }]);
  assert.equal(room.looking.value, '', 'the desk is where the room is');
});

test('leaving what is open says that it waits', async () => {
  const room = makeRoom(example('cards are being placed'), 'facilitator', []);
  const { steps } = room.part('agenda');
  const { said } = await drawn(<Ahead room={room} step={steps[0]} />);
  assert.match(said, /People are still placing/);
  assert.match(said, /Back by three steps/);
});

/** A room whose clock is so many minutes behind. */
function late(minutes: number, sent: Sent[] = []) {
  const found = JSON.parse(JSON.stringify(example('just opened')));
  const now = Date.now() / 1000;
  const whole = found.parts.agenda.steps.reduce((n: number, s: any) => n + s.minutes, 0) * 60;
  Object.assign(found.only.facilitator.clock, { began: now, due: now + whole - minutes * 60 });
  return makeRoom(found, 'facilitator', sent);
}

test('from three minutes on one sentence says it; one button fits the rest; the agenda shows what it would be', async () => {
  const sent: Sent[] = [];
  const { said, button } = await drawn(<Behind room={late(7, sent)} />);
  assert.match(said, /7 minutes behind the plan/);
  happens(button('Fit the rest to'), 'click');
  assert.deepEqual(sent, [{ name: 'session.fit', body: { from_step: 's1' } }]);
  assert.match((await drawn(<Rail room={late(7)} />)).said, /→/);
  assert.doesNotMatch((await drawn(<Rail room={late(2)} />)).said, /→/);
  assert.equal((await drawn(<Behind room={late(2)} />)).said, '');
});

test('ahead, the minutes are given to the plan', async () => {
  const { said, button } = await drawn(<Behind room={late(-6)} />);
  assert.match(said, /6 minutes in hand/);
  assert.ok(button('Give them to the plan'));
});

test('two desks show the same time, whenever each of them came', async () => {
  const room = late(0);
  room.part('clock').began = Date.now() / 1000 - 160;
  const step = room.part('agenda').steps[0];
  for (const desk of [room, { ...room, memory: null }])
    assert.match((await drawn(<Time room={desk} step={step} />)).said, /2:40/);
});

test('before it is started no time runs; it says when the room would end', async () => {
  const sent: Sent[] = [];
  const room = makeRoom(example('just opened'), 'facilitator', sent);
  Object.assign(room.part('clock'), { began: null, due: null });
  const { said, button } = await drawn(<Time room={room} step={room.part('agenda').steps[0]} />);
  assert.doesNotMatch(said, /\d:\d\d of/);
  assert.match(said, /would end about/);
  happens(button('Start the clock now'), 'click');
  assert.deepEqual(sent, [{ name: 'session.start', body: {} }]);
});
