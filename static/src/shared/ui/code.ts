// Join codes: eight symbols, read out and shown four and four. Sessions from before keep their six, three and three.

export const LENGTH = 8;
export const SHORT = 6;

// What keyboards of other scripts have in the place of Latin capitals: the same shapes, and other letters.
const ALIKE = new Map(
  [...'АВЕКМНОРСТУХЅЈԚԜΑΒΕΗΚΜΝΡΤΥΧϹ'].map((other, at) => [other, 'ABEKMHOPCTYXSJQWABEHKMNPTYXC'[at]]),
);
const LONGEST = 200; // characters of what was pasted that are looked at
const SYMBOLS = /^[2-9A-HJ-NP-Y]+$/; // of codes: none that is taken for another

/** Capitals as the trainer has them, whichever keyboard they come from: full-width, Cyrillic, Greek. */
const latin = (text: string) =>
  [...text.normalize('NFKC').toUpperCase()].map((c) => ALIKE.get(c) ?? c).join('');

/** How much like a code: figures in each of its parts. */
const likely = (parts: string[]) => parts.filter((part) => /[0-9]/.test(part)).length / parts.length;

/** Words that follow each other and are as long as a code together, the likeliest of them. */
function among(said: string) {
  const words = said.split(/[^0-9A-Z]+/).filter(Boolean);
  const runs = words.flatMap((_, at) => words.slice(at).map((__, more) => words.slice(at, at + more + 1)));
  const codes = runs.filter((parts) => parts.join('').length === LENGTH && SYMBOLS.test(parts.join('')));
  return codes.sort((a, b) => likely(b) - likely(a))[0]?.join('') ?? '';
}

/** What was typed, spoken or pasted, with spaces or dashes, among other words or as the whole link. */
export function tidy(text: string) {
  const said = latin(text.slice(text.lastIndexOf('#') + 1).slice(0, LONGEST));
  const all = said.replace(/[^0-9A-Z]/g, '');
  return (all.length > LENGTH && among(said)) || all.slice(0, LENGTH);
}

/** A code in its two halves. */
export const halves = (code: string): [string, string] => [
  code.slice(0, code.length / 2),
  code.slice(code.length / 2),
];

/** The code in an address's fragment, which no server sees; "" where there is none. */
export function inFragment(fragment: string) {
  try {
    return tidy(decodeURIComponent(fragment.slice(1)));
  } catch {
    return tidy(fragment.slice(1)); // a lone per cent sign
  }
}
