// Words under a browser that translates: it takes text nodes out, puts its own elements there, and keeps doing so.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, settle, translate, untranslated } from './dom';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { ComponentChildren } from 'preact';

type View = (n: number) => ComponentChildren;

const said = (root: any) => untranslated(root.textContent);

/** Draws a view again and again, translating in between, and each time it must say what a fresh page would. */
async function stays(view: View, times = 6) {
  const root = element('div');
  const n = signal(0);
  const Now = () => <>{view(n.value)}</>;
  render(<Now />, root as any);
  for (let turn = 0; turn < times; turn += 1) {
    n.value = turn;
    await settle();
    const fresh = element('div');
    render(<>{view(turn)}</>, fresh as any);
    assert.equal(said(root), fresh.textContent);
    const names = (of: any) =>
      all(of)
        .map((e) => e.localName)
        .filter((name) => name !== 'font');
    assert.deepEqual(names(root), names(fresh));
    translate(root);
    assert.equal(said(root), fresh.textContent);
  }
  render(null, root as any);
  assert.equal(root.textContent, '');
}

const odd = (n: number) => n % 2 === 1;
const Words = ({ n }: { n: number }) => <>Card {n}</>;
const Both = ({ n }: { n: number }) => (
  <>
    Card {n} <b>{n}</b> end {n}
  </>
);
const Button = ({ n, children }: { n: number; children: ComponentChildren }) => (
  <button type="button">
    {odd(n) && <i></i>}
    {children}
  </button>
);
const pictured = (n: number) => (
  <svg>
    <text>{n} of 3</text>
    <g>{odd(n) && <text>{n}</text>}</g>
    <text>
      <tspan>{n}</tspan>
      <tspan> more</tspan>
    </text>
  </svg>
);

const VIEWS: Record<string, View> = {
  'one text': (n) => <p>Card {n}</p>,
  'a text beside elements': (n) => (
    <p>
      <b>a</b> Card {n} <i>b</i>
    </p>
  ),
  'an element that comes and goes before a text': (n) => (
    <p>
      {odd(n) && <b>new</b>}Card {n}
    </p>
  ),
  'an element that comes and goes between texts': (n) => <p>Card {odd(n) && <b>{n}</b>} of 6</p>,
  'a text that comes and goes': (n) => (
    <p>
      {odd(n) ? `Card ${n}` : ''}
      <b>stays</b>
      {odd(n) ? null : 'end'}
    </p>
  ),
  'a text or an element': (n) => <p>{odd(n) ? 'words' : <b>{n}</b>}</p>,
  'nothing or a text': (n) => <p>{odd(n) && 'words'}</p>,
  'nothing but nought': (n) => <p>{n * 0}</p>,
  'a list': (n) => (
    <ul>
      {[1, 2, 3].slice(n % 3).map((i) => (
        <li key={i}>
          {i} of {n}
        </li>
      ))}
    </ul>
  ),
  'a list of words': (n) => (
    <p>
      {['a', 'b', 'c'].slice(n % 3)}
      <b>{n}</b>
    </p>
  ),
  'a component of words alone': (n) => (
    <p>
      <Words n={n} />
    </p>
  ),
  'a component of words and elements': (n) => (
    <div>
      <Both n={n} />
    </div>
  ),
  'words handed to a component': (n) => <Button n={n}>Choose {n}</Button>,
  'keyed views that take each other’s place': (n) => (
    <div>
      before {n}
      <section key={n}>Card {n}</section>after
    </div>
  ),
  'words in a picture': pictured,
};

test('words in a picture are in it, and not beside it as attributes', async () => {
  const root = element('div');
  render(pictured(1), root as any);
  await settle();
  assert.deepEqual(
    all(root)
      .filter((e) => e.localName === 'text')
      .map((e) => e.textContent),
    ['1 of 3', '1', '1 more'],
  );
  assert.ok(all(root).every((e) => e.getAttribute('textContent') === null));
});

for (const [what, view] of Object.entries(VIEWS)) {
  test(`translated: ${what}`, () => stays(view));
}

test('no text node is ever of a view’s own making beside elements', () => {
  const root = element('div');
  render(
    <p>
      <b>a</b> words {'more'} <i></i>
    </p>,
    root as any,
  );
  const p = all(root)[0];
  assert.ok([...p.childNodes].every((node) => node.nodeType === 1));
});

test('words in pictures are left alone by whoever asks', () => {
  const root = element('div');
  render(
    <svg>
      <text>Harmful</text>
    </svg>,
    root as any,
  );
  assert.equal(all(root)[0].getAttribute('translate'), 'no');
});

test('no words are no element: it would be a cell of a grid', () => {
  const root = element('main');
  const drawn = () => all(root).map((e) => e.localName);
  render(
    <section>
      {''}
      <b>a</b>
      {['', 'c']}
    </section>,
    root as any,
  );
  assert.deepEqual(drawn(), ['section', 'b', 'cw-words']);
  render(<>{''}</>, root as any);
  assert.deepEqual(drawn(), []);
});
