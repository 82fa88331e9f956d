// The next thing, by the big button, a key or a clicker. What cannot be taken back takes two presses that are apart; what
// would close a question that few have answered is asked about in a sheet, which a stray key only puts away.

import { signal } from '@preact/signals';
import type { Next } from './next';

const APART = 600; // ms: a key that bounces, or a clicker that is held, is one press
const FOR = 10_000; // ms until the first press is forgotten

/** Tells what is done from whatever else would be. */
export const named = (next: Next) => JSON.stringify([next.name, next.body]);

export type Pressed = ReturnType<typeof pressing>;

export function pressing({
  next,
  act,
  open,
  clock = () => performance.now(),
  later = setTimeout,
}: {
  next: () => Next;
  act: (next: Next) => Promise<unknown>;
  open: (sheet: string) => void;
  clock?: () => number;
  later?: (act: () => void, ms: number) => unknown;
}) {
  const asked = signal<{ what: string; at: number } | null>(null);
  const busy = signal(false);
  /** Do it, once. */
  const go = async () => {
    if (busy.value) return;
    busy.value = true;
    asked.value = null;
    await act(next());
    busy.value = false;
  };
  const ask = (thing: Next) => {
    const mine = { what: named(thing), at: clock() };
    asked.value = mine;
    later(() => {
      if (asked.value === mine) asked.value = null;
    }, FOR);
  };
  return {
    busy,
    go,
    /** Whether the next press does it. */
    isAsked: (thing: Next) => asked.value?.what === named(thing),
    /** Not now. */
    leave() {
      asked.value = null;
    },
    async press() {
      const thing = next();
      if (thing.off || busy.value) return;
      if (thing.name === 'end' || thing.asks === 'few') {
        open(thing.asks || 'end');
        return;
      }
      if (!thing.asks) await go();
      else if (asked.value?.what !== named(thing)) ask(thing);
      else if (clock() - asked.value.at >= APART) await go();
    },
  };
}
