// As much of a browser as Preact and our views need to draw and to be clicked, in a few classes.
// It knows no layout: everything is nothing wide. Nothing here is clever; a view that asks for more fails loudly.

const EVENTS = ['click', 'input', 'change', 'submit', 'close', 'keydown', 'focus', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'toggle', 'load'];

class FakeNode {
  constructor() {
    /** @type {FakeElement | null} */
    this.parentNode = null;
    /** @type {any[]} */
    this.childNodes = [];
  }

  get ownerDocument() { return globalThis.document; }
  get firstChild() { return this.childNodes[0] ?? null; }
  get nextSibling() { return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null; }
  get isConnected() { return true; }
  get textContent() { return this.childNodes.map((node) => node.textContent).join(''); }
  set textContent(text) {
    for (const node of [...this.childNodes]) node.remove();
    if (text) this.appendChild(new FakeText(text));
  }

  /** @param {any} node @param {any} before */
  insertBefore(node, before) {
    node.remove();
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    if (at < 0) throw new Error('insertBefore: not a child of this node');
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }

  /** @param {any} node */
  appendChild(node) { return this.insertBefore(node, null); }

  /** @param {any} node */
  removeChild(node) { node.remove(); return node; }

  remove() {
    const siblings = this.parentNode?.childNodes ?? [];
    if (siblings.includes(this)) siblings.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }
}

class FakeText extends FakeNode {
  /** @param {string} data */
  constructor(data) {
    super();
    this.nodeType = 3;
    this.data = data;
  }

  get textContent() { return String(this.data); }
}

class FakeElement extends FakeNode {
  /** @param {string} name @param {string | null} space */
  constructor(name, space) {
    super();
    this.nodeType = 1;
    this.localName = name;
    this.tagName = name.toUpperCase();
    this.namespaceURI = space;
    /** @type {Record<string, string>} */
    this.held = {};
    /** @type {Record<string, Function>} */
    this.heard = {};
    this.clientWidth = this.clientHeight = 0;
    /** @type {any} */
    this.style = { setProperty() {} };
    this.classList = { add() {}, remove() {}, contains: (/** @type {string} */ c) => (this.held.class ?? '').split(' ').includes(c) };
    for (const name of EVENTS) Object.defineProperty(this, `on${name}`, { value: null, writable: true });
  }

  get attributes() { return Object.entries(this.held).map(([name, value]) => ({ name, value })); }
  /** @param {string} name */
  getAttribute(name) { return this.held[name] ?? null; }
  /** @param {string} name @param {any} value */
  setAttribute(name, value) { this.held[name] = String(value); }
  /** @param {string} name */
  removeAttribute(name) { delete this.held[name]; }
  /** @param {string} type @param {Function} listener */
  addEventListener(type, listener) { this.heard[type] = listener; }
  /** @param {string} type */
  removeEventListener(type) { delete this.heard[type]; }
  focus() {}
  showModal() {}
  close() {}
  click() {}
  select() {}
  scrollIntoView() {}
  getBoundingClientRect() { return { x: 0, y: 0, left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }; }
  getContext() { return null; }
  querySelector() { return null; }
  /** @returns {any[]} */
  querySelectorAll() { return []; }
  closest() { return this; }

  /** The fields of a form by their names, filled in. */
  get elements() {
    return Object.fromEntries(all(this).filter((node) => node.held.name).map((node) => [node.held.name, { value: node.held.value || 'Words', checked: true }]));
  }
}

/** Every element below a node. @param {any} node @returns {FakeElement[]} */
export const all = (node) => node.childNodes.flatMap((/** @type {any} */ child) => (child.nodeType === 1 ? [child, ...all(child)] : []));

/** What is written in a node. @param {any} node @returns {string[]} */
export const words = (node) => (node.nodeType === 3 ? [node.textContent] : [...Object.values(node.held), ...node.childNodes.flatMap(words)]);

/** Something happens to an element, as far as its listeners look. @param {any} node @param {string} type @param {any} [more] */
export function happens(node, type, more = {}) {
  node.heard[type]?.call(node, { type, target: node, currentTarget: node, key: '', preventDefault() {}, stopPropagation() {}, ...more });
}

/** What a browser that translates does to a tree: every text node gives way to two elements with other words. @param {any} node */
export function translate(node) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 1) { if (child.localName !== 'font') translate(child); continue; }
    const [outer, inner] = [element('font'), element('font')];
    inner.textContent = `«${child.textContent}»`;
    outer.appendChild(inner);
    node.insertBefore(outer, child);
    child.remove();
  }
}

/** Words as they were before they were translated. @param {string} text */
export const untranslated = (text) => text.replace(/[«»]/g, '');

/** An empty element, of no document. @param {string} name */
export const element = (name) => new FakeElement(name, 'http://www.w3.org/1999/xhtml');

/** Puts the browser's names where our modules look for them; before they are imported. @param {{wide?: boolean}} [options] */
export function install({ wide = false } = {}) {
  const listener = { addEventListener() {}, removeEventListener() {} };
  const nothing = { observe() {}, disconnect() {} };
  const names = {
    document: {
      ...listener, documentElement: element('html'), body: element('body'), activeElement: null, hidden: false,
      createElement: element, createElementNS: (/** @type {string} */ space, /** @type {string} */ name) => new FakeElement(name, space),
      createTextNode: (/** @type {string} */ data) => new FakeText(data),
      querySelector: () => null, getElementById: () => null, elementsFromPoint: () => [],
    },
    ...listener, window: globalThis, innerWidth: 1920, innerHeight: 1080, HTMLElement: FakeElement, Element: FakeElement,
    matchMedia: () => ({ ...listener, matches: wide }),
    ResizeObserver: class { constructor() { Object.assign(this, nothing); } },
    requestAnimationFrame: setImmediate,
    cancelAnimationFrame: clearImmediate,
    getComputedStyle: () => ({ fontFamily: 'sans-serif' }),
    reportError: (/** @type {unknown} */ error) => { throw error; },
    location: { assign() {}, origin: 'https://workshop.example', hash: '' },
    confirm: () => true,
  };
  for (const [name, value] of Object.entries(names)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Lets everything that waits for a moment have it. */
export async function settle() {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => { setTimeout(done, 0); });
}
