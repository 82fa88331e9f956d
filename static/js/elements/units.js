// The projector's measure: one unit is a 1080th of the screen's height, so that everything holds on any projector.

import { useEffect, useState } from '../helpers/html.js';
import { textWidth } from './strip-text.js';

export const HEIGHT = 1080;
const width = () => Math.round((HEIGHT * window.innerWidth) / Math.max(1, window.innerHeight));

/** The screen's width in units: 1920 on a wide projector, 1728 at 16 to 10. */
export function useWidth() {
  const [found, setFound] = useState(width);
  useEffect(() => {
    const look = () => setFound(width());
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  return found;
}

/** A length in units as CSS. @param {number} n */
export const u = (n) => `calc(${Math.round(10 * n) / 10} * var(--u))`;

/** How many lines words take, roughly: the words are broken as a browser breaks them. @param {string} text @param {number} size @param {number} room */
export function linesOf(text, size, room) {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const wide = textWidth(word, size);
    const space = used ? textWidth(' ', size) : 0;
    if (used && used + space + wide > room) { lines += 1; used = wide; } else used += space + wide;
    if (used > room) { lines += Math.ceil(used / room) - 1; used %= room; }
  }
  return lines;
}
