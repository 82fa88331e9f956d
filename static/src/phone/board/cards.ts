// What a phone knows of the round that is open: its cards, its own answers, where it is among them, where it stood.

import { say } from '../../shared/ui/say';
import { direction, standing } from '../../shared/live/standing';
import type { Stood } from '../../shared/live/standing';
import type { Placement } from '../../shared/live/memory';

/** How something of a card happened, where the case says so. */
export const modeWords = ({ mode }: { mode: string }) =>
  mode && mode !== 'unclear' ? say(`phone.modes.${mode}`) : '';

export function sheetOf(room: any): {
  board: any;
  round: string;
  cards: any[];
  placed: Record<string, any>;
  again: boolean;
  warm: boolean;
} {
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

/** `sheet`: the first card without an answer, or -1 */
export const firstOpen = ({ cards, placed }: { cards: any[]; placed: Record<string, any> }) =>
  cards.findIndex((card) => !placed[card.id]);

/**
 * How this phone takes part in a card: for the first time (null), from where it stood, or looking on
 * ('came_after'…).
 */
export const standsAt = (room: any, { round }: any, card: any) =>
  card.again
    ? standing(room.memory.held.value, card.id, round, card.again, room.occasions.open(card.id))
    : null;

/**
 * A place that was tapped, as it is kept and sent. A card that is placed again is not asked for reasons once
 * more. `mine`: what was said of it in this round.
 */
export function placed(
  { board }: any,
  stood: Stood | string | null,
  stage: string | null,
  mine: any,
): Placement {
  const same = mine && !mine.skipped && mine.stage === stage;
  const first = {
    stage,
    missing: same ? mine.missing : [],
    reasons: same ? mine.reasons : [],
    certainty: same ? mine.certainty : null,
    skipped: false,
  };
  if (!stood) return first;
  const bare = { ...first, missing: [], reasons: [], certainty: null };
  if (typeof stood === 'string') return { ...bare, own: true };
  const way = direction(board.scale.stages, stood.told, stage);
  const why = same && mine.direction === way ? mine.why : [];
  return { ...bare, earlier: stood.stood, direction: way, why };
}
