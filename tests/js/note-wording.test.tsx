// A note that could say it otherwise, at the desk: the first one, with another wording, until it is left or changed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact';
import { element, settle } from './dom';
import './english';
import { inNotes } from '../../static/src/console/note-wording';
import { Nudges } from '../../static/src/console/nudges';

const note = (id: string, text: string): any => ({ id, text, version: 4 });
const NOTES = [
  note('a', 'A friendship ended'),
  note('b', 'The offender laughed'),
  note('c', 'He said “the offender did it”'),
  note('d', 'Offenders were near'),
];

test('the first note with such words is found; what is quoted is left alone, and so is what was left', () => {
  assert.deepEqual(
    [[], ['b one'], ['b one', 'd many'], ['b many', 'd one']].map((left) => inNotes(NOTES, left)?.note.id),
    ['b', 'd', undefined, 'b'],
  );
});

test('it takes one of three places, is put in by one press, and does not come back when it was left', async () => {
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
  const nudges: any[] = ['a', 'b', 'c'].map((id) => ({ id, words: `Words of ${id}`, source: '', opens: '' }));
  const root: any = element('div');
  const draw = (notes: any[]) => render(<Nudges room={room} part={{ nudges, notes } as any} />, root);
  const button = (words: string) =>
    [...root.querySelectorAll('button')].reverse().find((b: any) => b.textContent === words);
  draw(NOTES.slice(0, 3));
  await settle();
  assert.match(
    root.textContent,
    /Words of b.*A note’s “offender” could read “young person who caused harm”.*NSPCC/,
  );
  assert.doesNotMatch(root.textContent, /Words of c/);
  button('Put this in').dispatchEvent(new Event('click'));
  const text = 'The young person who caused harm laughed';
  assert.deepEqual(sent, [['formulation.edit', { note: 'b', text, base: 4 }]]);
  button('Leave it').dispatchEvent(new Event('click'));
  draw(NOTES.slice(0, 3));
  await settle();
  assert.doesNotMatch(root.textContent, /A note’s/);
  assert.match(root.textContent, /Words of c/);
});
