// How wide words are, roughly, and where they break. Mirrors workshop/drawing/strip_text.py.

const FILL = 0.98; // of the width that a name may fill
const TIGHT = 1.06; // of the width: an estimate above it is too wide in any face, for widths are estimated a tenth too large
const NARROW = new Set("iljtfrI.,;:'’!|·()[] ");
const WIDE = new Set('mwMW@%—');
const VOWEL = '[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]';
/** What a syllable begins with: a consonant, or two that are one sound, before a vowel. */
const SYLLABLE = new RegExp(`(?:sch|[bcdfgkpt][lr]|[cpstw]h|qu|(?!${VOWEL})[a-zçñß])${VOWEL}`, 'gi');

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

/**
 * A name on one line where it fits, else on two of nearly equal length; never abbreviated. Where two lines have no
 * room for it, on as many as it takes.
 */
export function breakName(name: string, width: number, size: number): string[] {
  const all = breaks(name);
  if (!all.length) return [];
  if (textWidth(name, size) <= FILL * width) return all[0];
  const longest = (lines: string[]) => Math.max(...lines.map((line) => textWidth(line, 1)));
  const best = all.reduce((found, lines) => (longest(lines) < longest(found) ? lines : found));
  return best.every((line) => fits(line, width, size)) ? best : filled(name, width, size);
}

const fits = (line: string, width: number, size: number) => textWidth(line, size) <= TIGHT * width;

/** Words one after another, on as many lines as they need. */
function filled(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines[lines.length - 1]} ${word}`;
    if (lines.length && fits(longer, width, size)) lines[lines.length - 1] = longer;
    else lines.push(...divided(word, width, size));
  }
  return lines;
}

/** A word that is wider than its line, in pieces that are not: between syllables where it has any. */
export function divided(word: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  let letters = [...word];
  while (letters.length > 1 && !fits(letters.join(''), width, size)) {
    const at = division(letters, FILL * width, size);
    const last = letters[at - 1];
    pieces.push(letters.slice(0, at).join('') + (last.toLowerCase() === last.toUpperCase() ? '' : '-'));
    letters = letters.slice(at);
  }
  return [...pieces, letters.join('')];
}

/** How many letters of a word stand on this line; one at least. */
function division(letters: string[], width: number, size: number) {
  const word = letters.join('');
  const fitting = letters
    .map((_, at) => at)
    .filter((at) => at > 1 && textWidth(`${letters.slice(0, at).join('')}-`, size) <= width);
  const most = fitting.pop() ?? 1;
  const between = [...word.matchAll(SYLLABLE)]
    .map(({ index }) => [...word.slice(0, index)].length)
    .filter((at) => at >= 2 && at <= most)
    .pop();
  return between && letters.length - between > 1 ? between : most;
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
    else if (fits(reason, width, size)) lines.push(reason);
    else lines.push(...filled(reason, width, size));
  }
  return lines;
}
