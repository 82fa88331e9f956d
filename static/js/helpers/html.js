// The one place where Preact, its hooks, htm and signals meet. Every other module imports from here.
// Text in `html` is always text: nothing here, and nothing built on it, sets innerHTML.

import { Fragment, h, render } from 'preact';
import htm from 'htm';

export { Fragment, h, render };
export { useCallback, useEffect, useErrorBoundary, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
export { batch, computed, effect, signal, untracked, useComputed, useSignal, useSignalEffect } from '@preact/signals';

// A browser that translates a page takes our text nodes out and puts its own elements in their place. Whoever then changes
// the node that is no longer there changes nothing that can be read. So no text node is ever kept: words belong to the
// element around them, as its whole content, or beside other elements to one of their own; both are written anew as a whole.

const WORDS = 'cw-words'; // an element that browsers do not know: in the line, with no look and no meaning
const DRAWN = new Set(['text', 'tspan', 'textPath', 'desc', 'title']); // of pictures: there Preact sets attributes alone
/** @type {WeakMap<Element, string>} What was written last into an element of a picture. */
const written = new WeakMap();

/** @param {any} child */
const isText = (child) => typeof child === 'string' || typeof child === 'number';
/** Nothing is drawn for it. @param {any} child */
const isNothing = (child) => child === null || child === undefined || typeof child === 'boolean';
/** Writes words into an element of a picture, when they are others than before. @param {string} words */
const writes = (words) => (/** @type {Element | null} */ element) => {
  if (!element || written.get(element) === words) return;
  written.set(element, words);
  element.textContent = words;
};
/** What lies in lists too. No words, no element: an empty one would be a cell of a grid. @param {any} child @returns {any} */
function held(child) {
  if (Array.isArray(child)) return child.map(held);
  if (child === '') return null;
  return isText(child) ? h(WORDS, { textContent: String(child) }) : child;
}

/**
 * As Preact's `h`, but words are never text nodes of Preact's. @param {any} type @param {any} props @param {...any} children
 * @returns {import('preact').VNode<any>}
 */
function draw(type, props, ...children) {
  if (typeof type !== 'string') return h(type, props, ...children); // it draws its children itself
  const own = type === 'svg' ? { translate: 'no', ...props } : props; // words in pictures have no room for others
  if (!children.some(isText)) return h(type, own, ...children.map(held));
  if (children.every((child) => isText(child) || isNothing(child))) {
    const words = children.filter(isText).join('');
    return h(type, DRAWN.has(type) ? { ...own, ref: writes(words) } : { ...own, textContent: words });
  }
  return h(type, own, ...children.map(held));
}

const drawn = htm.bind(draw);

/**
 * Tagged template that makes Preact nodes: html`<p class="quiet">${text}</p>`.
 * @param {TemplateStringsArray} strings @param {...any} values @returns {any}
 */
export const html = (strings, ...values) => held(drawn(strings, ...values));

/**
 * Class names joined, without the empty ones: classes('stage', chosen && 'is-chosen').
 * @param {...(string | false | null | undefined)} names
 */
export const classes = (...names) => names.filter(Boolean).join(' ');
