// What a page of before versions left on this phone, made into what this page keeps. It kept what was tapped, whether or
// not that was counted; only what it was to send says more. Pure.

import type { Held } from '../shared/live/memory';
import type { Operation } from '../shared/live/outbox';

/**
 * What was refused never was. What waits may be counted yet. A card that was placed again may have been
 * refused long ago, which nobody knows any more; any other tap was counted.
 */
export function ofBefore(was: Held, operations: Operation[]): Held {
  const now = { ...was, rounds: {} as any, sure: {} as any, lost: {} as any };
  const placed = new Set();
  for (const round of was.order) {
    now.rounds[round] = {};
    for (const [card, said] of Object.entries(was.rounds[round] ?? {})) {
      const state = operations.filter((o) => o.about === `${round} ${card}`).at(-1)?.state;
      if (state === 'refused') continue;
      now.rounds[round][card] = said;
      if (state !== 'waiting') {
        const [kept, value] = placed.has(card) && !state ? [now.lost, [said]] : [now.sure, said];
        kept[round] = { ...kept[round], [card]: value };
      }
      placed.add(card);
    }
  }
  return now;
}
