// Where the words of a picture break: the same on every page and in the report. Mirrors workshop/drawing/picture_text.py.

import { textWidth } from '../strip/text';

/** Words of a picture are so high; titles, counts and notes alike. */
export const SIZE = 36;
const LEADING = 42;
const CUT = '…';
const GENEROUS = 1.06; // by so much words are taken to be wider than they are

/** Lines that fit `room`; what does not fit on `most` of them ends in a sign that there is more. */
export function broken(text: string, room: number, most: number): string[] {
  const width = GENEROUS * room;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && textWidth(longer, SIZE) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, width));
  const last = kept[kept.length - 1];
  if (lines.length > most && last && !last.endsWith(CUT)) kept[kept.length - 1] = ended(last, width);
  return kept;
}

const cut = (line: string, width: number) => (textWidth(line, SIZE) <= width ? line : ended(line, width));

function ended(line: string, width: number) {
  const letters = [...line];
  while (letters.length && textWidth(letters.join('') + CUT, SIZE) > width) letters.pop();
  const words = letters.join('').trimEnd();
  const whole = words.length < line.length && line[words.length] !== ' ' ? words.lastIndexOf(' ') : -1;
  return (whole > 0 ? words.slice(0, whole) : words) + CUT;
}

/** Where lines stand in a box: in the middle of its height. Returns the baseline of each */
export const baselines = (lines: number, y: number, h: number) =>
  Array.from({ length: lines }, (_, at) => Math.round(y + h / 2 + 13 + (at - (lines - 1) / 2) * LEADING));

/** How many lines a box of this height holds. */
export const roomFor = (h: number) => Math.max(1, Math.floor((h - 8) / LEADING));
