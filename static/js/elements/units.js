// The projector's measure: one unit is a 1080th of the screen's height, so that everything holds on any projector.

import { useEffect, useState } from '../helpers/html.js';
import { textWidth } from './strip-text.js';

/** @typedef {(text: string, size: number) => number} Measure the width of words, in units */

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

const SAFE = 1.02; // letters are not exactly as wide at every size

/** Measures in the page's own face; an estimate where nothing can be drawn. @param {number} weight @returns {Measure} */
export function measure(weight) {
  const pen = document.createElement('canvas').getContext?.('2d');
  if (!pen) return textWidth;
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size) => {
    pen.font = `${weight} ${size}px ${family}`;
    return SAFE * pen.measureText(text).width;
  };
}

/**
 * How many lines words take: they are broken as a browser breaks them.
 * @param {string} text @param {number} size @param {number} room @param {Measure} [wide]
 */
export function linesOf(text, size, room, wide = textWidth) {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const long = wide(word, size);
    const space = used ? wide(' ', size) : 0;
    if (used && used + space + long > room) { lines += 1; used = long; } else used += space + long;
    if (used > room) { lines += Math.ceil(used / room) - 1; used %= room; }
  }
  return lines;
}
