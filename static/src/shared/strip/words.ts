// The strip in words: the drawing's name for a screen reader, and the sentence of movement.
// Mirrors workshop/drawing/strip_words.py; both are tested against tests/messages/strip/*.json.

import { listed, say } from '../ui/say';

const FEW = 3; // a direction in which fewer than this many moved is never named alone

export type Counts = { tallies: number[]; need_to_know: number };

/**
 * "21 placed: 1 at developmentally expected, 9 at inappropriate; 3 need to know more. Split.". `options`:
 * own: the position of this phone's stage (-1: need to know more), known to the phone only; camps: how many,
 * and their reasons, of each end of a split.
 */
export function inWords(
  names: string[],
  tallies: number[] | null,
  needToKnow: number,
  {
    label = null,
    before = null,
    own = null,
    camps = [],
    levels = false,
  }: {
    label?: string | null;
    before?: Counts | null;
    own?: number | null;
    camps?: [n: number, reasons: readonly string[]][];
    levels?: boolean | undefined;
  } = {},
) {
  if (!tallies || total(tallies) < 5 || (before && total(before.tallies) < 5))
    return say('common.strip.too_few');
  const area = levels ? 'common.strip.level' : 'common.strip';
  const now = byStage(names, tallies, needToKnow, area);
  const sentences = before
    ? [
        say('common.strip.before', { stages: byStage(names, before.tallies, before.need_to_know, area) }),
        say('common.strip.now', { stages: now }),
      ]
    : [say(`${area}.placed`, { n: total(tallies), stages: now })];
  if (label) sentences.push(say(`common.labels.${label}`));
  const named = byCamp(camps, total(tallies));
  if (named) sentences.push(named);
  const spoken = `${sentences.join('. ')}.`;
  return own === null ? spoken : `${spoken} ${ownWords(names, own)}`;
}

function byCamp(camps: [n: number, reasons: readonly string[]][], placed: number) {
  const withReasons = camps.filter(([, reasons]) => reasons.length);
  return withReasons
    .map(([n, reasons]) => say('common.strip.named', { n, placed, reasons: listed(reasons.map(lowered)) }))
    .join('; ');
}

const ownWords = (names: string[], own: number) =>
  own < 0 ? say('common.strip.yours_off') : say('common.strip.yours', { stage: lowered(names[own]) });

const total = (counts: number[]) => counts.reduce((sum, n) => sum + n, 0);

function byStage(names: string[], tallies: number[], needToKnow: number, area: string) {
  const stages = names
    .map((name, at) => (tallies[at] ? say('common.strip.at', { n: tallies[at], stage: lowered(name) }) : ''))
    .filter(Boolean);
  return needToKnow ? `${listed(stages)}; ${say(`${area}.need_to_know`, { n: needToKnow })}` : listed(stages);
}

/** A stage's name inside a sentence; an abbreviation stays. */
export function lowered(name: string) {
  const second = name.slice(1, 2);
  const ordinary =
    name.length === 1 || (second && second === second.toLowerCase() && second !== second.toUpperCase());
  return ordinary ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

export type Moved = { side: 'low' | 'same' | 'high' | 'any' | 'off'; n: number | null; text: string };

/** How many moved, and whither. */
export type Shift = {
  typical?: number | null;
  same?: number;
  harmful?: number | null;
  to_unsure?: number;
  from_unsure?: number;
  moved?: number | null;
  few?: boolean;
};

/**
 * The sentence of movement, left to right, then to and from need to know more. Each is 0 or at least three;
 * of reports before, a direction of one or two people is joined with the other, and under three in all no
 * number of them is said. `ends`: the scale's two ends. `levels`: of what people would do.
 */
export function movementParts(
  movement: Shift | null | undefined,
  ends: string[],
  levels: boolean | undefined = false,
): Moved[] {
  const area = levels ? 'common.strip.level' : 'common.strip';
  if (!movement) return [];
  const { low, high, moved, few, apart } = sums(movement);
  const stayed: Moved[] = movement.same
    ? [{ side: 'same', n: movement.same, text: say('common.strip.stayed') }]
    : [];
  if (few) return [{ side: 'any', n: null, text: say('common.strip.few_moved') }, ...stayed];
  if (!apart) return moved ? [{ side: 'any', n: moved, text: say('common.strip.moved') }, ...stayed] : stayed;
  const parts: Moved[] = [
    { side: 'low', n: low, text: say('common.strip.towards', { end: ends[0] }) },
    ...stayed,
    { side: 'high', n: high, text: say('common.strip.towards', { end: ends[1] }) },
    { side: 'off', n: movement.to_unsure ?? 0, text: say(`${area}.to_unsure`) },
    { side: 'off', n: movement.from_unsure ?? 0, text: say(`${area}.from_unsure`) },
  ];
  return parts.filter((part) => part.n);
}

/** Both directions, all that moved along the line, and how much of it may be said. */
function sums(movement: Shift) {
  const low = movement.typical ?? 0;
  const high = movement.harmful ?? 0;
  const moved = ('moved' in movement ? movement.moved : null) ?? low + high;
  const few = ('few' in movement && movement.few) || isFew(moved);
  return { low, high, moved, few, apart: (movement.typical ?? null) !== null && !isFew(low) && !isFew(high) };
}

const isFew = (n: number) => n > 0 && n < FEW;
