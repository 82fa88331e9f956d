// Where the words of a picture break: as in the report (tests/drawing/test_picture_text.py reads the same file).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { baselines, broken, roomFor } from '../../static/src/shared/ui/picture-words';

type Case = { text: string; room: number; most: number; lines: string[] };
const CASES: Case[] = JSON.parse(readFileSync('tests/messages/strip/picture-words.json', 'utf8'));

test('words break as in the report', () => {
  assert.ok(CASES.length > 20);
  for (const { text, room, most, lines } of CASES) assert.deepEqual(broken(text, room, most), lines);
});

test('lines stand in the middle of their box', () => {
  assert.deepEqual(baselines(1, 100, 56), [141]);
  assert.deepEqual(baselines(3, 104, 136), [143, 185, 227]);
  assert.deepEqual([20, 56, 94, 136, 196].map(roomFor), [1, 1, 2, 3, 4]);
});
