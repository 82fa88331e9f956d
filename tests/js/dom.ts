// A browser without a window (happy-dom), there as soon as this is imported, and what tests do in it.
// It knows no layout: everything is nothing wide.

import { options } from 'preact';
import { Window } from 'happy-dom';

const NAMES = [
  'document',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'Event',
  'getComputedStyle',
  'history',
  'DOMException',
  'XMLSerializer',
] as const;
const UNHEARD_ABOVE = new Set(['focus', 'blur', 'close', 'load', 'toggle']); // events that do not bubble
const page = new Window({ url: 'https://workshop.example/', width: 1920, height: 1080 });

/** Under this an element says for which events somebody listens there. (A form is seen through a proxy: no map knows it.) */
const HEARD = Symbol('heard');

install();
overhear();

/** Puts the browser's names where modules look for them. */
function install() {
  const nothing = class {
    observe() {}
    disconnect() {}
  };
  const names = {
    ...Object.fromEntries(NAMES.map((name) => [name, page[name]])),
    window: globalThis,
    innerWidth: 1920,
    innerHeight: 1080,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    dispatchEvent: page.dispatchEvent.bind(page),
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    ResizeObserver: nothing,
    requestAnimationFrame: setImmediate,
    cancelAnimationFrame: clearImmediate,
    reportError: (error: unknown) => {
      throw error;
    },
    location: { assign() {}, origin: 'https://workshop.example', hash: '' },
    confirm: () => true,
    scrollTo() {},
  };
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

function overhear() {
  let proto = Object.getPrototypeOf(document.body);
  while (!Object.hasOwn(proto, 'addEventListener')) proto = Object.getPrototypeOf(proto);
  const { addEventListener: add, removeEventListener: remove } = proto;
  proto.addEventListener = function (this: any, type: string, ...more: any[]) {
    (this[HEARD] ??= new Set()).add(type);
    return add.call(this, type, ...more);
  };
  proto.removeEventListener = function (this: any, type: string, ...more: any[]) {
    this[HEARD]?.delete(type);
    return remove.call(this, type, ...more);
  };
}

/** An empty element on the page. */
export function element(name: string): any {
  const made = document.createElement(name);
  document.body.appendChild(made);
  return made;
}

/** Every element below a node, as they stand in the page. */
export const all = (node: any): any[] => [...node.querySelectorAll('*')];

/** What somebody can do with an element: one that listens, and is not switched off. */
export const usable = (node: any) => Boolean(node[HEARD]?.size) && !node.hasAttribute('disabled');

/** What is written in a node: attributes, what is typed in a field, text. `found`: put after what was found before. */
export function words(node: any, found: string[] = []): string[] {
  if (node.nodeType === 3) found.push(node.data);
  if (node.nodeType !== 1) return found;
  for (const name of node.getAttributeNames()) found.push(node.getAttribute(name));
  if (/^(input|textarea)$/.test(node.localName)) found.push(node.value);
  for (const child of node.childNodes) words(child, found);
  return found;
}

/** Something happens to an element: 'click', 'input', 'submit' …, with what else the event says. */
export function happens(node: any, type: string, more: object = {}) {
  const event = new page.Event(type, { bubbles: !UNHEARD_ABOVE.has(type), cancelable: true });
  for (const [name, value] of Object.entries({ key: '', ...more }))
    Object.defineProperty(event, name, { value });
  node.dispatchEvent(event);
}

/** What a browser that translates does to a tree: every text node gives way to two elements with other words. */
export function translate(node: any) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 1) {
      if (child.localName !== 'font') translate(child);
      continue;
    }
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `«${child.textContent}»`;
    outer.appendChild(inner);
    child.replaceWith(outer);
  }
}

/** Words as they were before they were translated. */
export const untranslated = (text: string) => text.replace(/[«»]/g, '');

// What a view does after it was drawn comes in the next turn of Node, not in a frame's time, which a busy machine stretches.
options.requestAnimationFrame = setImmediate;

/** Lets everything that waits for a moment have it. */
export async function settle() {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setImmediate(done));
}
