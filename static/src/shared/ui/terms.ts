// Words of the case that not everybody uses alike, found in a text. Pure.

import type { TermShown } from '../../contract';

/** A piece of a text: plain words, or words that stand for a term. */
export type Piece = string | { words: string; term: TermShown };

const LETTER = /[\p{L}\p{N}]/u;
const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text in pieces: whole words only, the longest term first, in any case; each term where it comes first. */
export function pieces(text: string, terms: readonly TermShown[]): Piece[] {
  const called = new Map(
    terms.flatMap((t) => [t.term, t.formerly].filter(Boolean).map((n) => [n.toLowerCase(), t])),
  );
  const names = [...called.keys()].sort((a, b) => b.length - a.length).map(plain);
  if (!names.length) return [text];
  const found: Piece[] = [];
  const had = new Set<TermShown>();
  let from = 0;
  for (const match of text.matchAll(new RegExp(names.join('|'), 'giu'))) {
    const [start, end] = [match.index, match.index + match[0].length];
    const term = called.get(match[0].toLowerCase());
    const isWhole = !LETTER.test(text[start - 1] ?? '') && !LETTER.test(text[end] ?? '');
    if (!term || !isWhole || had.has(term)) continue;
    had.add(term);
    if (start > from) found.push(text.slice(from, start));
    found.push({ words: match[0], term });
    from = end;
  }
  return from < text.length || !found.length ? [...found, text.slice(from)] : found;
}
