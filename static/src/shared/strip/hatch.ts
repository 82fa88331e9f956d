// The lines across a level of response, closer from level to level, and its letter. Mirrors workshop/drawing/strip_hatch.py.

import { sayAll } from '../ui/say';

const APART = [0, 22 / 46, 13 / 46, 7 / 46, 4 / 46]; // between two lines, measured across them, in thicknesses of the line

/** Each line at 45 degrees within a box, from its left to its right. `level` from 0. */
export function hatching(
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  level: number,
  line: number,
): [x: number, y: number, x2: number, y2: number][] {
  const step = (APART[level] ?? 0) * line * Math.SQRT2;
  const lines: [number, number, number, number][] = [];
  for (let at = step; step && at < w + h; at += step) {
    const left = Math.max(0, at - h);
    const right = Math.min(at, w);
    lines.push([x + left, y + at - left, x + right, y + at - right]);
  }
  return lines;
}

/** A, B, C… for a level from 0. */
export const letter = (level: number) => sayAll('common.strip.level.letters')[level] ?? '';
