// Of a card: why its newest placing is not told, how many answered it again, how certain the room is.

import { say } from './say';

/** What kept the newest placing of a card from being told; '' when its figures are here. */
export const whyWords = ({ why }: { why: string | null }) => (why ? say(`common.told.why.${why}`) : '');

/** "Median certainty 4 of 5; 6 not certain." */
export function certaintyWords(certainty: { median: number; not_certain: number | null } | null) {
  if (!certainty) return '';
  const { median, not_certain: n } = certainty;
  return n ? say('common.told.certainty_but', { median, n }) : say('common.told.certainty', { median });
}

type Found = { withheld: boolean; why: string | null; answered: number | null };

/** Why the figures are those of before, and how many answered again; '' where there is nothing to say. */
export const toldWords = (found: Found) =>
  [!found.withheld && whyWords(found), found.answered && say('common.told.answered', { n: found.answered })]
    .filter(Boolean)
    .join(' ');

/** `look`: a class of its own */
export function Told({ found, look = 'small' }: { found: Found; look?: string }) {
  const said = toldWords(found);
  return said ? <p class={look}>{said}</p> : null;
}
