// How wide words are, roughly, and where they break. Mirrors workshop/drawing/strip_text.py.

const FILL = 0.98; // of the width that a name may fill
const NARROW = new Set("iljtfrI.,;:'’!|·()[] ");
const WIDE = new Set('mwMW@%—');

/** Estimated width of a line, a little generous. */
export function textWidth(text: string, size: number) {
  let units = 0;
  for (const char of text)
    units += NARROW.has(char) ? 0.36 : WIDE.has(char) ? 0.9 : /^\p{Lu}$/u.test(char) ? 0.68 : 0.58;
  return size * units;
}

/** The largest text, at most `size` and at least `floor`, at which every name fits in two lines. */
export function sizeFor(names: [name: string, width: number][], size: number, floor: number) {
  let found = size;
  for (const [name, width] of names) {
    const needed = Math.min(
      ...breaks(name).map((lines) => Math.max(...lines.map((line) => textWidth(line, 1)))),
    );
    if (Number.isFinite(needed) && needed) found = Math.min(found, (FILL * width) / needed);
  }
  return Math.max(found, floor);
}

/** A name on one line where it fits, else on two of nearly equal length. Never abbreviated. */
export function breakName(name: string, width: number, size: number): string[] {
  const all = breaks(name);
  if (!all.length) return [];
  if (textWidth(name, size) <= FILL * width) return all[0];
  const longest = (lines: string[]) => Math.max(...lines.map((line) => textWidth(line, 1)));
  return all.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

function breaks(name: string): string[][] {
  const words = name.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const pairs = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  return [[words.join(' ')], ...pairs];
}

/** Up to three reasons with a dot between them, on as few lines as the width allows. */
export function joinReasons(reasons: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  for (const reason of reasons.slice(0, 3)) {
    const longer = lines.length ? `${lines[lines.length - 1]} · ${reason}` : reason;
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(reason);
  }
  return lines;
}
