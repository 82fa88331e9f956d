// One connection to the room. WebSocket first, long polling where a network blocks it; comes back by itself for ever.

import { io } from 'socket.io-client';
import { batch, signal } from '../helpers/html.js';
import { clock } from './clock.js';
import { NOTHING, after } from './parts.js';
import { PROTOCOL, filled } from './wire.js';

/** @typedef {{ok: true, rev: number} | {ok: false, code: string, message: string}} Ack */

const ANSWER_WITHIN = 8000; // ms, then the sender asks again
export const AGAIN = new Set(['saving', 'too_fast', 'busy', 'failed', 'timeout']);

/** A random operation id: 128 bits. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
}

/**
 * @param {{namespace: string, session?: string, onEpoch?: (epoch: string) => void}} options
 */
export function connect({ namespace, session = '', onEpoch = () => {} }) {
  const parts = signal(/** @type {Record<string, any>} */ ({}));
  const state = signal('connecting'); // connecting, online, offline, gone
  const protocol = signal(PROTOCOL); // the server's, as its last full frame said
  let known = NOTHING;
  const socket = io(namespace, {
    auth: { session, protocol: PROTOCOL },
    transports: ['websocket', 'polling'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    timeout: 8000,
  });
  socket.on('frame', (/** @type {import('./parts.js').Frame} */ frame) => {
    const fresh = frame.epoch !== known.epoch;
    known = after(known, frame);
    clock.heard(frame.now);
    batch(() => {
      parts.value = known.parts;
      state.value = 'online';
      if (frame.full) protocol.value = frame.protocol ?? 1;
    });
    if (fresh) onEpoch(frame.epoch);
  });
  socket.on('disconnect', (/** @type {string} */ reason) => {
    state.value = 'offline';
    // The server closed it: whoever signed out or was sent too much. Asking again tells which, and shows it.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1500);
  });
  socket.on('connect_error', (/** @type {Error} */ error) => refused(socket, state, error));
  wakeUp(socket);
  const send = sender({ socket, namespace, state, protocol });
  clock.ask = () => { if (socket.connected) send('session.view', {}); };
  return { parts, state, protocol, send, close: () => socket.close() };
}

/**
 * A server that says no says it for good, but for an outage. A WebSocket that a network blocks is tried by polling.
 * @param {any} socket @param {{value: string}} state @param {Error} error
 */
function refused(socket, state, error) {
  if (error.message === 'gone' || error.message === 'refused') {
    state.value = 'gone';
    socket.close();
    return;
  }
  state.value = 'offline';
  if (!socket.active) setTimeout(() => socket.connect(), 1500); // the server was saving: it refused, so we ask again
  if (socket.io.opts.transports[0] === 'websocket' && error.message.includes('websocket')) {
    socket.io.opts.transports = ['polling', 'websocket'];
  }
}

/** A phone that wakes up, or finds its network again, does not wait for the next try. @param {any} socket */
function wakeUp(socket) {
  const now = () => { if (!socket.connected && socket.active) socket.connect(); };
  addEventListener('online', now);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) now(); });
  // Back from the browser's memory of pages: it cut the line without a word, and the page does not know it yet.
  addEventListener('pageshow', (event) => { if (event.persisted && socket.active) socket.disconnect().connect(); });
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

/**
 * A phone's commands are all as long as each other. `socket.ids` is the number that the library gives the next one;
 * a server of before takes no filler, so nothing is sent before it has said which it is.
 * @param {{socket: any, namespace: string, state: any, protocol: any}} line
 * @returns {(name: string, body: object, id?: string) => Promise<Ack>}
 */
function sender({ socket, namespace, state, protocol }) {
  return async (name, body, id = newId()) => {
    try {
      if (!await arrived(state)) throw new Error('nobody is there');
      const plain = { id, name, body };
      const isFilled = namespace === '/delegate' && protocol.peek() > 1;
      const message = isFilled ? filled(namespace, socket.ids, plain) : plain;
      return await socket.timeout(ANSWER_WITHIN).emitWithAck('command', message);
    } catch {
      return { ok: false, code: 'timeout', message: '' };
    }
  };
}
