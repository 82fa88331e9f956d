// Every view of every activity against the examples that pytest checks: it draws them, it reads no field that no part
// has, nothing reads "undefined", and whatever can be pressed sends a command that the workshop knows, from who may.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './dom';
import { EXAMPLES, FIELDS, makeRoom, partsOf, walk } from './stage';
import * as phone from '../../static/src/phone/always';
import * as sheets from '../../static/src/console/sheets';
import { Ahead } from '../../static/src/console/ahead';
import * as care from '../../static/src/console/care-parts';
import * as bar from '../../static/src/console/bar';
import { Behind } from '../../static/src/console/behind';
import * as rail from '../../static/src/console/rail';
import * as desk from '../../static/src/console/desk';
import * as own from '../../static/src/console/private';
import { ReadFirst } from '../../static/src/phone/case';
import { handIn } from '../../static/src/phone/envelope';
import { handInWordings } from '../../static/src/phone/offered';
import { Out } from '../../static/src/phone/out';
import { Quiet } from '../../static/src/phone/quiet';
import { Case } from '../../static/src/screen/case';
import { isWide } from '../../static/src/phone/board/wide';
import { CONSOLE, PHONE, SCREEN } from './views';
import type { Sent } from './stage';

const ACTIVITIES = EXAMPLES.filter(({ activity }) => activity !== 'session');
/** commands that were sent, by role */
const SENT: Map<string, Set<string>> = new Map([
  ['delegate', new Set()],
  ['facilitator', new Set()],
]);

function assertSaysWhatItMeans(said: string[][]) {
  for (const word of new Set(said.flat()))
    assert.doesNotMatch(word, /undefined|NaN|\[object|null(?!a)/, 'something that is not there is shown');
}

function assertKnown(sent: Sent[], role: string) {
  for (const { name, body } of sent) {
    const fields = FIELDS[name];
    assert.ok(fields, `${name}: there is no such command`);
    assert.ok(fields.roles.includes(role), `${name} is not for a ${role}`);
    const keys = Object.keys(body).sort();
    assert.deepEqual(
      keys.filter((k) => ![...fields.required, ...fields.optional].includes(k)),
      [],
      `${name}: the workshop does not know these fields`,
    );
    assert.deepEqual(
      fields.required.filter((k) => !keys.includes(k)),
      [],
      `${name}: these fields are needed`,
    );
    assert.ok(
      Object.values(body).every((value) => value !== undefined),
      `${name}: something that is not there is sent`,
    );
    SENT.get(role)?.add(name);
  }
}

/** What stands around every step on a console. */
function Around({ room }: { room: any }) {
  const { steps, position } = room.part('agenda');
  return (
    <>
      <bar.Bar room={room} />
      <rail.Rail room={room} />
      <desk.Desk room={room} step={steps[position]} />
      <own.Private room={room} step={steps[position]} />
      <sheets.Sheets room={room} />
    </>
  );
}

/** A phone that is away, one that came late, and a quiet minute. */
const AwayOr = ({ room }: { room: any }) => (
  <>
    <Out room={room} then={{ information: [], rounds: [], open: '' }} />
    <ReadFirst room={room} />
    <Quiet room={room} />
  </>
);

/** The desk for welfare and questions. */
const CareDesk = ({ room }: { room: any }) => (
  <>
    <care.Left room={room} />
    <care.Questions room={room} />
    <care.Welfare room={room} />
  </>
);

/** What stands in the middle of a console besides the step. */
function Besides({ room }: { room: any }) {
  const { steps, position } = room.part('agenda');
  return (
    <>
      <Behind room={room} />
      <Ahead room={room} step={steps[(position + 1) % steps.length]} />
    </>
  );
}

/** Notes are taken in every step and are none: what is drawn is the step. */
function drawnFor(activity: string, example: (typeof ACTIVITIES)[number]['rooms'][number]): string {
  const { steps, position } = example.parts.agenda;
  return activity === 'jotter' ? steps[position].activity : activity;
}

for (const { activity, rooms } of ACTIVITIES) {
  for (const example of rooms) {
    const of = drawnFor(activity, example);
    test(`phone, ${activity}: ${example.name}`, async () => {
      const { Delegate } = PHONE[of];
      const sent: Sent[] = [];
      const room = makeRoom(example, 'delegate', sent);
      const said = await walk(Delegate, { room });
      assert.ok(said[0].length > 3, 'nothing is drawn');
      assertSaysWhatItMeans(said);
      handIn(room); // by itself, at the facilitator's word
      handInWordings(room);
      await new Promise((done) => setTimeout(done));
      assertKnown(sent, 'delegate');
    });

    if (example.parts.board) {
      test(`laptop, ${activity}: ${example.name}`, async () => {
        const { Delegate } = PHONE[of];
        const sent: Sent[] = [];
        isWide.value = true;
        const said = await walk(Delegate, { room: makeRoom(example, 'delegate', sent) }).finally(() => {
          isWide.value = false;
        });
        assertSaysWhatItMeans(said);
        assertKnown(sent, 'delegate');
      });
    }

    test(`screen, ${activity}: ${example.name}`, async () => {
      const { Screen } = SCREEN[of];
      const links = { address: 'w.example', join: 'https://w.example/#K7M4QX', qr: 'data:,' };
      const said = await walk(Screen, { parts: partsOf(example, 'screen'), links });
      assert.ok(said[0].length > 3, 'nothing is drawn');
      assertSaysWhatItMeans(said);
    });

    test(`console, ${activity}: ${example.name}`, async () => {
      const { Console } = CONSOLE[of];
      for (const view of [Console, Around]) {
        const sent: Sent[] = [];
        const said = await walk(view, { room: makeRoom(example, 'facilitator', sent) });
        assertSaysWhatItMeans(said);
        assertKnown(sent, 'facilitator');
      }
    });
  }
}

for (const example of EXAMPLES.find(({ activity }) => activity === 'session')?.rooms ?? []) {
  test(`beside every step: ${example.name}`, async () => {
    const sent: Sent[] = [];
    assertSaysWhatItMeans(await walk(Besides, { room: makeRoom(example, 'facilitator', sent) }));
    assertKnown(sent, 'facilitator');
  });

  test(`the case on the screen: ${example.name}`, async () => {
    assertSaysWhatItMeans(await walk(Case, { parts: partsOf(example, 'screen') }));
  });

  test(`around every step: ${example.name}`, async () => {
    for (const opened of ['', 'ask', 'case', 'support', 'links', 'end', 'again', 'few', 'keys', 'left']) {
      for (const [role, view] of [
        ['delegate', phone.Always],
        ['delegate', phone.Sheets],
        ['delegate', AwayOr],
        ['facilitator', Around],
        ['facilitator', CareDesk],
      ] as [string, any][]) {
        const sent: Sent[] = [];
        const room = makeRoom(example, role, sent);
        room.opened.value = opened;
        assertSaysWhatItMeans(await walk(view, { room }));
        assertKnown(sent, role);
      }
    }
  });
}

test('what is done with a question names that question, and an answer its item', async () => {
  const of = (activity: string) => ACTIVITIES.find((found) => found.activity === activity)?.rooms ?? [];
  const asked: unknown[] = [];
  for (const example of of('questions')) {
    const sent: Sent[] = [];
    await walk(CONSOLE.questions.Console, { room: makeRoom(example, 'facilitator', sent) });
    const { inbox } = partsOf(example, 'facilitator').questions;
    const ids = inbox.map(({ id }: { id: string }) => id);
    for (const { body } of sent.filter(({ name }) => name === 'questions.mark')) {
      assert.ok(ids.includes(body.question), body.question);
      asked.push(body.question);
    }
  }
  const items: unknown[] = [];
  for (const example of of('confidence')) {
    const sent: Sent[] = [];
    await walk(PHONE.confidence.Delegate, { room: makeRoom(example, 'delegate', sent) });
    for (const { body } of sent.filter(({ name }) => name === 'confidence.answer')) {
      assert.ok(example.parts.confidence.items.includes(body.item), body.item);
      items.push(body.item);
    }
  }
  assert.ok(asked.length && items.length);
});

test('whatever a delegate may send, a phone can send; likewise the console', () => {
  for (const [role, sent] of SENT) {
    const may = Object.entries(FIELDS)
      .filter(([, fields]) => fields.roles.includes(role))
      .map(([name]) => name);
    assert.deepEqual(
      may.filter((name) => !sent.has(name)),
      [],
      `a ${role} has no way to send these`,
    );
  }
});
