// Draws the views of phone, projector and console in the fake browser, with the examples of tests/messages as their room.

import { readdirSync, readFileSync } from 'node:fs';
import { all, element, happens, settle, untranslated, usable, words } from './dom';
import { strict } from './strict';
import { signal } from '@preact/signals';
import * as afterwards from '../../static/src/phone/later';
import { later } from '../../static/src/phone/rest';
import { h, render } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { nextThing } from '../../static/src/console/next';
import { Writing } from '../../static/src/console/writing';
import { JOTTER } from '../../static/src/console/written';
import { Occasions } from '../../static/src/phone/occasions';
import { memory } from '../../static/src/shared/live/memory';
import { Outbox } from '../../static/src/shared/live/outbox';

export type Room = { name: string; parts: Record<string, any>; only: Record<string, Record<string, any>> };
export type Fields = { roles: string[]; required: string[]; optional: string[] };
export type Sent = { name: string; body: any };

later.value = afterwards;
const FOLDER = 'tests/messages/';
export const EXAMPLES: { activity: string; fields: Record<string, Fields>; rooms: Room[] }[] = readdirSync(
  FOLDER,
)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    activity: name.replace('.json', ''),
    ...JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8')),
  }))
  .filter(({ rooms }) => rooms);
const NAMES = new Set(
  EXAMPLES.flatMap(({ rooms }) =>
    rooms.flatMap(({ parts, only }) => [parts, ...Object.values(only)].flatMap((p) => Object.keys(p))),
  ),
);
export const FIELDS: Record<string, Fields> = Object.assign({}, ...EXAMPLES.map(({ fields }) => fields));
/** Where the screen leads phones. */
export const LINKS = { address: 'w.example', join: 'https://w.example/#K7M4QX', qr: 'data:,' };
/** What is typed into every field. */
export const TYPED = 'Some words';
const MOST_PRESSES = 200;
const ENOUGH = 3;
const DATA = {
  session: 's',
  insecure: true,
  links: {
    join: 'https://w.example/#K7M4QX',
    address: 'w.example',
    screen: '/s',
    desk: '/d',
    qr: 'data:,',
    alone: true,
    base: 'http://w.example',
    addresses: [
      { url: 'http://w.example', interface: 'wlan0' },
      { url: 'http://v.example', interface: 'tun0' },
    ],
  },
  scenario: ['c1', 'c2'].map((id) => ({ id, short: id })),
};

/** An audience's parts in a room; only what is there can be read. */
export function partsOf(room: Room, role: string) {
  const parts = { ...room.parts, ...room.only[role] };
  return new Proxy(parts, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !NAMES.has(name))
        throw new Error(`${name}: there is no such part`);
      return strict(target[name as string], String(name));
    },
  });
}

/** Everything that a phone's or a console's view asks of its page. */
export function makeRoom(example: Room, role: string, sent: Sent[]) {
  const parts = partsOf(example, role);
  const nowhere = () => ({ read: () => null, write() {}, clear() {} });
  const send = async (name: string, body: any) => {
    sent.push({ name, body });
    return { ok: true as const, rev: 1 };
  };
  const next: any = role === 'facilitator' ? nextThing({ parts, seen: new Set() }) : null;
  const room: any = {
    part: (name: string) => parts[name],
    data: DATA,
    links: signal(DATA.links),
    session: DATA.session,
    memory: memory(nowhere()),
    outbox: new Outbox({ store: nowhere(), send }),
    connection: { parts: signal(parts), state: signal('online') },
    opened: signal(''),
    said: signal(''),
    busy: signal(false),
    understood: signal(false),
    next: signal(next),
    looking: signal(''),
    seen: () => new Set(),
    open: (sheet: string) => {
      room.opened.value = sheet;
    },
    post: role === 'delegate' ? (...all: any[]) => room.outbox.post(...all) : send,
    blank: () => send('session.curtain', { curtain: 'blank' }),
    goOn: () => !next.off && next.name !== 'end' && send(next.name, next.body),
    pressed: { busy: signal(false), isAsked: () => true, leave() {}, go: () => send(next.name, next.body) },
    leave() {},
  };
  room.writing = new Writing({
    memory: room.memory,
    send,
    now: (part: string) => parts.formulation?.explanation[part],
  });
  room.jotting = new Writing({
    of: JOTTER,
    memory: room.memory,
    send,
    now: (name: string) =>
      parts.jotter?.jottings.find((j: any) => `${j.about}:${j.id}` === name) ?? { text: '', version: 0 },
  });
  room.occasions = new Occasions(room);
  if (role === 'delegate') remember(room, parts);
  return room;
}

/** What this phone placed: everything once before, which was counted, and what the workshop holds for it. */
function remember(room: any, parts: any) {
  const { memory, part } = { memory: room.memory, part: parts.board };
  for (const { id, again } of part?.cards ?? [])
    memory.counted(again?.first ?? 'r0', id, {
      stage: part.scale.stages[1].id,
      missing: [],
      reasons: [],
      certainty: 2,
      skipped: false,
    });
  memory.refill(parts.own_board);
}

/**
 * Draws a view, uses everything in it that can be used, what was used least first and from the end (a sheet's
 * last button before its cross): what a press opens is used too. Then puts it away. Whatever a view throws,
 * is thrown. `how`: how many presses at most; what is done to it after each. Returns what was said, after
 * each press.
 */
export async function walk(
  view: any,
  props: any,
  { most = MOST_PRESSES, each = () => {} }: any = {},
): Promise<string[][]> {
  const root = element('div');
  const faults: unknown[] = [];
  const Watched = () => {
    const [fault] = useErrorBoundary((error) => {
      faults.push(error);
    });
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
  const used: Map<string, number> = new Map();
  const times = (node: any) => used.get(face(node)) ?? 0;
  for (let left = most; left > 0; left -= 1) {
    const next = leastUsed(all(root).reverse().filter(usable), times);
    if (!next) break;
    used.set(face(next), times(next) + 1);
    use(next);
    await drawn();
    said.push(words(root));
  }
  render(null, root);
  root.remove();
  await drawn();
  return said;
}

/** The first of those that were used least, unless all were often enough. What it looks like is asked of few. */
function leastUsed(nodes: any[], times: (node: any) => number) {
  let [found, least]: [any, number] = [null, ENOUGH];
  for (const node of nodes) {
    const used = times(node);
    if (used < least) [found, least] = [node, used];
    if (!least) break;
  }
  return found;
}

/** What an element looks like to a person and where it stands: a button drawn again is the same. */
const face = (node: any) =>
  [
    node.parentNode.getAttribute('class'),
    node.parentNode.getAttribute('aria-label'),
    node.localName,
    node.id,
    node.getAttribute('aria-label'),
    untranslated(node.textContent),
  ].join(' ');

/** An icon, a mark or a label of agreement in which nothing is drawn: its name is wrong. */
const isBare = (node: any) =>
  node.localName === 'svg' &&
  !node.childNodes.length &&
  /\b(icon|agree|mark)\b/.test(`${node.getAttribute('class')} ${node.parentNode.getAttribute('class')}`);

function use(node: any) {
  if (node.localName === 'textarea' || node.localName === 'input') {
    node.value = TYPED;
    happens(node, 'input');
    happens(node, 'change');
  }
  if (node.localName === 'form') happens(node, 'submit');
  if (node.localName !== 'dialog') happens(node, 'click');
  happens(node, 'drop', { dataTransfer: { getData: () => 'id001' } }); // where something can be let go of
}
