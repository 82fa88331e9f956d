// Terms of a case in its texts: whole words, once each, whatever the case of letters, also by what they were called.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../../static/src/shared/ui/terms';

const term = (name: string, formerly = '') => ({
  term: name,
  meaning: 'M',
  formerly,
  since: '',
  source: 'S',
  checked: '2026-03',
});
const DISABILITY = term('Learning disability');
const NUDES = term('Nudes', 'sexting');
const TERMS = [term('Learning'), DISABILITY, NUDES];
const words = (text: string, terms = TERMS) =>
  pieces(text, terms).map((p) => (typeof p === 'string' ? p : [p.words]));

test('the longest term that is there is marked, and the text stays what it was', () => {
  const text = 'Cam has a learning disability, and learning takes time.';
  const found = pieces(text, TERMS);
  assert.equal(found.map((p) => (typeof p === 'string' ? p : p.words)).join(''), text);
  assert.deepEqual(words(text), [
    'Cam has a ',
    ['learning disability'],
    ', and ',
    ['learning'],
    ' takes time.',
  ]);
});

test('part of a word is no term, and a term is marked where it comes first', () => {
  assert.deepEqual(words('Unlearning things'), ['Unlearning things']);
  assert.deepEqual(words('nudes and nudes'), [['nudes'], ' and nudes']);
});

test('what something was called leads to what it is called', () => {
  const [found] = pieces('sexting', TERMS);
  assert.equal(typeof found === 'object' && found.term, NUDES);
});

test('without terms, and without a text, there is nothing to tap', () => {
  assert.deepEqual(pieces('Cam', []), ['Cam']);
  assert.deepEqual(pieces('', TERMS), ['']);
  assert.deepEqual(words('a (b) c', [term('(b)')]), ['a ', ['(b)'], ' c']);
});
