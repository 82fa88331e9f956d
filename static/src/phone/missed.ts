// What came while a phone was away, reckoned on the phone from what everybody is told anyway. Pure.

import type { CardGiven, CasePart, InformationGiven, RoundShown } from '../contract';

/** What a phone had of the case when it stepped out. */
export interface Then {
  information: string[];
  rounds: string[];
  /** The round that was open, of which it may have placed some. */
  open: string;
}

/** A card that came meanwhile; `open`: it can still be placed. */
export interface MissedCard extends CardGiven {
  open: boolean;
}

export interface Missed {
  information: InformationGiven[];
  cards: MissedCard[];
}

type Round = Pick<RoundShown, 'id' | 'state'> | null;

const openOf = (round: Round) => (round?.state === 'open' ? round.id : '');

export const standing = (now: CasePart, round: Round): Then => ({
  information: now.information.map((i) => i.id),
  rounds: now.rounds.map((r) => r.id),
  open: openOf(round),
});

/** In the order in which it came. `placed`: cards that this phone has answered in a round. */
export function missed(
  then: Then,
  now: CasePart,
  round: Round,
  placed: (round: string) => Record<string, unknown>,
): Missed {
  const open = openOf(round);
  const came = now.rounds.filter((r) => !then.rounds.includes(r.id) || (r.id === then.open && r.id !== open));
  const cards = new Map<string, MissedCard>();
  for (const { id, cards: ids } of came)
    for (const card of ids.filter((c) => !placed(id)[c])) {
      const found = now.cards.find((c) => c.id === card);
      if (found) cards.set(card, { ...found, open: id === open });
    }
  const information = now.information.filter((i) => !then.information.includes(i.id)).reverse();
  return { information, cards: [...cards.values()] };
}
