// Where a note can go: an area stands once, in the order of the columns, at the desk and on the phone.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, settle } from './dom';
import './english';
import { render } from 'preact';
import { NoteSheet } from '../../static/src/console/note-sheet';
import { Menu } from '../../static/src/phone/note-menu';
import { areas, byArea } from '../../static/src/shared/ui/areas';
import { EXAMPLES, makeRoom, partsOf } from './stage';

const example: any = EXAMPLES.filter(({ activity }) => activity === 'formulation')
  .flatMap(({ rooms }) => rooms as any[])
  .find(({ name }) => name.startsWith('links that several say'));

const ORDER = areas().map(([, name]) => name);

/** The areas that rows begin with, one for each run. */
const runs = (root: any) =>
  all(root)
    .filter(({ localName }) => localName === 'button')
    .map((button: any) => ORDER.find((name) => button.textContent.startsWith(`${name}: `)))
    .filter((name: any, at: number, found: any[]) => name && name !== found[at - 1]);

for (const [audience, Of] of [
  ['delegate', Menu],
  ['facilitator', NoteSheet],
] as [string, any][]) {
  test(`an area stands once where a note can be moved to: ${audience}`, async () => {
    const parts = partsOf(example, audience);
    const part = parts.formulation;
    const root: any = element('div');
    render(
      <Of
        room={makeRoom(example, audience, [])}
        part={part}
        note={part.notes[0]}
        kind="move"
        onClose={() => {}}
      />,
      root,
    );
    await settle();
    const found = runs(root);
    assert.ok(found.length > 1);
    assert.deepEqual(
      found,
      ORDER.filter((name) => found.includes(name)),
    );
    assert.deepEqual(new Set(byArea(part)), new Set(part.sections));
  });
}

test('the notes that another is joined or merged with stand by area, in the same order', async () => {
  const parts = partsOf(example, 'facilitator');
  const [one] = parts.formulation.notes;
  const notes = parts.formulation.sections.map((s: any) => ({
    ...one,
    id: `in ${s.id}`,
    section: s.id,
    text: s.id,
  }));
  const part = { ...parts.formulation, notes: [one, ...notes] };
  const root: any = element('div');
  render(
    <NoteSheet
      room={makeRoom(example, 'facilitator', []) as any}
      part={part}
      note={one}
      kind="merge"
      onClose={() => {}}
    />,
    root,
  );
  await settle();
  const found = all(root)
    .filter(({ localName }) => localName === 'h3')
    .map((h) => h.textContent);
  assert.deepEqual(
    found,
    byArea(part).map(({ title }) => title),
  );
  assert.notDeepEqual(
    found,
    part.sections.map(({ title }: any) => title),
  );
});
