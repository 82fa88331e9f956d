// Two tabs of one phone would write over each other's memory: the one that was opened last has it, and the other says so.
// They settle it by the storage that they share. Where that is refused, nothing is shared and there is nothing to settle; a
// lock of the browser's would need HTTPS, which a training room's own network often has not.

import { signal } from '@preact/signals';
import { kept } from '../shared/live/storage';

export function oneTab(session: string) {
  const store = kept(`cw tab ${session}`);
  const mine = String(crypto.getRandomValues(new Uint32Array(2)));
  const elsewhere = signal(false);
  /** Whether this tab may still write; what is known of it is said. */
  const isMine = () => {
    if ((store.read() ?? mine) !== mine) elsewhere.value = true;
    return !elsewhere.value;
  };
  store.write(mine);
  addEventListener('storage', isMine);
  addEventListener('pageshow', isMine);
  /** All is over: nothing stays behind. */
  const clear = () => {
    if (isMine()) store.clear();
  };
  return { elsewhere, isMine, clear };
}
