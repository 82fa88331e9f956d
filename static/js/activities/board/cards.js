// What a phone knows of the round that is open: its cards, its own answers, where it is among them, where it stood.

import { say } from '../../helpers/say.js';
import { direction, standing } from '../../live/standing.js';

/** How something of a card happened, where the case says so. @param {{mode: string}} card */
export const modeWords = ({ mode }) => (mode && mode !== 'unclear' ? say(`phone.modes.${mode}`) : '');

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

/**
 * How this phone takes part in a card: for the first time (null), from where it stood, or looking on ('came_after'…).
 * @param {any} room @param {any} sheet @param {any} card
 */
export const standsAt = (room, { round }, card) => (card.again
  ? standing(room.memory.held.value, card.id, round, card.again, room.occasions.open(card.id)) : null);

/**
 * A place that was tapped, as it is kept and sent. A card that is placed again is not asked for reasons once more.
 * @param {any} sheet @param {import('../../live/standing.js').Stood | string | null} stood @param {string | null} stage @param {any} mine what was said of it in this round
 * @returns {import('../../live/memory.js').Placement}
 */
export function placed({ board }, stood, stage, mine) {
  const same = mine && !mine.skipped && mine.stage === stage;
  const first = { stage, missing: same ? mine.missing : [], reasons: same ? mine.reasons : [], certainty: same ? mine.certainty : null, skipped: false };
  if (!stood) return first;
  const bare = { ...first, missing: [], reasons: [], certainty: null };
  if (typeof stood === 'string') return { ...bare, own: true };
  const way = direction(board.scale.stages, stood.told, stage);
  const why = same && mine.direction === way ? mine.why : [];
  return { ...bare, earlier: stood.stood, direction: way, why };
}
