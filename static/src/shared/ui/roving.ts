// One Tab stop for a row of buttons: arrows go from one to the next, Home and End to its ends. Tab goes on to what follows.

import { useEffect, useRef } from 'preact/hooks';

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as Record<string, number>;
const MARKED = '[aria-checked="true"], [aria-pressed="true"], [aria-current="true"]';

/** Where a key leads to in a row, or null where it leads nowhere. */
export function led(key: string, at: number, count: number) {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return STEPS[key] ? Math.max(0, Math.min(count - 1, at + STEPS[key])) : null;
}

/** What the element around the row is given. `items`: which of the elements in it make up the row. */
export function useRoving<E extends HTMLElement = HTMLDivElement>(items = 'button') {
  const box = useRef<E | null>(null);
  const last = useRef<Element | null>(null);
  const row = (): HTMLElement[] =>
    (box.current ? [...box.current.querySelectorAll(`${items}:not([disabled])`)] : []) as HTMLElement[];
  /**
   * One of them is where Tab comes to: the one that was left, else the one that is marked, else the first.
   */
  const settle = (on: Element | null = last.current) => {
    const all = row();
    const stop = all.find((item) => item === on) ?? all.find((item) => item.matches(MARKED)) ?? all[0];
    for (const item of all) item.tabIndex = item === stop ? 0 : -1;
    last.current = on;
  };
  useEffect(() => settle());
  return {
    ref: box,
    onFocusIn: (event: FocusEvent) => settle(event.target as Element),
    onKeyDown: (event: KeyboardEvent) => {
      const all = row();
      const at = all.indexOf(event.target as HTMLElement);
      const to = at < 0 ? null : led(event.key, at, all.length);
      if (to === null) return;
      event.preventDefault();
      all[to].focus();
    },
  };
}
