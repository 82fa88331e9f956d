// The strip in words: the drawing's name for a screen reader, and the sentence of movement.
// Mirrors workshop/domain/strip_words.py; both are tested against tests/messages/strip/*.json.

const FEW = 3; // a direction in which fewer than this many moved is never named alone

/** Sentences with gaps. A catalogue gives the other languages. */
export const ENGLISH = Object.freeze({
  placed: '{n} placed: {stages}',
  at: '{n} at {stage}',
  need_to_know: '{n} need to know more',
  before: 'Before: {stages}',
  now: 'Now: {stages}',
  yours: 'You placed it at {stage}.',
  yours_off: 'You need to know more.',
  named: '{n} of {placed} named {reasons}',
  too_few: 'Fewer than five have placed this card. It cannot be shown yet.',
  towards: 'moved towards {end}',
  moved: 'moved',
  stayed: 'stayed',
  to_unsure: 'now need to know more',
  from_unsure: 'no longer need to know more',
  few_moved: 'fewer than three moved',
  lane: 'Need to know more',
  share: 'of {n}',
  at_places: 'placed {places}',
  you: 'You: {stage}',
  labels: Object.freeze({ settled: 'Settled', neighbouring: 'Neighbouring', spread: 'Spread', split: 'Split' }),
});

/** @typedef {typeof ENGLISH} Words */
/** @typedef {{tallies: number[], need_to_know: number}} Counts */

/** @param {string} sentence @param {Record<string, string | number>} gaps */
export const fill = (sentence, gaps) => sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? String(gaps[name]) : gap));

/**
 * "21 placed: 1 at developmentally expected, 9 at inappropriate; 3 need to know more. Split."
 * @param {string[]} names @param {number[] | null} tallies @param {number} needToKnow
 * @param {{label?: string | null, before?: Counts | null, own?: number | null, camps?: [n: number, reasons: readonly string[]][], words?: Words}} [options]
 *   own: the position of this phone's stage (-1: need to know more), known to the phone only; camps: how many, and
 *   their reasons, of each end of a split
 */
export function inWords(names, tallies, needToKnow, { label = null, before = null, own = null, camps = [], words = ENGLISH } = {}) {
  if (!tallies || total(tallies) < 5 || (before && total(before.tallies) < 5)) return words.too_few;
  const now = byStage(names, tallies, needToKnow, words);
  const sentences = before
    ? [fill(words.before, { stages: byStage(names, before.tallies, before.need_to_know, words) }), fill(words.now, { stages: now })]
    : [fill(words.placed, { n: total(tallies), stages: now })];
  const labels = /** @type {Record<string, string>} */ (words.labels);
  if (label && labels[label]) sentences.push(labels[label]);
  const named = byCamp(camps, total(tallies), words);
  if (named) sentences.push(named);
  const spoken = `${sentences.join('. ')}.`;
  return own === null ? spoken : `${spoken} ${ownWords(names, own, words)}`;
}

/** @param {[n: number, reasons: readonly string[]][]} camps @param {number} placed @param {Words} words */
function byCamp(camps, placed, words) {
  const withReasons = camps.filter(([, reasons]) => reasons.length);
  return withReasons.map(([n, reasons]) => fill(words.named, { n, placed, reasons: reasons.map(lowered).join(', ') })).join('; ');
}

/** @param {string[]} names @param {number} own @param {Words} words */
const ownWords = (names, own, words) => (own < 0 ? words.yours_off : fill(words.yours, { stage: lowered(names[own]) }));

/** @param {number[]} counts */
const total = (counts) => counts.reduce((sum, n) => sum + n, 0);

/** @param {string[]} names @param {number[]} tallies @param {number} needToKnow @param {Words} words */
function byStage(names, tallies, needToKnow, words) {
  const stages = names.map((name, at) => (tallies[at] ? fill(words.at, { n: tallies[at], stage: lowered(name) }) : '')).filter(Boolean).join(', ');
  return needToKnow ? `${stages}; ${fill(words.need_to_know, { n: needToKnow })}` : stages;
}

/** A stage's name inside a sentence; an abbreviation stays. @param {string} name */
export function lowered(name) {
  const second = name.slice(1, 2);
  const ordinary = name.length === 1 || (second && second === second.toLowerCase() && second !== second.toUpperCase());
  return ordinary ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

/** @typedef {{side: 'low' | 'same' | 'high' | 'any' | 'off', n: number | null, text: string}} Moved */

/**
 * The sentence of movement, left to right, then to and from need to know more. Each is 0 or at least three; of reports
 * before, a direction of one or two people is joined with the other, and under three in all no number of them is said.
 * @param {{typical?: number | null, same?: number, harmful?: number | null, to_unsure?: number, from_unsure?: number, moved?: number | null, few?: boolean} | null | undefined} movement
 * @param {string[]} ends the scale's two ends @param {Words} [words] @returns {Moved[]}
 */
export function movementParts(movement, ends, words = ENGLISH) {
  if (!movement) return [];
  const { low, high, moved, few, apart } = sums(movement);
  /** @type {Moved[]} */
  const stayed = movement.same ? [{ side: 'same', n: movement.same, text: words.stayed }] : [];
  if (few) return [{ side: 'any', n: null, text: words.few_moved }, ...stayed];
  if (!apart) return moved ? [{ side: 'any', n: moved, text: words.moved }, ...stayed] : stayed;
  /** @type {Moved[]} */
  const parts = [
    { side: 'low', n: low, text: fill(words.towards, { end: ends[0] }) }, ...stayed, { side: 'high', n: high, text: fill(words.towards, { end: ends[1] }) },
    { side: 'off', n: movement.to_unsure ?? 0, text: words.to_unsure }, { side: 'off', n: movement.from_unsure ?? 0, text: words.from_unsure },
  ];
  return parts.filter((part) => part.n);
}

/** Both directions, all that moved along the line, and how much of it may be said. @param {any} movement */
function sums(movement) {
  const low = movement.typical ?? 0;
  const high = movement.harmful ?? 0;
  const moved = ('moved' in movement ? movement.moved : null) ?? low + high;
  const few = ('few' in movement && movement.few) || isFew(moved);
  return { low, high, moved, few, apart: (movement.typical ?? null) !== null && !isFew(low) && !isFew(high) };
}

/** @param {number} n */
const isFew = (n) => n > 0 && n < FEW;
