// How practitioners reasoned, in words: what a reason is about, and nearer which end somebody stood who gave it.

import type { BoardPart, PanelNote } from '../../contract';
import { named, say } from './say';

/** As the room names it: a reason for a card, or what is needed to know. */
export const topicWords = (topic: string, { reasons }: Pick<BoardPart, 'reasons'>) =>
  named((reasons as string[]).includes(topic) ? 'reason' : 'topic', [topic])[0];

/** Nearer which end of the line; never a stage. */
export const endWords = (end: PanelNote['end'], [low, high]: string[]) =>
  end ? say(`common.sides.${end}`, { end: end === 'low' ? low : high }) : '';
