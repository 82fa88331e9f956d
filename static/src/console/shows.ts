// What the screen can show of the talk: of each view its key, whether there is something to show, and how it is turned to.
// The buttons and the keys are made from the same table. Pure.

import type { BoardPart, Parts } from '../contract';
import type { Sent } from '../shared/live/room';

export type Show = BoardPart['show'];
type Known = Partial<Pick<Parts['facilitator'], 'board' | 'notes_private' | 'what_moved'>>;

/** In the order of the buttons. */
export const VIEW_KEYS: { show: Show; key: string }[] = [
  { show: 'all', key: 'a' },
  { show: 'focus', key: 'c' },
  { show: 'response', key: 'd' },
  { show: 'shift', key: 's' },
  { show: 'panel', key: 'p' },
  { show: 'wanted', key: 'w' },
  { show: 'ledger', key: 'l' },
];

/** Which of them have something to show now; none before anything was revealed. */
export function showable({ board, notes_private: notes, what_moved: moved }: Known): Show[] {
  if (!board?.results) return [];
  const now = board.results.find((r) => r.card === board.focus);
  const can: Record<Show, boolean> = {
    all: true,
    focus: !!board.focus,
    response: !!now?.response,
    shift: !!now?.before,
    panel: !!board.focus && !!notes?.panel.length,
    wanted: board.wanted.length > 0,
    ledger: !!moved?.rows.length,
  };
  return VIEW_KEYS.map(({ show }) => show).filter((show) => can[show]);
}

/** Which of them it is. A picture that stands has no before: then it is the card. */
export const showing = (known: Known): Show => {
  const show = known.board?.show ?? 'all';
  return show === 'shift' && !showable(known).includes(show) ? 'focus' : show;
};

/** What is sent to turn to one. */
export const turning = (show: Show): Sent<'facilitator'> =>
  show === 'all' ? ['discussion.focus', { card: null }] : ['discussion.show', { show }];
