// Whatever is typed into any field of a phone or a desk is on the device with the first letter, and can be found again when
// its field is gone: it stands in the list of what is not sent.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, happens } from './dom';
import { wordsLeft } from '../../static/src/shared/live/left';
import { EXAMPLES, makeRoom, walk } from './stage';
import { CONSOLE, PHONE } from './views';

const PRESSES = 30;
const WRITTEN = ['text', 'search', '', undefined, null];

const isField = (node: any) =>
  node.localName === 'textarea' ||
  (node.localName === 'input' && WRITTEN.includes(node.getAttribute('type')));

/** The ids of fields, of a role's views, whose words cannot be found again; and how many fields there were. */
async function forgotten(role: string, views: (activity: string) => any) {
  const [lost, tried] = [new Set<string>(), new Set<string>()];
  for (const { activity, rooms } of EXAMPLES)
    for (const example of rooms) {
      const room = makeRoom(example, role, []);
      const each = (root: any) => {
        for (const field of all(root).filter(isField)) {
          if (tried.has(`${example.name} ${field.id}`)) continue;
          tried.add(`${example.name} ${field.id}`);
          const words = `Words ${tried.size}.`;
          field.value = words;
          happens(field, 'input');
          const left = wordsLeft({ held: room.memory.held.value, parts: {} });
          if (!left.some(({ text }) => text.includes(words))) lost.add(field.id);
        }
      };
      if (views(activity)) await walk(views(activity), { room }, { most: PRESSES, each });
    }
  return { lost: [...lost], fields: new Set([...tried].map((name) => name.split(' ').at(-1))).size };
}

test('of a phone', async () => {
  const { lost, fields } = await forgotten('delegate', (activity) => PHONE[activity]?.Delegate);
  assert.deepEqual(lost, []);
  assert.ok(fields > 15, `${fields} fields`);
});

test('of a desk', async () => {
  const { lost, fields } = await forgotten('facilitator', (activity) => CONSOLE[activity]?.Console);
  assert.deepEqual(lost, []);
  assert.ok(fields > 15, `${fields} fields`);
});
