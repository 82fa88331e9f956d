// What a phone sends has one length, whatever it says; and a page of another version loads again, but never for ever.

import assert from 'node:assert/strict';
import test from 'node:test';
import { newId } from '../../static/src/shared/live/connection';
import { isDue, PAUSE } from '../../static/src/shared/live/renew';
import { COMMAND, filled, filledBody, PROTOCOL, roomFor } from '../../static/src/shared/live/wire';
import { EXAMPLES } from './stage';

const size = (value: any) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).length;
/** A command as it goes over the wire. */
function packet(name: string, body: any, number: number = 0) {
  const message = filled('/delegate', number, { id: newId(), name, body });
  assert.deepEqual(Object.keys(message), ['id', 'name', 'body', 'pad']);
  return `42/delegate,${number}${JSON.stringify(['command', message])}`;
}

const SENT = EXAMPLES.flatMap((example: any) => example.commands ?? []).filter(
  ({ role }) => role === 'delegate',
);
const LONGEST = 'x'.repeat(40);

test('every command of a phone has one size, whichever it is and whatever its ack is called', () => {
  assert.ok(new Set(SENT.map(({ name }) => name)).size > 10);
  for (const { name, body } of SENT) {
    for (const number of [0, 9, 10, 99_999, 999_999_999])
      assert.equal(size(packet(name, body, number)), COMMAND, name);
  }
});

test('a card said all of fits, with ids as long as they may be and all that placing again adds', () => {
  const reasons = [
    'consent',
    'power',
    'pressure',
    'frequency',
    'secrecy',
    'impact',
    'setting',
    'motive',
    'law',
  ];
  const missing = ['age', 'consent', 'power', 'frequency', 'impact', 'context', 'source'];
  const why = ['information', 'heard', 'reread', 'reasons', 'not_relevant', 'not_enough', 'already'];
  const placed = { round: LONGEST, card: LONGEST, stage: LONGEST, missing, reasons, certainty: 5 };
  assert.equal(
    size(packet('board.place', { ...placed, earlier: LONGEST, direction: 'harmful', why }, 999_999_999)),
    COMMAND,
  );
});

test('words go in coarse steps, counted in bytes, and never in less than a tap', () => {
  const ask = (text: string) => size(packet('questions.ask', { text }));
  assert.deepEqual(['', 'Why?', 'x'.repeat(280), 'ü'.repeat(280)].map(ask), [
    COMMAND,
    COMMAND,
    COMMAND,
    COMMAND,
  ]);
  assert.deepEqual(['😀'.repeat(280), '"'.repeat(1000)].map(ask), [2 * COMMAND, 4 * COMMAND]);
  assert.equal(size(filledBody({ text: 'Why?' })), COMMAND);
  assert.equal(size(filledBody({ text: '😀'.repeat(280) })), 2 * COMMAND);
  assert.deepEqual(
    [0, 1024, 1025, 5000].map((n) => roomFor(n)),
    [1024, 1024, 2048, 8192],
  );
});

test('a page of another version loads again once all is sent, and at most once a minute', () => {
  const at = { server: PROTOCOL + 1, waiting: 0, typing: false, last: 0, now: 10 * PAUSE };
  assert.equal(isDue(at), true, 'a newer server');
  assert.equal(isDue({ ...at, server: PROTOCOL - 1 }), true, 'a server that was rolled back');
  assert.equal(isDue({ ...at, server: PROTOCOL }), false);
  assert.equal(isDue({ ...at, waiting: 1 }), false, 'something is still to be sent');
  assert.equal(isDue({ ...at, typing: true }), false, 'somebody is typing');
  assert.equal(isDue({ ...at, last: at.now - PAUSE + 1 }), false, 'it did so within the minute');
  assert.equal(isDue({ ...at, last: at.now - PAUSE }), true);
  assert.equal(isDue({ ...at, last: at.now + 5 * PAUSE }), true, 'the clock was set back');
});
