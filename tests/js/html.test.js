// Words under a browser that translates: it takes text nodes out, puts its own elements there, and keeps doing so.

import assert from 'node:assert/strict';
import test from 'node:test';

import { all, element, install, settle, translate, untranslated } from './fake-dom.mjs';

install();
const { html, render, signal } = await import('../../static/js/helpers/html.js');

/** @param {any} root */
const said = (root) => untranslated(root.textContent);

/** Draws a view again and again, translating in between, and each time it must say what a fresh page would. @param {(n: number) => any} view @param {number} [times] */
async function stays(view, times = 6) {
  const root = element('div');
  const n = signal(0);
  const View = () => view(n.value);
  render(html`<${View} />`, /** @type {any} */ (root));
  for (let turn = 0; turn < times; turn += 1) {
    n.value = turn;
    await settle();
    const fresh = element('div');
    render(html`<${() => view(turn)} />`, /** @type {any} */ (fresh));
    assert.equal(said(root), fresh.textContent);
    assert.deepEqual(all(root).filter((e) => e.localName !== 'font').map((e) => e.localName), all(fresh).map((e) => e.localName));
    translate(root);
    assert.equal(said(root), fresh.textContent);
  }
  render(null, /** @type {any} */ (root));
  assert.equal(root.textContent, '');
}

const odd = (/** @type {number} */ n) => n % 2 === 1;
/** @type {Record<string, (n: number) => any>} */
const VIEWS = {
  'one text': (n) => html`<p>Card ${n}</p>`,
  'a text beside elements': (n) => html`<p><b>a</b> Card ${n} <i>b</i></p>`,
  'an element that comes and goes before a text': (n) => html`<p>${odd(n) && html`<b>new</b>`}Card ${n}</p>`,
  'an element that comes and goes between texts': (n) => html`<p>Card ${odd(n) && html`<b>${n}</b>`} of 6</p>`,
  'a text that comes and goes': (n) => html`<p>${odd(n) ? `Card ${n}` : ''}<b>stays</b>${odd(n) ? null : 'end'}</p>`,
  'a text or an element': (n) => html`<p>${odd(n) ? 'words' : html`<b>${n}</b>`}</p>`,
  'nothing or a text': (n) => html`<p>${odd(n) && 'words'}</p>`,
  'nothing but nought': (n) => html`<p>${n * 0}</p>`,
  'a list': (n) => html`<ul>${[1, 2, 3].slice(n % 3).map((i) => html`<li key=${i}>${i} of ${n}</li>`)}</ul>`,
  'a list of words': (n) => html`<p>${['a', 'b', 'c'].slice(n % 3)}<b>${n}</b></p>`,
  'a component of words alone': (n) => html`<p><${() => html`Card ${n}`} /></p>`,
  'a component of words and elements': (n) => html`<div><${() => html`Card ${n} <b>${n}</b> end ${n}`} /></div>`,
  'words handed to a component': (n) => html`<${(/** @type {any} */ { children }) => html`<button>${odd(n) && html`<i></i>`}${children}</button>`}>Choose ${n}<//>`,
  'keyed views that take each other’s place': (n) => html`<div>before ${n}<section key=${n}>Card ${n}</section>after</div>`,
};

const pictured = (/** @type {number} */ n) => html`<svg><text>${n} of 3</text><g>${odd(n) && html`<text>${n}</text>`}</g><text><tspan>${n}</tspan><tspan> more</tspan></text></svg>`;
VIEWS['words in a picture'] = pictured;

test('words in a picture are in it, and not beside it as attributes', async () => {
  const root = element('div');
  render(pictured(1), /** @type {any} */ (root));
  await settle();
  assert.deepEqual(all(root).filter((e) => e.localName === 'text').map((e) => e.textContent), ['1 of 3', '1', '1 more']);
  assert.ok(all(root).every((e) => e.getAttribute('textContent') === null));
});

for (const [what, view] of Object.entries(VIEWS)) {
  test(`translated: ${what}`, () => stays(view));
}

test('no text node is ever of a view’s own making beside elements', () => {
  const root = element('div');
  render(html`<p><b>a</b> words ${'more'} <i></i></p>`, /** @type {any} */ (root));
  const p = all(root)[0];
  assert.ok(p.childNodes.every((/** @type {any} */ node) => node.nodeType === 1));
});

test('words in pictures are left alone by whoever asks', () => {
  const root = element('div');
  render(html`<svg><text>Harmful</text></svg>`, /** @type {any} */ (root));
  assert.equal(all(root)[0].getAttribute('translate'), 'no');
});

test('no words are no element: it would be a cell of a grid', () => {
  const root = element('main');
  const drawn = () => all(root).map((e) => e.localName);
  render(html`<section>${''}<b>a</b>${['', 'c']}</section>`, /** @type {any} */ (root));
  assert.deepEqual(drawn(), ['section', 'b', 'cw-words']);
  render(html`<${() => html`${''}`} />`, /** @type {any} */ (root));
  assert.deepEqual(drawn(), []);
});
