// A key that turns the cards is for nobody else: not for who types, chooses or composes, nor for a sheet.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element } from './dom';
import { isTaken } from '../../static/src/phone/board/keys';

const on = (target: any, more: object = {}) => isTaken({ target, ...more } as any);

test('the arrows turn the cards wherever nobody types', () => {
  assert.equal(on(document.body), false);
  assert.equal(on(element('button')), false);
});

for (const name of ['input', 'textarea', 'select'])
  test(`not in a ${name}, where a keyboard that composes uses them too`, () =>
    assert.equal(on(element(name)), true));

test('not with another key held, nor when somebody took it', () => {
  for (const key of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented'])
    assert.equal(on(document.body, { [key]: true }), true);
});

test('not under a sheet', () => {
  const sheet = element('dialog');
  sheet.setAttribute('open', '');
  assert.equal(on(document.body), true);
  sheet.remove();
  assert.equal(on(document.body), false);
});
