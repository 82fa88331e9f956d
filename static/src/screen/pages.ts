// Lists that are too long for one projected page: packed into pages, turned slowly by the clock so that every screen of a
// session shows the same one; arrow keys on the projector's own machine turn them by hand and stop the clock.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clock } from '../shared/live/clock';

const EVERY = 24; // seconds a page stands

/** Items on as few pages as needed, in their order; an item too large for any page has one to itself. */
export function packed<T>(items: readonly T[], room: number, cost: (item: T) => number): T[][] {
  const pages: T[][] = [];
  let used = Infinity;
  for (const item of items) {
    const size = cost(item);
    if (used + size > room) {
      pages.push([]);
      used = 0;
    }
    pages[pages.length - 1].push(item);
    used += size;
  }
  return pages;
}

/** Which page the clock shows. `now`: seconds. */
export const pageAt = (now: number, count: number) => (count > 1 ? Math.floor(now / EVERY) % count : 0);

const TURNS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 } as Record<string, number>;

/** The page to show of `count`. */
export function usePage(count: number): number {
  const at = useSignal(pageAt(clock.now(), count));
  const byHand = useSignal(false);
  useEffect(() => {
    if (count < 2) return undefined;
    const ticking = setInterval(() => {
      if (!byHand.value) at.value = pageAt(clock.now(), count);
    }, 1000);
    const turn = (event: KeyboardEvent) => {
      const step = TURNS[event.key];
      if (!step) return;
      byHand.value = true;
      at.value = (Math.min(at.value, count - 1) + step + count) % count;
    };
    addEventListener('keydown', turn);
    return () => {
      clearInterval(ticking);
      removeEventListener('keydown', turn);
    };
  }, [count]);
  return Math.min(at.value, Math.max(0, count - 1));
}
