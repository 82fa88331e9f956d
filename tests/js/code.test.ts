// What people type, paste, scan or say where a join code is asked for.

import assert from 'node:assert/strict';
import test from 'node:test';
import { halves, inFragment, LENGTH, tidy } from '../../static/src/shared/ui/code';

const CODE = 'K7M4QX9P';
const SAME = {
  'small letters': 'k7m4qx9p',
  spaces: ' K7M4 QX9P ',
  'dashes of all kinds': 'K7M4-QX9P',
  'a long dash': 'K7M4—QX9P',
  dots: 'K.7.M.4.Q.X.9.P.',
  dictated: 'k 7 m 4 q x 9 p',
  'dictated as a sentence': 'K 7 M 4, Q X 9 P.',
  'full-width': 'Ｋ７Ｍ４ＱＸ９Ｐ',
  'full-width and small': 'ｋ７ｍ４ｑｘ９ｐ',
  'a Cyrillic keyboard': 'К7М4QХ9Р',
  'a small Cyrillic one': 'к7м4qх9р',
  'a Greek one': 'Κ7Μ4QΧ9Ρ',
  'mathematical digits': 'K𝟕M4QX9P',
  'the link': `https://w.example/#${CODE}`,
  'a link in a message': `Join at https://w.example/#${CODE} now`,
  'words before': `Session code: ${CODE}`,
  'words around': 'The code is K7M4 QX9P today',
  'words around a dictated one': 'our code is k 7 m 4 q x 9 p',
  lines: 'K7M4\nQX9P',
  'invisible marks': '\u200eK7M4\u200bQX9P\u2069',
  quotes: '“K7M4 QX9P”',
  'too much after': `${CODE}XYZ`,
};

for (const [how, text] of Object.entries(SAME)) {
  test(`a code is understood: ${how}`, () => assert.equal(tidy(text), CODE));
}

test('every symbol of a code goes through as it is, and what grows by a letter grows by one', () => {
  const all = '23456789ABCDEFGHJKLMNPQRSTUVWXY';
  for (const symbol of all) assert.equal(tidy(symbol), symbol);
  for (let at = 0; at <= LENGTH; at += 1) assert.equal(tidy(CODE.slice(0, at)), CODE.slice(0, at));
});

test('a code is read out in two halves, the older ones too', () => {
  assert.deepEqual(halves(CODE), ['K7M4', 'QX9P']);
  assert.deepEqual(halves('K7M4QX'), ['K7M', '4QX']);
});

test('whatever stands in an address is read without a fault', () => {
  assert.equal(inFragment(`#${CODE}`), CODE);
  assert.equal(inFragment('#K7M4%20QX9P'), CODE);
  assert.equal(inFragment('#%EF%BC%AB7M4QX9P'), CODE);
  for (const hostile of [
    '',
    '#',
    '#%',
    '#%%%',
    '#%E0%A4%A',
    '#%00',
    '#<script>',
    '#../../etc',
    `#${'9'.repeat(100_000)}`,
    '#\ud800',
    '#💥',
    '#__proto__',
  ]) {
    assert.match(inFragment(hostile), /^[0-9A-Z]{0,8}$/);
  }
});
