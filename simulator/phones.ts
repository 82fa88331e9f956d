// Everybody's pages in one engine: phones as they are (static/src/phone/holding.ts and all that it joins), a console's and
// a screen's connection, and what people do with them. Called from simulator/pages.py.

import { be, Device, due, fire, reset, stop } from './browser';
import { effect } from '@preact/signals';
import { holding } from '../static/src/phone/holding';
import { placed, sheetOf, standsAt } from '../static/src/phone/board/cards';
import { steadily } from '../static/src/console/sender';
import { connect } from '../static/src/shared/live/connection';
import type { Connection } from '../static/src/shared/live/connection';
import { forget, said, socketOf } from './socket';

const PLAN: { k: number } = { k: 0 };
let pages = new Map<number, { device: Device; page: any; connection: Connection<any> }>();
const devices = new Map<number, Device>();

/** What nobody may be told, whatever else a page shows. */
function watch(name: number, connection: Connection<any>) {
  effect(() => {
    const { board, progress } = connection.parts.value as any;
    const few = (n: number | null) => n !== null && n < PLAN.k;
    for (const card of board?.results ?? [])
      if (few(card.placed)) said.push(['told', name, `${card.placed} placed ${card.card}`]);
    if (board?.results && ['open', 'closing'].includes(board.round?.state))
      said.push(['told', name, `results of ${board.round.id}, which is ${board.round.state}`]);
    if (progress && (progress.answered % PLAN.k || progress.finished % PLAN.k))
      said.push(['told', name, `progress ${progress.answered}, ${progress.finished}`]);
  });
}

function phone(session: string) {
  const { held, resume } = holding({ session, isMine: () => true });
  const settle = held.outbox.onSettled;
  const { name } = deviceNow();
  held.outbox.onSettled = (operation, ok) => {
    settle(operation, ok);
    said.push(['settled', name, operation.id, ok]);
  };
  resume();
  return { page: held, connection: held.connection };
}

function desk(session: string) {
  const connection = connect({ namespace: '/facilitator', session });
  return { page: { post: steadily(connection.send) }, connection };
}

const screen = (session: string) => ({ page: {}, connection: connect({ namespace: '/screen', session }) });
const OPENS: Record<string, (session: string) => { page: any; connection: Connection<any> }> = {
  phone,
  desk,
  screen,
};

let current = new Device(-1);
const deviceNow = () => current;

function as(name: number, now: number) {
  current = devices.get(name) ?? new Device(name);
  devices.set(name, current);
  be(current, now);
}

/** The one function that is called from outside: what happens, at which ms. */
const DOES: Record<string, (...given: any[]) => unknown> = {
  begin(_name: number, seed: number, k: number) {
    reset(seed);
    forget();
    pages = new Map();
    devices.clear();
    PLAN.k = k;
  },
  open(name: number, kind: string, session: string) {
    const made = { device: current, ...OPENS[kind](session) };
    pages.set(name, made);
    watch(name, made.connection);
    made.connection.begin();
  },
  shut(name: number) {
    stop(current);
    pages.delete(name);
  },
  hear(_name: number, line: string, packet: string) {
    socketOf(line)?.hear(packet);
  },
  joined(_name: number, line: string) {
    socketOf(line)?.tell('connect');
  },
  end(_name: number, line: string, event: string, why: unknown) {
    socketOf(line)?.end(event, why);
  },
  tap(name: number, card: number, stage: number) {
    const room = pages.get(name)?.page;
    if (!room?.part('board')) return;
    const sheet = sheetOf(room);
    if (sheet.board.round?.state !== 'open') return;
    const asked = sheet.cards[card % sheet.cards.length];
    const { stages } = sheet.board.scale;
    const chosen = stages[stage]?.id ?? null;
    const stood = standsAt(room, sheet, asked);
    room.occasions.tap(sheet.round, asked.id, placed(sheet, stood, chosen, sheet.placed[asked.id]));
  },
  pass(name: number, card: number) {
    const room = pages.get(name)?.page;
    const board = room?.part('board');
    if (board?.round?.state !== 'open') return;
    room.occasions.skip(board.round.id, board.cards[card % board.cards.length].id);
  },
  leave(name: number) {
    pages.get(name)?.page.occasions.leave();
  },
  async post(name: number, what: string, body: object) {
    const ack = await pages.get(name)?.page.post(what, body);
    said.push(['answered', name, what, body, ack]);
  },
};

const LOOKS: Record<string, (name: number) => unknown> = {
  parts: (name) => pages.get(name)?.connection.parts.value ?? null,
  busy(name) {
    const { page, connection } = (pages.get(name) ?? {}) as any;
    if (!page) return { state: 'off', waiting: 0, running: false };
    return {
      state: connection.state.value,
      waiting: page.outbox?.waiting() ?? 0,
      running: page.outbox?.running ?? false,
    };
  },
};

Object.assign(globalThis, {
  enter(name: number, now: number, what: string, given: string) {
    if (what === 'fire') fire(now);
    else {
      as(name, now);
      DOES[what](name, ...JSON.parse(given));
    }
  },
  take() {
    const taken = JSON.stringify([due(), said]);
    said.length = 0;
    return taken;
  },
  look: (name: number, what: string) => JSON.stringify(LOOKS[what](name)),
});
