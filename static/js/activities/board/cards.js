// What a phone knows of the round that is open: its cards, its own answers, where it is among them.

/**
 * @param {any} room @returns {{board: any, round: string, cards: any[], placed: Record<string, any>, again: boolean, warm: boolean}}
 */
export function sheetOf(room) {
  const board = room.part('board');
  const round = board.round?.id ?? '';
  return {
    board,
    round,
    cards: board.cards,
    placed: room.memory.placed(round),
    again: ['discussion', 'information'].includes(board.round?.cause),
    warm: board.round?.cause === 'warm_up',
  };
}

/** @param {{cards: any[], placed: Record<string, any>}} sheet the first card without an answer, or -1 */
export const firstOpen = ({ cards, placed }) => cards.findIndex((card) => !placed[card.id]);

/** @param {any} room @param {string} round @param {string} card @param {any} placement */
export function place(room, round, card, placement) {
  const { skipped, ...body } = placement;
  room.memory.place(round, card, placement);
  const about = `${round} ${card}`;
  if (skipped) room.post('board.skip', { round, card }, { about, round });
  else room.post('board.place', { round, card, ...body }, { about, round });
}

/**
 * Which way this phone moved, by its own memory alone. @param {any} board @param {string} earlier @param {string} now
 */
export function direction(board, earlier, now) {
  const at = (/** @type {string} */ id) => board.scale.stages.findIndex((/** @type {any} */ s) => s.id === id);
  const moved = at(now) - at(earlier);
  return moved === 0 ? 'same' : moved > 0 ? 'harmful' : 'typical';
}
