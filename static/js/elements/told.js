// Of a card: why its newest placing is not told, how many answered it again, how certain the room is.

import { html } from '../helpers/html.js';
import { fill } from './strip-words.js';

const WORDS = Object.freeze({
  answered: '{n} answered again.',
  certainty: 'Median certainty {median} of 5',
  not_certain: '{n} not certain',
  why: /** @type {Record<string, string>} */ ({
    stands: 'Fewer than three moved; the picture stands.',
    aside: 'Three or more moved. Not shown: too many stood aside.',
    unsure: 'Most need to know more; too few placed to show.',
    few: 'Too few placed to show.',
  }),
});

/** What kept the newest placing of a card from being told; '' when its figures are here. @param {{why: string | null}} found */
export const whyWords = ({ why }) => (why ? WORDS.why[why] : '');

/** "Median certainty 4 of 5; 6 not certain." @param {{median: number, not_certain: number | null} | null} certainty */
export function certaintyWords(certainty) {
  if (!certainty) return '';
  const said = [fill(WORDS.certainty, { median: certainty.median })];
  if (certainty.not_certain) said.push(fill(WORDS.not_certain, { n: certainty.not_certain }));
  return `${said.join('; ')}.`;
}

/** @param {{found: {withheld: boolean, why: string | null, answered: number | null}, look?: string}} props `look`: a class of its own */
export function Told({ found, look = 'small' }) {
  const said = [!found.withheld && whyWords(found), found.answered && fill(WORDS.answered, { n: found.answered })].filter(Boolean);
  return said.length ? html`<p class=${look}>${said.join(' ')}</p>` : null;
}
