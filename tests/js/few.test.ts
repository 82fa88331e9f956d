// The question before few answers are closed: it stays while what it asks about can be done, whoever answers meanwhile.

import assert from 'node:assert/strict';
import test from 'node:test';
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import './dom';
import { Sheets } from '../../static/src/console/sheets';
import { soon } from './writing-desk';

const CLOSE = { name: 'reflection.close', body: { round: 'q1' } };
const FEW = { ...CLOSE, asks: 'few', sure: 'Few have answered.', yes: 'Close it all the same' };
const ENOUGH = { ...CLOSE, asks: 'again', sure: 'Close it?', yes: 'Close now' };
const ELSE = { name: 'session.next', body: { from_step: 's1' }, asks: '', sure: '', yes: '' };

/** A desk at which it has just been asked. */
async function asked() {
  const opened = signal('few');
  const next = signal<any>(FEW);
  const did: string[] = [];
  const pressed = { go: () => did.push(next.value.name) };
  const room: any = { opened, next, pressed, open: (sheet: string) => (opened.value = sheet) };
  const place = document.createElement('div');
  const draw = () => render(h(Sheets, { room }), place);
  draw();
  await soon();
  return { place, next, opened, did, draw };
}

test('when enough have answered meanwhile the sheet stays, says so, and its button does what it did', async () => {
  const { place, next, opened, did, draw } = await asked();
  const button: any = place.querySelector('.button--second');
  next.value = ENOUGH;
  draw();
  await soon();
  assert.equal(opened.value, 'few');
  assert.equal(place.querySelector('.button--second'), button, 'it does not go from under the finger');
  assert.deepEqual(
    [button.textContent, place.querySelector('.def')?.textContent],
    ['Close now', 'Close it?'],
  );
  button.click();
  assert.deepEqual(did, ['reflection.close']);
});

test('when somebody else has closed it the sheet goes, and nothing else is done by it', async () => {
  const { next, opened, did, draw } = await asked();
  next.value = ELSE;
  draw();
  await soon();
  assert.deepEqual([opened.value, did], ['', []]);
});
