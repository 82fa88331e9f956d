// The connection to the room: lines, one after the other, for ever. WebSocket first, long polling where a network
// swallows or cuts it, WebSocket again beside it later; whichever line has the room carries what is sent.

import { batch, signal } from '../helpers/html.js';
import { refusal } from '../helpers/say.js';
import { clock } from './clock.js';
import { Line } from './line.js';
import { NOTHING, after } from './parts.js';
import { troubles } from './trouble.js';
import { FIRST, afterArrival, afterEnd, afterLater, lookAgain, spread, within } from './ways.js';
import { PROTOCOL, filled } from './wire.js';

/** @typedef {{ok: true, rev: number} | {ok: false, code: string, message: string}} Ack `message` is what it says in words */
/** @typedef {import('./ways.js').Way} Way */

const ANSWER_WITHIN = 8000; // ms, then the sender asks again
export const AGAIN = new Set(['saving', 'too_fast', 'failed', 'timeout']);

/** A random operation id: 128 bits. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
}

/**
 * @param {{namespace: string, session?: string, onEpoch?: (epoch: string) => void, open?: (options: any) => any}} options
 * `open` makes a line. `trouble`: "" or what to tell the person when there has been no room for a while.
 */
export function connect({ namespace, session = '', onEpoch = () => {}, open = (options) => new Line(options) }) {
  const parts = signal(/** @type {Record<string, any>} */ ({}));
  const state = signal('connecting'); // connecting, online, offline, gone
  const protocol = signal(PROTOCOL); // the server's, as its last full frame said
  const trouble = signal('');
  let known = NOTHING;
  const told = troubles(trouble);
  const onFrame = (/** @type {import('./parts.js').Frame} */ frame) => {
    const fresh = frame.epoch !== known.epoch;
    known = after(known, frame);
    clock.heard(frame.now);
    batch(() => {
      parts.value = known.parts;
      state.value = 'online';
      if (frame.full) protocol.value = frame.protocol ?? 1;
    });
    told.over();
    if (fresh) onEpoch(frame.epoch);
  };
  const lines = new Lines({ open, base: { namespace, auth: { session, protocol: PROTOCOL } }, onFrame, onState: (now) => { state.value = now; }, told });
  lines.next();
  wakeUp(lines);
  const send = sender({ lines, namespace, state, protocol });
  clock.ask = () => { if (state.peek() === 'online') send('session.view', {}); };
  return { parts, state, protocol, trouble, send, close: () => { lines.close(); state.value = 'offline'; } };
}

/** The line that has the room, and the one that is on its way. */
class Lines {
  /** @param {{open: (options: any) => any, base: object, onFrame: (frame: any) => void, onState: (state: string) => void, told: ReturnType<typeof troubles>}} options */
  constructor({ open, base, onFrame, onState, told }) {
    this.open = open;
    this.base = base;
    this.onFrame = onFrame;
    this.onState = onState;
    this.told = told;
    this.plan = FIRST;
    /** @type {any} */
    this.here = null;
    /** @type {any} */
    this.coming = null;
    /** @type {any} */
    this.timer = null;
    this.over = false;
    told.missing();
  }

  /** Begin the next attempt when it is due, or look for WebSocket beside a line that polls. */
  next() {
    clearTimeout(this.timer);
    if (this.over || this.coming) return;
    if (!this.here) this.later(this.plan.waits && spread(this.plan.waits, Math.random()), () => this.try(this.plan.way));
    else if (this.here.way === 'polling') this.later(spread(lookAgain(this.plan), Math.random()), () => this.try('websocket'));
  }

  /** @param {number} wait @param {() => void} act */
  later(wait, act) {
    if (wait) this.timer = setTimeout(act, wait);
    else act();
  }

  /** @param {Way} way */
  try(way) {
    clearTimeout(this.timer);
    const patience = within(this.here ? { ...this.plan, rounds: 2 } : this.plan, way);
    this.coming = this.open({ ...this.base, way, within: patience, onFrame: this.heard.bind(this), onEnd: this.ended.bind(this) });
  }

  /** @param {any} frame @param {any} line */
  heard(frame, line) {
    if (line === this.coming) {
      this.coming = null;
      this.here?.retire(ANSWER_WITHIN);
      this.here = line;
      this.plan = afterArrival(this.plan);
      this.next();
    }
    this.onFrame(frame);
  }

  /** @param {import('./line.js').End} end @param {any} line */
  ended({ why, words }, line) {
    const wasHere = line === this.here;
    if (wasHere) this.here = null;
    else this.coming = null;
    if (why === 'gone') {
      this.close();
      this.onState('gone');
      return;
    }
    const isAsked = why === 'asked' || why === 'refused'; // whoever signed out, or was sent too much: asking again tells
    this.plan = isAsked ? afterLater(this.plan, line.way) : afterEnd(this.plan, line.way, line);
    if (!this.here) {
      this.onState('offline');
      this.told.missing(words);
    }
    this.next();
  }

  /**
   * The page woke, or the network is another one: what was learnt of the old one counts no more.
   * @param {boolean} isOther @param {boolean} [isCut] the browser had put the page aside, and its line with it
   */
  wake(isOther, isCut = false) {
    if (this.over) return;
    this.plan = { ...(isOther ? FIRST : this.plan), waits: 0 };
    if (isOther && this.coming) {
      this.coming.close();
      this.coming = null;
    }
    if (isCut && this.here) {
      this.here.close();
      this.here = null;
      this.onState('offline');
      this.told.missing();
    }
    this.here?.check();
    if (!this.here) this.next();
    else if (isOther && this.here.way === 'polling') this.try('websocket');
  }

  close() {
    this.over = true;
    clearTimeout(this.timer);
    this.told.over();
    this.here?.close();
    this.coming?.close();
  }
}

/** A phone that wakes up, or finds its network again, does not wait for the next try. @param {Lines} lines */
function wakeUp(lines) {
  addEventListener('online', () => lines.wake(true));
  addEventListener('pageshow', (event) => lines.wake(false, event.persisted));
  document.addEventListener('visibilitychange', () => { if (!document.hidden) lines.wake(false); });
  /** @type {any} */ (globalThis.navigator)?.connection?.addEventListener?.('change', () => lines.wake(true));
}

/** Until the room is known, or for so long as an answer may take. @param {any} state @returns {Promise<boolean>} */
async function arrived(state) {
  const isHere = () => state.peek() === 'online';
  if (isHere()) return true;
  await new Promise((done) => {
    const stop = state.subscribe((/** @type {string} */ now) => { if (now === 'online') done(now); });
    setTimeout(() => { stop(); done(''); }, ANSWER_WITHIN);
  });
  return isHere();
}

/** An ack, with its `message` where it says no. @param {any} ack @returns {Ack} */
const inWords = (ack) => (typeof ack.why === 'string' ? { ok: false, code: ack.code, message: refusal(ack) } : ack);

/**
 * A phone's commands are all as long as each other. `socket.ids` is the number that the library gives the next one;
 * a server of before takes no filler, so nothing is sent before it has said which it is.
 * @param {{lines: Lines, namespace: string, state: any, protocol: any}} way
 * @returns {(name: string, body: object, id?: string) => Promise<Ack>}
 */
function sender({ lines, namespace, state, protocol }) {
  return async (name, body, id = newId()) => {
    try {
      if (!await arrived(state)) throw new Error('nobody is there');
      const plain = { id, name, body };
      const isFilled = namespace === '/delegate' && protocol.peek() > 1;
      const line = lines.here;
      return inWords(await line.ask(isFilled ? filled(namespace, line.socket.ids, plain) : plain, ANSWER_WITHIN));
    } catch {
      return { ok: false, code: 'timeout', message: '' };
    }
  };
}
