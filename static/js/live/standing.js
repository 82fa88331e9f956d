// Where a phone stands on a card that is placed again, by its own memory alone. Pure.
//
// Rounds are r1, r2… as they were opened. The card's `again` names three of them: the round of its first placing, the one
// after which the phone says where it stood, and the one whose picture was told last, since which it says how it moved.
// What the phone said in the rounds `uncounted` in between, which were closed and never shown, is not where it stood.

/** @typedef {import('./memory.js').Placement} Placement */
/** @typedef {import('./memory.js').Held} Held */
/** @typedef {{first: string, stood: string, told: string, uncounted?: string[]}} Again `uncounted`: none from a server of before */
/**
 * @typedef {{stood: string | null, told: string | null}} Stood null is need to know more
 * @typedef {'came_after' | 'skipped' | 'not_known'} LooksOn why a phone's own place is not counted
 */

const number = (/** @type {string} */ round) => Number(round.slice(1));
const isAnswer = (/** @type {Placement | undefined} */ p) => Boolean(p && !p.skipped && !p.own);

/**
 * What was counted of a card, round by round, oldest first; warm-ups are not of the case.
 * @param {import('./memory.js').ByRound} sure @param {string} card @returns {[round: string, placement: Placement][]}
 */
export function counted(sure, card) {
  const rounds = Object.keys(sure).sort((a, b) => number(a) - number(b));
  return rounds.filter((round) => isAnswer(sure[round][card])).map((round) => [round, sure[round][card]]);
}

/** Whether what was sent without an answer says the same as what is sure. @param {Held} held @param {Placement[]} open @param {string} round @param {string} card */
function agrees(held, open, round, card) {
  const sure = held.sure[round]?.[card];
  const all = [...(held.lost[round]?.[card] ?? []), ...open];
  return all.every((p) => isAnswer(p) === isAnswer(sure) && (!isAnswer(p) || p.stage === sure?.stage));
}

/**
 * Where this phone stood, or why it looks on. `open`: what is on its way still, round by round.
 * @param {Held} held @param {string} card @param {string} now the round that is open @param {Again} again
 * @param {(round: string) => Placement[]} [open] @returns {Stood | LooksOn}
 */
export function standing(held, card, now, again, open = () => []) {
  const isPast = (/** @type {string} */ round) => number(round) >= number(again.first) && number(round) <= number(again.stood) && !again.uncounted?.includes(round);
  const rounds = [...new Set([...Object.keys(held.sure), ...Object.keys(held.rounds)])].filter(isPast);
  if (!rounds.every((round) => agrees(held, open(round), round, card))) return 'not_known';
  const past = counted(held.sure, card).filter(([round]) => isPast(round));
  const told = past.filter(([round]) => number(round) <= number(again.told)).at(-1);
  const stood = past.at(-1);
  if (stood) return told ? { stood: stood[1].stage, told: told[1].stage } : 'not_known';
  const skipped = held.sure[again.first]?.[card]?.skipped;
  return fromWorkshop(held.sure[now]?.[card], again) ?? (skipped ? 'skipped' : 'came_after');
}

/** What a phone that has lost its memory learns from the answer the workshop gave back. @param {Placement | undefined} own @param {Again} again @returns {Stood | LooksOn | null} */
function fromWorkshop(own, again) {
  if (!own?.direction) return null;
  const stood = own.earlier ?? null;
  if (again.told === again.stood) return { stood, told: stood };
  return own.direction === 'same' ? { stood, told: own.stage } : 'not_known';
}

/**
 * Which way it is from the one place to the other. @param {{id: string}[]} stages @param {string | null} told @param {string | null} now
 */
export function direction(stages, told, now) {
  if (told === now) return 'same';
  if (told === null) return 'from_unsure';
  if (now === null) return 'to_unsure';
  const at = (/** @type {string} */ id) => stages.findIndex((s) => s.id === id);
  return at(now) > at(told) ? 'harmful' : 'typical';
}
