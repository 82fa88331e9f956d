// How every element of ours is made: as Preact makes it, but words are never text nodes that Preact keeps.
//
// A browser that translates a page takes our text nodes out and puts its own elements in their place. Whoever then
// changes the node that is no longer there changes nothing that can be read. So no text node is ever kept: words belong
// to the element around them, as its whole content, or beside other elements to one of their own; both are written anew
// as a whole. Text is always text: nothing here, and nothing built on it, sets innerHTML.
//
// TSX comes here by `jsxImportSource` of tsconfig.json.

import { Fragment } from 'preact';
import type { ComponentChildren, ComponentType, JSX, Key, VNode } from 'preact';
import { jsx as made } from 'preact/jsx-runtime';

export { Fragment };
export type { JSX };

type Props = Record<string, unknown> & { children?: ComponentChildren };

const WORDS = 'cw-words'; // an element that browsers do not know: in the line, with no look and no meaning
const DRAWN = new Set(['text', 'tspan', 'textPath', 'desc', 'title']); // of pictures: there Preact sets attributes alone
/** What was written last into an element of a picture. */
const written = new WeakMap<Element, string>();

/** What TSX becomes: an element of this type, or what a component makes of these properties. */
export function jsx(type: string | ComponentType<Props>, props: Props, key?: Key): VNode {
  if (type === Fragment) return made(Fragment, { children: held(props.children) }, key as string);
  if (typeof type !== 'string') return made(type, props as never, key as string); // it draws its children itself
  const { children, ...own } = props;
  if (type === 'svg') own.translate ??= 'no'; // words in pictures have no room for others
  return made(type, { ...own, ...inside(type, children) }, key as string);
}

export { jsx as jsxs };

/** The children of an element, as what Preact is told about them. */
function inside(type: string, children: ComponentChildren): Props {
  const all = Array.isArray(children) ? children : [children];
  if (!all.some(isText)) return children === undefined ? {} : { children: held(children) };
  if (!all.every((child) => isText(child) || isNothing(child))) return { children: held(children) };
  const words = all.filter(isText).join('');
  return DRAWN.has(type) ? { ref: writes(words) } : { textContent: words };
}

const isText = (child: ComponentChildren): child is string | number =>
  typeof child === 'string' || typeof child === 'number';
/** Nothing is drawn for it. */
const isNothing = (child: ComponentChildren) =>
  child === null || child === undefined || typeof child === 'boolean';

/** Writes words into an element of a picture, when they are others than before. */
const writes = (words: string) => (element: Element | null) => {
  if (!element || written.get(element) === words) return;
  written.set(element, words);
  element.textContent = words;
};

/** What lies in lists too. No words, no element: an empty one would be a cell of a grid. */
function held(child: ComponentChildren): ComponentChildren {
  if (Array.isArray(child)) return child.map(held);
  if (child === '') return null;
  return isText(child) ? made(WORDS, { textContent: String(child) }) : child;
}
