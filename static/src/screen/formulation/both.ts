// How much room the words of two explanations have beside each other: each row of both boxes takes as many lines as the
// longer of its two texts needs, the first in the largest letters in which all of them fit.

import { linesOf } from '../units';
import type { Measure } from '../units';

const APART = 192 + 40; // units beside and between the boxes
const INSIDE = 64 + 6; // a box's own sides and lines
const LINE = 1.2;
const SMALL = 34; // letters of the rows beneath
const SIZES = [
  { size: 52, tall: 560 },
  { size: 42, tall: 600 },
  { size: SMALL, tall: 600 },
]; // letters of the explanations, and a box, as studio.css has them
const OVER = 66 + 39 + 10; // its lines and the room within them, its heading, what is between
const ROW = 78; // a row beneath: the line above it, its heading, what is between

export interface Both {
  /** 1 to 3: the letters of the explanations, from large to small. */
  size: number;
  /** Of each row, in its order. */
  lines: number[];
}

/** `rows`: the texts of each row in both boxes, the explanations themselves first; `width`: the screen's, in units. */
export function both(rows: readonly (readonly string[])[], width: number, wide?: Measure): Both {
  const room = (width - APART) / 2 - INSIDE;
  const need = (size: number) => (texts: readonly string[]) =>
    Math.max(1, ...texts.map((text) => linesOf(text, size, room, wide)));
  const [first, ...others] = rows;
  const beneath = others.map(need(SMALL));
  const left = (tall: number) => tall - OVER - ROW * others.length;
  const isIn = ({ size, tall }: (typeof SIZES)[number]) =>
    LINE * (size * need(size)(first) + SMALL * sum(beneath)) <= left(tall);
  const at = SIZES.findIndex(isIn);
  if (at >= 0) return { size: at + 1, lines: [need(SIZES[at].size)(first), ...beneath] };
  const [{ tall }] = SIZES.slice(-1);
  return {
    size: SIZES.length,
    lines: shared([need(SMALL)(first), ...beneath], left(tall) / (LINE * SMALL)),
  };
}

const BESIDE = 192 + 400 + 40 + 56; // what is beside the questions
const QUESTION = 36;
const MOST = 4; // lines of all of them

/** Lines of each of the questions that would tell the two apart. */
export const apartLines = (texts: readonly string[], width: number, wide?: Measure) =>
  shared(
    texts.map((text) => linesOf(text, QUESTION, width - BESIDE, wide)),
    MOST,
  );

/** Lines for each row, none more than it needs: one more at a time to the row with the fewest of those that need one. */
export function shared(needs: readonly number[], room: number): number[] {
  const given = needs.map(() => 1);
  while (sum(given) + 1 <= room) {
    const short = needs.map((need, at) => (given[at] < need ? given[at] : Infinity));
    const fewest = Math.min(...short);
    if (fewest === Infinity) break;
    given[short.indexOf(fewest)] += 1;
  }
  return given;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
