// Of a card: why its newest placing is not told, how many answered it again, how certain the room is.

import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';

/** What kept the newest placing of a card from being told; '' when its figures are here. @param {{why: string | null}} found */
export const whyWords = ({ why }) => (why ? say(`common.told.why.${why}`) : '');

/** "Median certainty 4 of 5; 6 not certain." @param {{median: number, not_certain: number | null} | null} certainty */
export function certaintyWords(certainty) {
  if (!certainty) return '';
  const { median, not_certain: n } = certainty;
  return n ? say('common.told.certainty_but', { median, n }) : say('common.told.certainty', { median });
}

/** @param {{found: {withheld: boolean, why: string | null, answered: number | null}, look?: string}} props `look`: a class of its own */
export function Told({ found, look = 'small' }) {
  const said = [!found.withheld && whyWords(found), found.answered && say('common.told.answered', { n: found.answered })].filter(Boolean);
  return said.length ? html`<p class=${look}>${said.join(' ')}</p>` : null;
}
