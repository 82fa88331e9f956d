// When idle phones can be counted out: three minutes after the round was opened, by the workshop's clock. It looks at the
// same clock, and refuses earlier.

import { computed, signal, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clock } from '../shared/live/clock';

export const IDLE_AFTER = 180; // seconds, as workshop/domain/quorum.py has it

/**
 * How many seconds it is still. `opened`: when, or null: that is not known, and the workshop waits no longer.
 */
export const waitsFor = (opened: number | null, now: number = clock.now()) =>
  opened === null ? 0 : Math.max(0, opened + IDLE_AFTER - now);

/** Whether it is too early; the view is drawn again when it no longer is. */
export function useWait(opened: number | null) {
  const again = useSignal(0);
  const left = waitsFor(opened);
  useEffect(() => {
    if (!left) return undefined;
    const due = setTimeout(
      () => {
        again.value += 1;
      },
      Math.min(left, 1) * 1000,
    );
    return () => clearTimeout(due);
  }, [opened, again.value]);
  return left > 0;
}

/** The same for the whole console, as long as it is open: whether it is no longer too early. */
export function lateness(opened: () => number | null | undefined): ReadonlySignal<boolean> {
  const again = signal(0);
  let due: ReturnType<typeof setTimeout> | undefined;
  return computed(() => {
    const left = again.value >= 0 ? waitsFor(opened() ?? null) : 0;
    clearTimeout(due);
    if (left)
      due = setTimeout(() => {
        again.value += 1;
      }, left * 1000);
    return !left;
  });
}
