// What the screen can show of the talk: buttons and keys of one table, none where there is nothing to show.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './english';
import { meaning } from '../../static/src/console/keys';
import { showable, showing, turning, VIEW_KEYS } from '../../static/src/console/shows';

const known = (board: object, notes: object = {}, rows: object[] = []) =>
  ({
    board: { results: [], focus: null, show: 'all', wanted: [], ...board },
    notes_private: { panel: [], ...notes },
    what_moved: { rows },
  }) as any;

test('before the reveal there is nothing to turn to', () => {
  assert.deepEqual(showable({}), []);
  assert.deepEqual(showable(known({ results: null, focus: 'c1' }, { panel: [{}] }, [{}])), []);
});

test('a view is offered where it has something to show, and nowhere else', () => {
  const results = [
    { card: 'c1', before: null },
    { card: 'c2', before: {} },
  ];
  assert.deepEqual(showable(known({ results })), ['all']);
  assert.deepEqual(showable(known({ results, focus: 'c1' })), ['all', 'focus']);
  assert.deepEqual(showable(known({ results, focus: 'c2' })), ['all', 'focus', 'shift']);
  assert.deepEqual(showable(known({ results, focus: 'c1' }, { panel: [{}] })), ['all', 'focus', 'panel']);
  assert.deepEqual(showable(known({ results }, { panel: [{}] })), ['all'], 'a panel is of the card in focus');
  assert.deepEqual(showable(known({ results, wanted: [{}] }, {}, [{}])), ['all', 'wanted', 'ledger']);
});

test('a picture that stands has no before: it is the card that is shown', () => {
  const results = [{ card: 'c1', before: null }];
  assert.equal(showing(known({ results, focus: 'c1', show: 'shift' })), 'focus');
  assert.equal(showing(known({ results, focus: 'c1', show: 'panel' })), 'panel');
});

test('each has a key of its own, large or small, and one thing that is sent', () => {
  for (const { show, key } of VIEW_KEYS)
    for (const pressed of [key, key.toUpperCase()])
      assert.equal(meaning({ key: pressed }, { tag: 'BODY' }), show);
  assert.equal(meaning({ key: 'p' }, { tag: 'TEXTAREA' }), '', 'not while somebody types');
  assert.equal(new Set(VIEW_KEYS.map(({ key }) => key)).size, VIEW_KEYS.length);
  assert.deepEqual(turning('all'), ['discussion.focus', { card: null }]);
  assert.deepEqual(turning('panel'), ['discussion.show', { show: 'panel' }]);
});
