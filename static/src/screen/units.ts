// The projector's measure: one unit is a 1080th of the screen's height, so that everything holds on any projector.

import { useEffect, useState } from 'preact/hooks';
import { textWidth } from '../shared/strip/text';

/** the width of words, in units */
export type Measure = (text: string, size: number) => number;

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

/** A length in units as CSS. */
export const u = (n: number) => `calc(${Math.round(10 * n) / 10} * var(--u))`;

const SAFE = 1.02; // letters are not exactly as wide at every size

/** Measures in the page's own face; an estimate where nothing can be drawn. */
export function measure(weight: number): Measure {
  const pen = document.createElement('canvas').getContext?.('2d');
  if (!pen) return textWidth;
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size) => {
    pen.font = `${weight} ${size}px ${family}`;
    return SAFE * pen.measureText(text).width;
  };
}

/** How many lines words take: they are broken as a browser breaks them. */
export function linesOf(text: string, size: number, room: number, wide: Measure = textWidth) {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const long = wide(word, size);
    const space = used ? wide(' ', size) : 0;
    if (used && used + space + long > room) {
      lines += 1;
      used = long;
    } else used += space + long;
    if (used > room) {
      lines += Math.ceil(used / room) - 1;
      used %= room;
    }
  }
  return lines;
}
