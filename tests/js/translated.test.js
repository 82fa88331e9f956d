// Every view of all three roles in a browser that translates: it says what it would say without, press by press, and sends
// the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { install, translate, untranslated } from './fake-dom.mjs';
import { EXAMPLES, LINKS, makeRoom, partsOf, walk } from './stage.mjs';

install();
Date.now = () => 1_700_000_000_000; // clocks that tick would tell two walks apart
const js = (/** @type {string} */ path) => import(new URL(`../../static/js/${path}`, import.meta.url).href);
const [html, { memory }, { Outbox }, { Occasions }, { nextThing }, always, { isWide }, bar, rail, desk, own, sheets, { Writing }] = await Promise.all([
  'helpers/html.js', 'live/memory.js', 'live/outbox.js', 'live/occasions.js', 'console/next.js', 'elements/always.js', 'activities/board/wide.js', 'console/bar.js', 'console/rail.js', 'console/desk.js', 'console/private.js', 'console/sheets.js', 'console/writing.js',
].map(js));
const lib = { ...html, memory, nextThing, Outbox, Occasions, Writing };
const PRESSES = 12;

/** What a view says, and what it sends, with or without a translator. @param {any} view @param {any} example @param {string} role @param {(root: any) => void} each */
async function walked(view, example, role, each) {
  /** @type {import('./stage.mjs').Sent[]} */
  const sent = [];
  const props = role === 'screen' ? { parts: partsOf(example, 'screen'), links: LINKS } : { room: makeRoom(lib, example, role, sent) };
  const said = await walk(lib, view, props, { most: PRESSES, each });
  const alike = sent.map((one) => ({ ...one, body: { ...one.body, ...(one.body.writing && { writing: 'drawn by lot' }) } }));
  return { said: said.map((words) => words.map(untranslated)), sent: alike };
}

/** @param {any} view @param {any} example @param {string} role */
async function saysTheSame(view, example, role) {
  let replaced = 0;
  const plain = await walked(view, example, role, () => {});
  const other = await walked(view, example, role, (root) => { translate(root); replaced += 1; });
  assert.ok(replaced > 0);
  assert.deepEqual(other, plain);
}

/** What stands around every step on a phone. @param {{room: any}} props */
const OnPhone = ({ room }) => html.html`<${always.Always} room=${room} /><${always.Sheets} room=${room} />`;
/** And on a console. @param {{room: any}} props */
const OnConsole = ({ room }) => html.html`<${bar.Bar} room=${room} /><${rail.Rail} room=${room} />
  <${desk.Desk} room=${room} step=${room.part('agenda').steps[room.part('agenda').position]} />
  <${own.Private} room=${room} step=${room.part('agenda').steps[room.part('agenda').position]} /><${sheets.Sheets} room=${room} />`;

for (const { activity, rooms } of EXAMPLES.filter(({ activity: a }) => a !== 'session')) {
  for (const example of rooms) {
    test(`translated: ${activity}, ${example.name}`, async () => {
      const [phone, screen, desks] = await Promise.all([js(`activities/${activity}.js`), js(`screen/${activity}.js`), js(`console/${activity}.js`)]);
      for (const view of [phone.Delegate, OnPhone]) await saysTheSame(view, example, 'delegate');
      await saysTheSame(screen.Screen, example, 'screen');
      for (const view of [desks.Console, OnConsole]) await saysTheSame(view, example, 'facilitator');
      if (!example.parts.board) return;
      isWide.value = true;
      await saysTheSame(phone.Delegate, example, 'delegate').finally(() => { isWide.value = false; });
    });
  }
}
