// Sources of support: numbers that can be rung, pages that can be opened, nation by nation.

import assert from 'node:assert/strict';
import test from 'node:test';
import { element, settle } from './dom';
import './english';
import { render } from 'preact';
import { byNation, Support } from '../../static/src/shared/ui/support';

const one = (title: string, more = {}) => ({
  title,
  text: 'Words.',
  url: '',
  number: '',
  hours: '',
  nations: [] as any[],
  ...more,
});

const LIST = [
  one('Meic', { nations: ['wales'], number: '080880 23456' }),
  one('Childline', { number: '0800 1111', url: 'https://www.childline.org.uk/', hours: 'Day and night' }),
  one('Parentline', { nations: ['scotland', 'wales'] }),
];

test('what is for everybody comes first, and what serves two nations is told in both', () => {
  const told = byNation(LIST).map(({ nation, list }) => [nation, list.map((r) => r.title)]);
  assert.deepEqual(told, [
    ['', ['Childline']],
    ['wales', ['Meic', 'Parentline']],
    ['scotland', ['Parentline']],
  ]);
});

test('numbers and pages are links, and nothing else is', async () => {
  const root = element('div');
  const hostile = one('Evil', { url: 'javascript:alert(1)', number: '1;phone-context=<b>' });
  render(<Support resources={[...LIST, hostile]} />, root as any);
  await settle();
  const links = [...(root as any).querySelectorAll('a')].map((a: any) => a.getAttribute('href'));
  assert.deepEqual(links, ['tel:08001111', 'https://www.childline.org.uk/', 'tel:1', 'tel:08088023456']);
  assert.match(root.textContent, /Day and night/);
  assert.match(root.textContent, /Wales/);
});
