// How wide words are, roughly, and where they break. Mirrors workshop/domain/strip_text.py.

const FILL = 0.98; // of the width that a name may fill
const NARROW = new Set("iljtfrI.,;:'’!|·()[] ");
const WIDE = new Set('mwMW@%—');

/** Estimated width of a line, a little generous. @param {string} text @param {number} size */
export function textWidth(text, size) {
  let units = 0;
  for (const char of text) units += NARROW.has(char) ? 0.36 : WIDE.has(char) ? 0.9 : /^\p{Lu}$/u.test(char) ? 0.68 : 0.58;
  return size * units;
}

/**
 * The largest text, at most `size` and at least `floor`, at which every name fits in two lines.
 * @param {[name: string, width: number][]} names @param {number} size @param {number} floor
 */
export function sizeFor(names, size, floor) {
  let found = size;
  for (const [name, width] of names) {
    const needed = Math.min(...breaks(name).map((lines) => Math.max(...lines.map((line) => textWidth(line, 1)))));
    if (Number.isFinite(needed) && needed) found = Math.min(found, (FILL * width) / needed);
  }
  return Math.max(found, floor);
}

/**
 * A name on one line where it fits, else on two of nearly equal length. Never abbreviated.
 * @param {string} name @param {number} width @param {number} size @returns {string[]}
 */
export function breakName(name, width, size) {
  const all = breaks(name);
  if (!all.length) return [];
  if (textWidth(name, size) <= FILL * width) return all[0];
  const longest = (/** @type {string[]} */ lines) => Math.max(...lines.map((line) => textWidth(line, 1)));
  return all.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

/** @param {string} name @returns {string[][]} */
function breaks(name) {
  const words = name.split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const pairs = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  return [[words.join(' ')], ...pairs];
}

/**
 * Up to three reasons with a dot between them, on as few lines as the width allows.
 * @param {readonly string[]} reasons @param {number} width @param {number} size @returns {string[]}
 */
export function joinReasons(reasons, width, size) {
  /** @type {string[]} */
  const lines = [];
  for (const reason of reasons.slice(0, 3)) {
    const longer = lines.length ? `${lines[lines.length - 1]} · ${reason}` : reason;
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(reason);
  }
  return lines;
}
