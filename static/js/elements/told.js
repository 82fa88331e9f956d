// Of a card that was placed again: what kept the newest placing from being told, and how many answered it again.

import { html } from '../helpers/html.js';
import { ENGLISH, fill, whyWords } from './strip-words.js';

/** @param {{found: {withheld: boolean, why: string | null, answered: number | null}, look?: string}} props `look`: a class of its own */
export function Told({ found, look = 'small' }) {
  const said = [!found.withheld && whyWords(found), found.answered && fill(ENGLISH.answered, { n: found.answered })].filter(Boolean);
  return said.length ? html`<p class=${look}>${said.join(' ')}</p>` : null;
}
