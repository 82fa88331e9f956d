// Every view of every activity against the examples that pytest checks: it draws them, it reads no field that no part
// has, nothing reads "undefined", and whatever can be pressed sends a command that the workshop knows, from who may.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

import { install } from './fake-dom.mjs';
import { EXAMPLES, FIELDS, makeRoom, partsOf, walk } from './stage.mjs';

install();
const js = (/** @type {string} */ path) => import(new URL(`../../static/js/${path}`, import.meta.url).href);
const [html, { memory }, { Outbox }, { Occasions }, { nextThing }, phone, sheets, bar, rail, desk, own, { Writing }] = await Promise.all([
  'helpers/html.js', 'live/memory.js', 'live/outbox.js', 'live/occasions.js', 'console/next.js', 'elements/always.js', 'console/sheets.js', 'console/bar.js', 'console/rail.js', 'console/desk.js', 'console/private.js', 'console/writing.js',
].map(js));
const lib = { ...html, memory, nextThing, Outbox, Occasions, Writing };
const ACTIVITIES = EXAMPLES.filter(({ activity }) => activity !== 'session');
/** @type {Map<string, Set<string>>} commands that were sent, by role */
const SENT = new Map([['delegate', new Set()], ['facilitator', new Set()]]);

/** @param {string[][]} said */
function assertSaysWhatItMeans(said) {
  for (const word of said.flat()) assert.doesNotMatch(word, /undefined|NaN|\[object|null(?!a)/, 'something that is not there is shown');
}

/** @param {import('./stage.mjs').Sent[]} sent @param {string} role */
function assertKnown(sent, role) {
  for (const { name, body } of sent) {
    const fields = FIELDS[name];
    assert.ok(fields, `${name}: there is no such command`);
    assert.ok(fields.roles.includes(role), `${name} is not for a ${role}`);
    const keys = Object.keys(body).sort();
    assert.deepEqual(keys.filter((k) => ![...fields.required, ...fields.optional].includes(k)), [], `${name}: the workshop does not know these fields`);
    assert.deepEqual(fields.required.filter((k) => !keys.includes(k)), [], `${name}: these fields are needed`);
    SENT.get(role)?.add(name);
  }
}

/** What stands around every step on a console. @param {{room: any}} props */
function Around({ room }) {
  const { steps, position } = room.part('agenda');
  return html.html`<${bar.Bar} room=${room} /><${rail.Rail} room=${room} /><${desk.Desk} room=${room} step=${steps[position]} />
    <${own.Private} room=${room} step=${steps[position]} /><${sheets.Sheets} room=${room} />`;
}

for (const { activity, rooms } of ACTIVITIES) {
  for (const example of rooms) {
    test(`phone, ${activity}: ${example.name}`, async () => {
      const { Delegate } = await js(`activities/${activity}.js`);
      /** @type {import('./stage.mjs').Sent[]} */
      const sent = [];
      const said = await walk(lib, Delegate, { room: makeRoom(lib, example, 'delegate', sent) });
      assert.ok(said[0].length > 3, 'nothing is drawn');
      assertSaysWhatItMeans(said);
      assertKnown(sent, 'delegate');
    });

    if (example.parts.board) {
      test(`laptop, ${activity}: ${example.name}`, async () => {
        const { Delegate } = await js(`activities/${activity}.js`);
        const { isWide } = await js('activities/board/wide.js');
        /** @type {import('./stage.mjs').Sent[]} */
        const sent = [];
        isWide.value = true;
        const said = await walk(lib, Delegate, { room: makeRoom(lib, example, 'delegate', sent) }).finally(() => { isWide.value = false; });
        assertSaysWhatItMeans(said);
        assertKnown(sent, 'delegate');
      });
    }

    test(`screen, ${activity}: ${example.name}`, async () => {
      const { Screen } = await js(`screen/${activity}.js`);
      const links = { address: 'w.example', join: 'https://w.example/#K7M4QX', qr: 'data:,' };
      const said = await walk(lib, Screen, { parts: partsOf(example, 'screen'), links });
      assert.ok(said[0].length > 3, 'nothing is drawn');
      assertSaysWhatItMeans(said);
    });

    test(`console, ${activity}: ${example.name}`, async () => {
      const { Console } = await js(`console/${activity}.js`);
      for (const view of [Console, Around]) {
        /** @type {import('./stage.mjs').Sent[]} */
        const sent = [];
        const said = await walk(lib, view, { room: makeRoom(lib, example, 'facilitator', sent) });
        assertSaysWhatItMeans(said);
        assertKnown(sent, 'facilitator');
      }
    });
  }
}

for (const example of EXAMPLES.find(({ activity }) => activity === 'session')?.rooms ?? []) {
  test(`around every step: ${example.name}`, async () => {
    for (const opened of ['', 'ask', 'support', 'links', 'end', 'again', 'few', 'keys', 'left']) {
      for (const [role, view] of /** @type {[string, any][]} */ ([['delegate', phone.Always], ['delegate', phone.Sheets], ['facilitator', Around]])) {
        /** @type {import('./stage.mjs').Sent[]} */
        const sent = [];
        const room = makeRoom(lib, example, role, sent);
        room.opened.value = opened;
        assertSaysWhatItMeans(await walk(lib, view, { room }));
        assertKnown(sent, role);
      }
    }
  });
}

test('every activity has its three views', () => {
  for (const { activity } of ACTIVITIES) {
    for (const room of ['activities', 'screen', 'console']) assert.ok(existsSync(new URL(`../../static/js/${room}/${activity}.js`, import.meta.url)), `${room}/${activity}.js`);
  }
});

test('whatever a delegate may send, a phone can send; likewise the console', () => {
  for (const [role, sent] of SENT) {
    const may = Object.entries(FIELDS).filter(([, fields]) => fields.roles.includes(role)).map(([name]) => name);
    assert.deepEqual(may.filter((name) => !sent.has(name)), [], `a ${role} has no way to send these`);
  }
});
