// When idle phones can be counted out: three minutes after this page saw the round open. By a clock that nobody can set;
// the workshop has its own, and refuses earlier.

import { useEffect, useSignal } from '../helpers/html.js';

export const IDLE_AFTER = 180_000; // ms, as workshop/domain/quorum.py has it
/** @type {Map<string, number>} */
const seen = new Map();

/** How long it is still, in ms; counted from the first time that this page asks for the round. @param {string} round @param {number} [now] */
export function waitsFor(round, now = performance.now()) {
  if (!seen.has(round)) seen.set(round, now);
  return Math.max(0, /** @type {number} */ (seen.get(round)) + IDLE_AFTER - now);
}

/** Whether it is too early; the view is drawn again when it no longer is. @param {string} round */
export function useWait(round) {
  const again = useSignal(0);
  const left = waitsFor(round);
  useEffect(() => {
    if (!left) return undefined;
    const due = setTimeout(() => { again.value += 1; }, left + 1);
    return () => clearTimeout(due);
  }, [round, again.value]);
  return left > 0;
}
