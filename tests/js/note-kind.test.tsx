// What a note says of itself in words, what asks for a ground, and nudges that were left.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element, settle } from './dom';
import './english';
import { render } from 'preact';
import { Nudges, shownNudges } from '../../static/src/console/nudges';
import { kindOf } from '../../static/src/shared/live/note-kind';
import { memory } from '../../static/src/shared/live/memory';
import { EditNote } from '../../static/src/shared/ui/note-edit';
import { asksWhy, itself, KindFields } from '../../static/src/shared/ui/note-kind';

const PARTS: any = { information: [{ id: 'i2', number: 2 }], cards: [{ id: 'c1', short: 'A short card' }] };
const KIND = kindOf({});

test('a note says of itself what was set, and nothing of what the room does not have', () => {
  assert.deepEqual(itself(KIND, PARTS), []);
  assert.deepEqual(itself({ sure: 'think', voice: 'harmed', ground: 'i2' }, PARTS), [
    'We think',
    'Voice: Person harmed',
    'From: information 2',
  ]);
  assert.deepEqual(itself({ ...KIND, ground: 'c1' }, PARTS), ['From: A short card']);
  assert.deepEqual(itself({ ...KIND, ground: 'c9' }, PARTS), []);
});

test('what is only thought asks on what it rests, and only that', () => {
  const asked = [
    kindOf({ sure: 'think' }),
    kindOf({ sure: 'think', ground: 'c1' }),
    kindOf({ sure: 'known' }),
  ];
  assert.deepEqual(asked.map(asksWhy), [true, false, false]);
});

test('one tap sets a row, the same again leaves it open', async () => {
  const root: any = element('div');
  const set: any[] = [];
  const drawn = (kind: any) =>
    render(<KindFields where="x" kind={kind} parts={PARTS} onSet={(to) => set.push(to)} />, root);
  drawn(KIND);
  const buttons = () => [...root.querySelectorAll('button')] as any[];
  assert.equal(buttons().length, 8);
  buttons()[2].dispatchEvent(new Event('click'));
  drawn({ ...KIND, sure: 'think' });
  await settle();
  assert.match(root.textContent, /What does this rest on/);
  buttons()[2].dispatchEvent(new Event('click'));
  assert.deepEqual(
    set.map(({ sure }) => sure),
    ['think', ''],
  );
});

test('three nudges at most, each with its source; one that was left does not come back', async () => {
  const nudges: any[] = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    words: `Words of ${id}`,
    source: `Source of ${id}`,
    checked: '2026-03',
    opens: id === 'a' ? 'around' : '',
  }));
  const kept: any = {};
  const sent: any[] = [];
  const room: any = {
    memory: {
      held: { value: { kept } },
      note: (what: string, value: any) => {
        kept[what] = value;
      },
    },
    post: (...what: any[]) => sent.push(what),
  };
  const root: any = element('div');
  render(<Nudges room={room} part={{ nudges, notes: [] } as any} />, root);
  await settle();
  assert.match(root.textContent, /Words of a Source of a/);
  assert.doesNotMatch(root.textContent, /Words of d/);
  const [open, leave] = [...root.querySelectorAll('button')] as any[];
  open.dispatchEvent(new Event('click'));
  leave.dispatchEvent(new Event('click'));
  assert.deepEqual(sent, [['formulation.lane', { section: 'around' }]]);
  assert.deepEqual(
    shownNudges(room, nudges).map(({ id }) => id),
    ['b', 'c', 'd'],
  );
});

test('what is set of a note that is changed survives a reload, and goes with the words unless they are refused', async () => {
  const note: any = { id: 'n1', text: 'Words', version: 1, merged: [], ...kindOf({ sure: 'think' }) };
  const stored: { value: any } = { value: null };
  const store: any = {
    read: () => stored.value,
    write: (value: any) => {
      stored.value = structuredClone(value);
    },
    clear() {},
  };
  const sent: any[] = [];
  const answers: any[] = [{ ok: false }, { ok: true }];
  const opened = () => {
    const root: any = element('div');
    const room: any = { memory: memory(store), outbox: { items: { value: [] } } };
    const onSend = (body: any) => {
      sent.push(body.sure);
      return Promise.resolve(answers.shift());
    };
    const draw = () =>
      render(
        <EditNote
          room={room}
          part={{ notes: [note] } as any}
          note={note}
          parts={PARTS}
          label="Change"
          onSend={onSend}
        />,
        root,
      );
    draw();
    const pressed = () => root.querySelectorAll('button[aria-pressed=true]')[0]?.textContent;
    return { root, draw, pressed };
  };
  const first = opened();
  assert.equal(first.pressed(), 'We think');
  [...first.root.querySelectorAll('button')]
    .find((b: any) => b.textContent === 'Known')
    .dispatchEvent(new Event('click'));
  const again = opened();
  assert.equal(again.pressed(), 'Known');
  for (const kept of ['known', undefined]) {
    again.root.querySelector('form').dispatchEvent(new Event('submit'));
    await settle();
    await settle();
    assert.deepEqual(
      [sent.length, memory(store).held.value.kept['kind-edit-n1']?.sure],
      [kept ? 1 : 2, kept],
    );
  }
  assert.deepEqual(sent, ['known', 'known']);
});
