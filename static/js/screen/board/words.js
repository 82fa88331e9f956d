// What a picture of the board says about itself.

/**
 * The cards in the order of the talk: most disagreement first, those withheld last.
 * @param {{queue: string[], results: any[]}} board
 */
export function inOrder({ queue, results }) {
  const place = new Map(queue.map((card, at) => [card, at]));
  return [...results].sort((a, b) => (place.get(a.card) ?? Infinity) - (place.get(b.card) ?? Infinity) || (a.card < b.card ? -1 : 1));
}

/**
 * "Ash: 15, Year 10": people of a case are known by their id where that is a name.
 * @param {{id: string, note: string}} person
 */
export const person = ({ id, note }) => (/^[a-z]{2,}$/.test(id) ? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}: ${note}` : note);

/** How large words may stand on the projector, by their length. @param {string} text @returns {'' | 'is-long' | 'is-longer'} */
export const size = (text) => (text.length > 240 ? 'is-longer' : text.length > 70 ? 'is-long' : '');
