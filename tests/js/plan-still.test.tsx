// On a phone nothing above the buttons of a place comes or goes with what others do: a tap must meet what it was meant for.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, settle } from './dom';
import './english';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Delegate } from '../../static/src/phone/plan';
import { EXAMPLES, makeRoom } from './stage';

const ROOMS = EXAMPLES.filter(({ activity }) => activity === 'plan')
  .flatMap(({ rooms }) => rooms as any[])
  .filter(({ parts }) => parts.plan.cells.length);
const isWritten = ({ parts }: any) => parts.plan.actions.length > 0;

/** What stands in the page before the first button of a place: elements by name and class, without the grid's own. */
async function above(example: any): Promise<string> {
  const root: any = element('div');
  render(<Delegate room={makeRoom(example, 'delegate', [])} />, root);
  await settle();
  const found = all(root.querySelector('main')).filter((node) => !node.closest('table'));
  const buttons = found.findIndex((node) => node.getAttribute('class') === 'place-do');
  const said = found.slice(0, buttons).map((node) => `${node.localName} ${node.getAttribute('class')}`);
  render(null, root);
  return said.join(', ');
}

test('the same stands above the buttons of a place, whatever others have written', async () => {
  assert.ok(ROOMS.some(isWritten) && !ROOMS.every(isWritten), 'an example of each');
  const drawn = await Promise.all(ROOMS.map(above));
  assert.equal(drawn[0], 'section place-here, h2 null, p quiet');
  assert.deepEqual([...new Set(drawn)], [drawn[0]]);
});

test('an action or a need that comes while somebody looks stands below what is there', async () => {
  const root: any = element('div');
  const example = ROOMS.find(isWritten);
  const room: any = makeRoom(example, 'delegate', []);
  const { part } = room;
  const { plan } = example.parts;
  const [{ target, kind }] = plan.cells.filter((c: any) => c.state === 'open');
  const action = { ...plan.actions[0], target, kind };
  const need = { note: '0', text: 'A need that came', target, kind, met: false };
  const live = signal({ ...plan, actions: [{ ...action, id: 'b', action: 'Stood here' }], needs: [] });
  room.part = (name: string) => (name === 'plan' ? live.value : part(name));
  render(<Delegate room={room} />, root);
  await settle();
  live.value = {
    ...live.value,
    actions: [{ ...action, id: 'a', action: 'Came later' }, ...live.value.actions],
    needs: [need],
  };
  await settle();
  const said = root.querySelector('.place-here').textContent;
  const at = ['Stood here', 'A need that came', 'Came later'].map((words) => said.indexOf(words));
  assert.ok(at[0] >= 0 && at[0] < at[1] && at[0] < at[2], said);
  render(null, root);
});
