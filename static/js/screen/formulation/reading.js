// The picture read aloud. The facilitator's own sentences where there are some; else the one that the notes and links make.

import { aloud } from '../../elements/aloud.js';

/** @typedef {{lead: string, text: string}} Piece a lead word to be seen, and what follows it */

const LED = /** @type {const} */ (['because', 'kept_going', 'eased']);
const ONE_BREATH = 260; // characters of the facilitator's sentences that are still read as one

/**
 * @param {{aloud: import('../../elements/aloud.js').Aloud | null, explanation: Record<string, {text: string}>}} part
 * @param {Record<'because' | 'kept' | 'eased', string>} words the joining words, as the sentence has them
 * @param {Record<string, string>} leads what stands before each of the facilitator's sentences
 * @returns {Piece[]}
 */
export function reading({ aloud: found, explanation }, words, leads) {
  const told = LED.map((name) => ({ lead: leads[name], text: explanation[name]?.text ?? '' })).filter((piece) => piece.text);
  if (told.length && told.reduce((sum, piece) => sum + piece.text.length, 0) <= ONE_BREATH) return told.map(({ lead, text }) => ({ lead, text: `: ${text.trim()}` }));
  return split(aloud(found), [words.because, words.eased]);
}

/** A sentence cut before its joining words. @param {string} sentence @param {string[]} joins @returns {Piece[]} */
export function split(sentence, joins) {
  if (!sentence) return [];
  const [join, ...rest] = joins;
  const at = join === undefined ? -1 : sentence.indexOf(` ${join} `);
  if (at < 0) return rest.length ? split(sentence, rest) : [{ lead: '', text: sentence }];
  const [first, ...others] = split(sentence.slice(at + join.length + 1), rest);
  return [{ lead: '', text: `${sentence.slice(0, at)} ` }, { lead: join, text: first.text }, ...others];
}
