// The picture read aloud. The facilitator's own sentences where there are some; else the one that the notes and links make.

import { aloud } from '../../shared/ui/aloud';
import type { Aloud } from '../../shared/ui/aloud';

/** a lead word to be seen, and what follows it */
type Piece = { lead: string; text: string };

const LED = ['because', 'kept_going', 'eased'] as const;
const ONE_BREATH = 260; // characters of the facilitator's sentences that are still read as one

/**
 * `words`: the joining words, as the sentence has them. `leads`: what stands before each of the facilitator's
 * sentences.
 */
export function reading(
  { aloud: found, explanation }: { aloud: Aloud | null; explanation: Record<string, { text: string }> },
  words: Record<'because' | 'kept' | 'eased', string>,
  leads: Record<string, string>,
): Piece[] {
  const told = LED.map((name) => ({ lead: leads[name], text: explanation[name]?.text ?? '' })).filter(
    (piece) => piece.text,
  );
  if (told.length && told.reduce((sum, piece) => sum + piece.text.length, 0) <= ONE_BREATH)
    return told.map(({ lead, text }) => ({ lead, text: `: ${text.trim()}` }));
  return split(aloud(found), [words.because, words.eased]);
}

/** A sentence cut before its joining words. */
export function split(sentence: string, joins: string[]): Piece[] {
  if (!sentence) return [];
  const [join, ...rest] = joins;
  const at = join === undefined ? -1 : sentence.indexOf(` ${join} `);
  if (at < 0) return rest.length ? split(sentence, rest) : [{ lead: '', text: sentence }];
  const [first, ...others] = split(sentence.slice(at + join.length + 1), rest);
  return [{ lead: '', text: `${sentence.slice(0, at)} ` }, { lead: join, text: first.text }, ...others];
}
