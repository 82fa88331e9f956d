// A page of another version than the server's: what waits is sent first, then the page loads again, with a sentence.
// At most once a minute, so that it can never go round and round; and not while somebody is typing.

import { effect, signal } from '@preact/signals';
import { kept } from './storage';
import { PROTOCOL } from './wire';

export const PAUSE = 60_000; // ms between two reloads of one page
const LOOK = 2000; // ms: as long as the sentence can be read before it happens

/** Whether to load again now. `last`: when this page last did, in ms. */
export function isDue({
  server,
  waiting,
  typing,
  last,
  now,
}: {
  server: number;
  waiting: number;
  typing: boolean;
  last: number;
  now: number;
}) {
  const rested = now - last >= PAUSE || now < last; // a clock that was set back holds nobody up
  return server !== PROTOCOL && waiting === 0 && !typing && rested;
}

/** Whether words stand in the field where the cursor is. */
function isTyping() {
  const field = document.activeElement as HTMLInputElement | null;
  return Boolean(field?.matches?.('textarea, input') && field.value);
}

/** Looks after one page; what it returns tells whether the sentence is to be shown. */
export function keepUp({
  connection,
  session,
  waiting = () => 0,
  reload = () => location.reload(),
}: {
  connection: { protocol: { value: number } };
  session: string;
  waiting?: () => number;
  reload?: () => void;
}) {
  const store = kept(`cw renewed ${session}`);
  const outdated = signal(false);
  let timer: ReturnType<typeof setInterval> | undefined;
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

/** The sentence. */
export const Renewing = ({ text }: { text: string }) => (
  <p class="banner banner--do offer" role="status">
    <span />
    <span>{text}</span>
  </p>
);
