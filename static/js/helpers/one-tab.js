// Two tabs of one phone would write over each other's memory: the one that was opened last has it, and the other says so.
// They settle it by the storage that they share. Where that is refused, nothing is shared and there is nothing to settle; a
// lock of the browser's would need HTTPS, which a training room's own network often has not.

import { signal } from './html.js';

/** @param {string} session */
export function oneTab(session) {
  const key = `cw tab ${session}`;
  const mine = String(crypto.getRandomValues(new Uint32Array(2)));
  const elsewhere = signal(false);
  /** Whether this tab may still write; what is known of it is said. */
  const isMine = () => {
    try {
      const held = localStorage.getItem(key);
      if (held !== null && held !== mine) elsewhere.value = true;
    } catch { /* refused: every tab has a memory of its own */ }
    return !elsewhere.value;
  };
  try {
    localStorage.setItem(key, mine);
  } catch { /* full or refused */ }
  addEventListener('storage', (event) => event.key === key && isMine());
  addEventListener('pageshow', isMine);
  document.addEventListener('visibilitychange', isMine);
  /** All is over: nothing stays behind. */
  const clear = () => {
    try {
      if (isMine()) localStorage.removeItem(key);
    } catch { /* it was never there */ }
  };
  return { elsewhere, isMine, clear };
}
