// Which words of a text could be others. The workshop has the same rule (workshop/domain/language.py), and both are held to
// tests/messages/gentler.json. Words between quotation marks are somebody else's, and left alone.

import { namesIn, say, sayAll } from './say';

export interface Prompt {
  id: string;
  why: string;
  source: string;
  offer: string;
  forms: string[];
  but: string[];
}
export interface Found {
  prompt: Prompt;
  start: number;
  end: number;
  words: string;
  offer: string;
}

const LOOKED_AT = 5000; // characters of a text; more than any field takes
const LETTER = '[\\p{L}\\p{N}_]';
const BEFORE = `(^|(?!${LETTER})[^])`; // in place of a look behind, which Safari 15 has not got
/** Also what is quoted and not ended yet, as it is while somebody writes it. */
const QUOTED = `("[^"]*(?:"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)|‘[^’]*(?:’${LETTER}[^’]*)*(?:’|$))`;
const OWNED = new RegExp(`^['’]s?(?!${LETTER})`, 'u');

/** All prompts of the page's language. */
export const prompts = (): Prompt[] =>
  namesIn('gentler.prompts').map((id) => {
    const has = namesIn(`gentler.prompts.${id}`);
    return {
      id,
      why: say(`gentler.prompts.${id}.why`),
      source: say(`gentler.prompts.${id}.source`),
      offer: has.includes('offer') ? say(`gentler.prompts.${id}.offer`) : '',
      forms: sayAll(`gentler.prompts.${id}.forms`),
      but: has.includes('but') ? sayAll(`gentler.prompts.${id}.but`) : [],
    };
  });

/** The first words of a text that a prompt is about; of several at one place the first prompt. `left`: ids. */
export function first(all: readonly Prompt[], text: string, left: readonly string[] = []): Found | null {
  const seen = without(QUOTED, text.slice(0, LOOKED_AT));
  const found = all.flatMap((prompt) => {
    const bare = prompt.but.length ? without(any(prompt.but), seen) : seen;
    const at = left.includes(prompt.id) ? null : new RegExp(BEFORE + any(prompt.forms), 'iu').exec(bare);
    if (!at) return [];
    const start = at.index + (at[1] ?? '').length;
    const end = start + (at[2] ?? '').length;
    const offer = OWNED.test(text.slice(end, end + 3)) ? '' : prompt.offer;
    return [{ prompt, start, end, words: text.slice(start, end), offer }];
  });
  return found.reduce<Found | null>((least, one) => (least && least.start <= one.start ? least : one), null);
}

/** The text with the offer in the place of what was found: with a capital where that had one, and the article that fits. */
export function put(text: string, { start, end, words, offer }: Found): string {
  const isCapital = /^\p{Lu}\P{Lu}/u.test(words);
  const fits = isCapital ? offer.slice(0, 1).toUpperCase() + offer.slice(1) : offer;
  const [an, a] = [say('gentler.an'), say('gentler.a')];
  const before = text.slice(0, start).replace(new RegExp(`(^|\\s)(${an})(?=\\s+$)`, 'i'), (_, blank, was) => {
    return blank + (was[0] === an[0] ? a : a.slice(0, 1).toUpperCase() + a.slice(1));
  });
  return before + fits + text.slice(end);
}

/** Any of these as whole words; a blank is also a hyphen, and an apostrophe either sign. */
const any = (forms: readonly string[]): string => {
  const ways = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/ /g, '[\\s-]+').replace(/’/g, "['’]"));
  return `(${ways.join('|')})(?!${LETTER})`;
};

/** The same, as long, with a sign in place of all that the pattern finds. */
const without = (pattern: string, text: string): string =>
  text.replace(new RegExp(BEFORE + pattern, 'giu'), (_, before, found) => before + '·'.repeat(found.length));
