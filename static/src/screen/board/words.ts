// What a picture of the board says about itself.

import type { BoardPart } from '../../contract';

/** The cards in the order of the talk: most disagreement first, those withheld last. */
export function inOrder({ queue, results }: Pick<BoardPart, 'queue' | 'results'>) {
  const place = new Map(queue.map((card, at) => [card, at]));
  return [...(results ?? [])].sort(
    (a, b) => (place.get(a.card) ?? Infinity) - (place.get(b.card) ?? Infinity) || (a.card < b.card ? -1 : 1),
  );
}

/** How large words may stand on the projector, by their length. */
export const size = (text: string): '' | 'is-long' | 'is-longer' =>
  text.length > 240 ? 'is-longer' : text.length > 70 ? 'is-long' : '';
