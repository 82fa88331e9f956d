// Every view of all three roles in a browser that translates: it says what it would say without, press by press, and sends
// the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translate, untranslated } from './dom';
import { EXAMPLES, LINKS, makeRoom, partsOf, walk } from './stage';
import * as always from '../../static/src/phone/always';
import { isWide } from '../../static/src/phone/board/wide';
import * as bar from '../../static/src/console/bar';
import * as rail from '../../static/src/console/rail';
import * as desk from '../../static/src/console/desk';
import * as own from '../../static/src/console/private';
import * as sheets from '../../static/src/console/sheets';
import { CONSOLE, PHONE, SCREEN } from './views';
import type { Sent } from './stage';

Date.now = () => 1_700_000_000_000; // clocks that tick would tell two walks apart
const PRESSES = 12;

/** What a view says, and what it sends, with or without a translator. */
async function walked(view: any, example: any, role: string, each: (root: any) => void) {
  const sent: Sent[] = [];
  const props =
    role === 'screen'
      ? { parts: partsOf(example, 'screen'), links: LINKS }
      : { room: makeRoom(example, role, sent) };
  const said = await walk(view, props, { most: PRESSES, each });
  const alike = sent.map((one) => ({
    ...one,
    body: {
      ...one.body,
      ...(one.body.writing && { writing: 'drawn by lot' }),
      ...(one.body.key && { key: 'drawn by lot' }),
    },
  }));
  return { said: said.map((words) => words.map(untranslated)), sent: alike };
}

async function saysTheSame(view: any, example: any, role: string) {
  let replaced = 0;
  const plain = await walked(view, example, role, () => {});
  const other = await walked(view, example, role, (root) => {
    translate(root);
    replaced += 1;
  });
  assert.ok(replaced > 0);
  assert.deepEqual(other, plain);
}

/** What stands around every step on a phone. */
const OnPhone = ({ room }: { room: any }) => (
  <>
    <always.Always room={room} />
    <always.Sheets room={room} />
  </>
);
/** And on a console. */
const OnConsole = ({ room }: { room: any }) => (
  <>
    <bar.Bar room={room} />
    <rail.Rail room={room} />
    <desk.Desk room={room} step={room.part('agenda').steps[room.part('agenda').position]} />
    <own.Private room={room} step={room.part('agenda').steps[room.part('agenda').position]} />
    <sheets.Sheets room={room} />
  </>
);

for (const { activity, rooms } of EXAMPLES.filter(({ activity: a }) => a !== 'session')) {
  for (const example of rooms) {
    test(`translated: ${activity}, ${example.name}`, async () => {
      const [phone, screen, desks] = [PHONE[activity], SCREEN[activity], CONSOLE[activity]];
      for (const view of [phone.Delegate, OnPhone]) await saysTheSame(view, example, 'delegate');
      await saysTheSame(screen.Screen, example, 'screen');
      for (const view of [desks.Console, OnConsole]) await saysTheSame(view, example, 'facilitator');
      if (!example.parts.board) return;
      isWide.value = true;
      await saysTheSame(phone.Delegate, example, 'delegate').finally(() => {
        isWide.value = false;
      });
    });
  }
}
