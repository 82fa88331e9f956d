// The picture of the notes, read aloud: something, what it is because of, and what eases it.

import { say } from './say';

/** in the notes' own words, as they stand within a sentence */
export type Aloud = { what: string; because: string[]; eased: string[] };

/** Returns "" where nothing is joined */
export function aloud(found: Aloud | null): string {
  if (!found) return '';
  const { what, because, eased } = found;
  const values = { what, causes: listed(because), easing: listed(eased) };
  return say(eased.length ? 'common.aloud.eased' : 'common.aloud.because', values);
}

/** "a; b; and c": notes may have commas of their own. */
function listed(texts: string[]) {
  const some = texts
    .slice(0, -1)
    .reduce((first, next) => (first ? say('common.aloud.more', { first, next }) : next), '');
  const last = texts[texts.length - 1] ?? '';
  return some ? say('common.aloud.last', { first: some, last }) : last;
}
