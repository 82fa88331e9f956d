// The phone's own look at a text, without any network: the same examples as the server's.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { identifying } from '../../static/src/shared/ui/identifying';

const corpus = JSON.parse(readFileSync('tests/messages/identifying.json', 'utf-8'));

for (const { text, looks, local } of corpus) {
  test(`${looks || 'nothing'}: ${text.slice(0, 50)}`, () => {
    assert.equal(identifying(text), local === false ? '' : looks);
  });
}

test('no text takes long', () => {
  for (const text of [
    'a'.repeat(5000),
    '1 '.repeat(2500),
    'A b '.repeat(1000),
    "Aa Bb's ".repeat(600),
    '0'.repeat(5000),
  ]) {
    const began = process.cpuUsage();
    identifying(text);
    assert.ok(
      process.cpuUsage(began).user < 500_000,
      'microseconds of this process, however busy the machine',
    );
  }
});
