// Draws the views of phone, projector and console in the fake browser, with the examples of tests/messages as their room.

import { readFileSync, readdirSync } from 'node:fs';

import { all, element, happens, settle, untranslated, words } from './fake-dom.mjs';
import { strict } from './strict.mjs';

/** @typedef {{name: string, parts: Record<string, any>, only: Record<string, Record<string, any>>}} Room */
/** @typedef {{roles: string[], required: string[], optional: string[]}} Fields */
/** @typedef {{name: string, body: any}} Sent */

const FOLDER = new URL('../messages/', import.meta.url);
/** @type {{activity: string, fields: Record<string, Fields>, rooms: Room[]}[]} */
export const EXAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => ({
  activity: name.replace('.json', ''), ...JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
})).filter(({ rooms }) => rooms);
const NAMES = new Set(EXAMPLES.flatMap(({ rooms }) => rooms.flatMap(({ parts, only }) => [parts, ...Object.values(only)].flatMap((p) => Object.keys(p)))));
/** @type {Record<string, Fields>} */
export const FIELDS = Object.assign({}, ...EXAMPLES.map(({ fields }) => fields));
/** Where the screen leads phones. */
export const LINKS = { address: 'w.example', join: 'https://w.example/#K7M4QX', qr: 'data:,' };
/** What is typed into every field. */
export const TYPED = 'Some words';
const MOST_PRESSES = 200;
const ENOUGH = 3;
const DATA = {
  session: 's', insecure: true, links: { join: 'https://w.example/#K7M4QX', address: 'w.example', screen: '/s', desk: '/d', qr: 'data:,', alone: true, base: 'http://w.example', addresses: [{ url: 'http://w.example', interface: 'wlan0' }, { url: 'http://v.example', interface: 'tun0' }] },
  scenario: ['c1', 'c2'].map((id) => ({ id, short: id })),
};

/** An audience's parts in a room; only what is there can be read. @param {Room} room @param {string} role */
export function partsOf(room, role) {
  const parts = { ...room.parts, ...room.only[role] };
  return new Proxy(parts, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !NAMES.has(name)) throw new Error(`${name}: there is no such part`);
      return strict(target[/** @type {string} */ (name)], String(name));
    },
  });
}

/** Everything that a phone's or a console's view asks of its page. @param {any} lib @param {Room} example @param {string} role @param {Sent[]} sent */
export function makeRoom(lib, example, role, sent) {
  const { signal, memory, nextThing, Outbox, Occasions, Writing } = lib;
  const parts = partsOf(example, role);
  const nowhere = () => ({ read: () => null, write() {}, clear() {} });
  const send = async (/** @type {string} */ name, /** @type {any} */ body) => { sent.push({ name, body }); return { ok: true, rev: 1 }; };
  const next = role === 'facilitator' ? nextThing({ parts, seen: new Set() }) : null;
  /** @type {any} */
  const room = {
    part: (/** @type {string} */ name) => parts[name],
    data: DATA, links: signal(DATA.links), session: DATA.session, memory: memory(nowhere()), outbox: new Outbox({ store: nowhere(), send }),
    connection: { parts: signal(parts), state: signal('online') },
    opened: signal(''), said: signal(''), busy: signal(false), understood: signal(false), next: signal(next),
    open: (/** @type {string} */ sheet) => { room.opened.value = sheet; },
    post: role === 'delegate' ? (/** @type {any[]} */ ...all) => room.outbox.post(...all) : send,
    blank: () => send('session.curtain', { curtain: 'blank' }),
    goOn: () => !next.off && next.name !== 'end' && send(next.name, next.body),
    pressed: { busy: signal(false), isAsked: () => true, leave() {}, go: () => send(next.name, next.body) },
    leave() {},
  };
  room.writing = Writing && new Writing({ memory: room.memory, send, now: (/** @type {string} */ part) => parts.formulation?.explanation[part] });
  room.occasions = new Occasions(room);
  if (role === 'delegate') remember(room, parts);
  return room;
}

/** What this phone placed: everything once before, which was counted, and what the workshop holds for it. @param {any} room @param {any} parts */
function remember(room, parts) {
  const { memory, part } = { memory: room.memory, part: parts.board };
  for (const { id, again } of part?.cards ?? []) memory.counted(again?.first ?? 'r0', id, { stage: part.scale.stages[1].id, missing: [], reasons: [], certainty: 2, skipped: false });
  memory.refill(parts.own_board);
}

/**
 * Draws a view, uses everything in it that can be used, what was used least first and from the end (a sheet's last
 * button before its cross): what a press opens is used too. Then puts it away. Whatever a view throws, is thrown.
 * @param {any} lib @param {any} view @param {any} props
 * @param {{most?: number, each?: (root: any) => void}} [how] how many presses at most; what is done to it after each
 * @returns {Promise<string[][]>} what was said, after each press
 */
export async function walk({ h, render, useErrorBoundary }, view, props, { most = MOST_PRESSES, each = () => {} } = {}) {
  const root = element('div');
  /** @type {unknown[]} */
  const faults = [];
  const Watched = () => {
    const [fault] = useErrorBoundary((/** @type {unknown} */ error) => faults.push(error));
    return fault ? null : h(view, props);
  };
  const drawn = async () => {
    await settle();
    if (faults.length) throw faults[0];
    const bare = all(root).find(isBare);
    if (bare) throw new Error(`an icon without a drawing, beside "${bare.parentNode?.textContent}"`);
    each(root);
  };
  render(h(Watched, null), root);
  await drawn();
  const said = [words(root)];
  /** @type {Map<string, number>} */
  const used = new Map();
  const times = (/** @type {any} */ node) => used.get(face(node)) ?? 0;
  for (let left = most; left > 0; left -= 1) {
    const usable = all(root).reverse().filter((node) => !('disabled' in node.held) && Object.keys(node.heard).length > 0);
    const next = usable.sort((a, b) => times(a) - times(b))[0];
    if (!next || times(next) === ENOUGH) break;
    used.set(face(next), times(next) + 1);
    use(next);
    await drawn();
    said.push(words(root));
  }
  render(null, root);
  await drawn();
  return said;
}

/** What an element looks like to a person and where it stands: a button drawn again is the same. @param {any} node */
const face = (node) => [node.parentNode.held.class, node.parentNode.held['aria-label'], node.localName, node.held.id, node.held['aria-label'], untranslated(node.textContent)].join(' ');

/** An icon, a mark or a label of agreement in which nothing is drawn: its name is wrong. @param {any} node */
const isBare = (node) => node.localName === 'svg' && !node.childNodes.length && /\b(icon|agree|mark)\b/.test(`${node.held.class} ${node.parentNode.held.class}`);

/** @param {any} node */
function use(node) {
  if (node.localName === 'textarea' || node.localName === 'input') {
    node.value = TYPED;
    node.held.value = TYPED;
    happens(node, 'input');
    happens(node, 'change');
  }
  if (node.localName === 'form') happens(node, 'submit');
  if (node.localName !== 'dialog') happens(node, 'click');
}
