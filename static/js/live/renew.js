// A page of another version than the server's: what waits is sent first, then the page loads again, with a sentence.
// At most once a minute, so that it can never go round and round; and not while somebody is typing.

import { effect, html, signal } from '../helpers/html.js';
import { kept } from '../helpers/storage.js';
import { PROTOCOL } from './wire.js';

export const PAUSE = 60_000; // ms between two reloads of one page
const LOOK = 2000; // ms: as long as the sentence can be read before it happens

/**
 * Whether to load again now. `last`: when this page last did, in ms.
 * @param {{server: number, waiting: number, typing: boolean, last: number, now: number}} at
 */
export function isDue({ server, waiting, typing, last, now }) {
  const rested = now - last >= PAUSE || now < last; // a clock that was set back holds nobody up
  return server !== PROTOCOL && waiting === 0 && !typing && rested;
}

/** Whether words stand in the field where the cursor is. */
function isTyping() {
  const field = /** @type {any} */ (document.activeElement);
  return Boolean(field?.matches?.('textarea, input') && field.value);
}

/**
 * Looks after one page; what it returns tells whether the sentence is to be shown.
 * @param {{connection: {protocol: {value: number}}, session: string, waiting?: () => number, reload?: () => void}} page
 */
export function keepUp({ connection, session, waiting = () => 0, reload = () => location.reload() }) {
  const store = kept(`cw renewed ${session}`);
  const outdated = signal(false);
  /** @type {any} */
  let timer;
  const look = () => {
    const [server, now] = [connection.protocol.value, Date.now()];
    const last = Math.max(store.read()?.at ?? 0, history.state?.renewed ?? 0);
    if (!isDue({ server, waiting: waiting(), typing: isTyping(), last, now })) return;
    store.write({ at: now });
    history.replaceState({ ...history.state, renewed: now }, ''); // where nothing may be stored, this stays
    reload();
  };
  effect(() => {
    outdated.value = connection.protocol.value !== PROTOCOL;
    clearInterval(timer);
    if (outdated.value) timer = setInterval(look, LOOK);
  });
  return { outdated, clear: store.clear };
}

/** The sentence. @param {{text: string}} props */
export const Renewing = ({ text }) => html`<p class="banner banner--do offer" role="status"><span></span><span>${text}</span></p>`;
