// What a phone knows of the round that is open: its cards, its own answers, where it is among them, where it stood.

import type { Signal } from '@preact/signals';
import type { BoardPart, CardText, StageShown } from '../../contract';
import type { Placement, Response } from '../../shared/live/memory';
import type { Phone } from '../../shared/live/room';
import { direction, ofResponses, responseOf, standing } from '../../shared/live/standing';
import type { LooksOn, Stood } from '../../shared/live/standing';
import { say } from '../../shared/ui/say';

/** How something of a card happened, where the case says so. */
export const modeWords = ({ mode }: { mode: string }) =>
  mode && mode !== 'unclear' ? say(`phone.modes.${mode}`) : '';

/** A round's cards as this phone has answered them. */
export interface Answers {
  board: BoardPart;
  round: string;
  cards: CardText[];
  placed: Record<string, Placement>;
  again: boolean;
  warm: boolean;
}

export function sheetOf(room: Phone): Answers {
  const board = room.part('board');
  const round = board.round?.id ?? '';
  return {
    board,
    round,
    cards: board.cards,
    placed: room.memory.placed(round),
    again: ['discussion', 'information'].includes(board.round?.cause ?? ''),
    warm: board.round?.cause === 'warm_up',
  };
}

/** `sheet`: the first card without an answer, or -1 */
export const firstOpen = ({ cards, placed }: Pick<Answers, 'cards' | 'placed'>) =>
  cards.findIndex((card) => !placed[card.id]);

/**
 * How this phone takes part in a card: for the first time (null), from where it stood, or looking on
 * ('came_after'…).
 */
export const standsAt = (room: Phone, { round }: { round: string }, card: CardText) =>
  card.again
    ? standing(room.memory.held.value, card.id, round, card.again, room.occasions.open(card.id))
    : null;

/** The same of what it would do; undefined where that is not asked of this phone. */
export function respondsAt(room: Phone, sheet: Answers, card: CardText): Stood | null | undefined {
  const at = standsAt(room, sheet, card);
  if (!card.second || typeof at === 'string') return undefined;
  const { again } = card.second;
  if (!again) return null;
  const open = (round: string) => room.occasions.open(card.id)(round).map(responseOf);
  const stood = standing(ofResponses(room.memory.held.value), card.id, sheet.round, again, open);
  return typeof stood === 'string' ? undefined : stood;
}

/** What was tapped of it, as it is kept and sent. */
export const responded = (levels: StageShown[], stood: Stood | null, level: string | null): Response =>
  stood ? { level, earlier: stood.stood, direction: direction(levels, stood.told, level) } : { level };

/**
 * A place that was tapped, as it is kept and sent. A card that is placed again is not asked for reasons once
 * more. `mine`: what was said of it in this round.
 */
export function placed(
  { board }: { board: BoardPart },
  stood: Stood | string | null,
  stage: string | null,
  mine: Placement | undefined,
): Placement {
  const same = mine && !mine.skipped && mine.stage === stage;
  const first = {
    stage,
    response: mine?.response ?? null,
    missing: same ? mine.missing : [],
    reasons: same ? mine.reasons : [],
    certainty: same ? mine.certainty : null,
    skipped: false,
  };
  if (!stood) return first;
  const bare = { ...first, missing: [], reasons: [], certainty: null };
  if (typeof stood === 'string') return { ...bare, response: null, own: true };
  const way = direction(board.scale.stages, stood.told, stage);
  const why = same && mine.direction === way ? mine.why : [];
  return { ...bare, earlier: stood.stood, direction: way, why };
}

/** From where this phone moves a card; nothing for one that is placed for the first time, or only looked on at. */
export const from = (stood: OfCard['stood']) => (typeof stood === 'object' ? stood : null);

/** What a view of one card is given. */
export interface OfCard {
  room: Phone;
  sheet: Answers;
  card: CardText;
  at: number;
  /** What was said of it in this round. */
  mine: Placement | undefined;
  stood: Stood | LooksOn | null;
  choose: (stage: string | null) => void;
  skip: () => void;
  next: () => void;
  go: (to: number) => void;
  /** The stage of which the meaning is shown. */
  meant: Signal<StageShown | null>;
  change: () => void;
  /** From where this phone answers the second question: null for the first time, undefined where it is not asked. */
  responds: Stood | null | undefined;
  /** Asks it, and is done with it. */
  askSecond: () => void;
  askMore: () => void;
}

/** The same of a card that this phone has placed in this round. */
export type OfPlaced = OfCard & { mine: Placement };
