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

/** `look`: a class of its own */
export function Told({
  found,
  look = 'small',
}: {
  found: { withheld: boolean; why: string | null; answered: number | null };
  look?: string;
}) {
  const said = [
    !found.withheld && whyWords(found),
    found.answered && say('common.told.answered', { n: found.answered }),
  ].filter(Boolean);
  return said.length ? <p class={look}>{said.join(' ')}</p> : null;
}
