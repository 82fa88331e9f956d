// What a picture of the board says about itself.

import type { BoardPart } from '../../contract';

/** The cards in the order of the talk: most disagreement first, those withheld last. */
export function inOrder({ queue, results }: Pick<BoardPart, 'queue' | 'results'>) {
  const place = new Map(queue.map((card, at) => [card, at]));
  return [...(results ?? [])].sort(
    (a, b) => (place.get(a.card) ?? Infinity) - (place.get(b.card) ?? Infinity) || (a.card < b.card ? -1 : 1),
  );
}

/** "Ash: 15, Year 10": people of a case are known by their id where that is a name. */
export const person = ({ id, note }: { id: string; note: string }) =>
  /^[a-z]{2,}$/.test(id) ? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}: ${note}` : note;

/** How large words may stand on the projector, by their length. */
export const size = (text: string): '' | 'is-long' | 'is-longer' =>
  text.length > 240 ? 'is-longer' : text.length > 70 ? 'is-long' : '';
