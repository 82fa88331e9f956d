// Where a phone stands on a card that is placed again, by its own memory alone. Pure.
//
// Rounds are r1, r2… as they were opened. The card's `again` names three of them: the round of its first placing, the one
// after which the phone says where it stood, and the one whose picture was told last, since which it says how it moved.
// What the phone said in the rounds `uncounted` in between, which came to nothing, is not where it stood.

import type { ByRound, Held, Placement } from './memory';

/** `uncounted`: none from a server of before */
export type Again = { first: string; stood: string; told: string; uncounted?: string[] };
/** null is need to know more */
export type Stood = { stood: string | null; told: string | null };
/** why a phone's own place is not counted */
export type LooksOn = 'came_after' | 'skipped' | 'not_known';

const number = (round: string) => Number(round.slice(1));
const isAnswer = (p: Placement | undefined) => Boolean(p && !p.skipped && !p.own);

/** What was counted of a card, round by round, oldest first; warm-ups are not of the case. */
export function counted(sure: ByRound, card: string): [round: string, placement: Placement][] {
  const rounds = Object.keys(sure).sort((a, b) => number(a) - number(b));
  return rounds.filter((round) => isAnswer(sure[round][card])).map((round) => [round, sure[round][card]]);
}

/** Whether what was sent without an answer says the same as what is sure. */
function agrees(held: Held, open: Placement[], round: string, card: string) {
  const sure = held.sure[round]?.[card];
  const all = [...(held.lost[round]?.[card] ?? []), ...open];
  return all.every((p) => isAnswer(p) === isAnswer(sure) && (!isAnswer(p) || p.stage === sure?.stage));
}

/**
 * Where this phone stood, or why it looks on. `open`: what is on its way still, round by round. `now`: the
 * round that is open.
 */
export function standing(
  held: Held,
  card: string,
  now: string,
  again: Again,
  open: (round: string) => Placement[] = () => [],
): Stood | LooksOn {
  const isPast = (round: string) =>
    number(round) >= number(again.first) &&
    number(round) <= number(again.stood) &&
    !again.uncounted?.includes(round);
  const rounds = [...new Set([...Object.keys(held.sure), ...Object.keys(held.rounds)])].filter(isPast);
  if (!rounds.every((round) => agrees(held, open(round), round, card))) return 'not_known';
  const past = counted(held.sure, card).filter(([round]) => isPast(round));
  const told = past.filter(([round]) => number(round) <= number(again.told)).at(-1);
  const stood = past.at(-1);
  if (stood) return told ? { stood: stood[1].stage, told: told[1].stage } : 'not_known';
  const skipped = held.sure[again.first]?.[card]?.skipped;
  return fromWorkshop(held.sure[now]?.[card], again) ?? (skipped ? 'skipped' : 'came_after');
}

/** What this phone would do, card by card, as if it were a place of its own: `standing` goes by it in the same way. */
export function ofResponses(held: Held): Held {
  const rounds = (of: ByRound): ByRound => each(of, (cards) => each(cards, responseOf));
  const lost = each(held.lost, (cards) => each(cards, (all) => all.map(responseOf)));
  return { ...held, rounds: rounds(held.rounds), sure: rounds(held.sure), lost };
}

/** The answer to a second question alone; passed over where there is none. */
export function responseOf(p: Placement): Placement {
  const { level = null, earlier = null, direction = null } = p.response ?? {};
  const skipped = p.skipped || !p.response;
  return {
    ...p,
    stage: level,
    earlier,
    direction,
    skipped,
    missing: [],
    reasons: [],
    certainty: null,
    why: [],
  };
}

const each = <A, B>(of: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));

/** What a phone that has lost its memory learns from the answer the workshop gave back. */
function fromWorkshop(own: Placement | undefined, again: Again): Stood | LooksOn | null {
  if (!own?.direction) return null;
  const stood = own.earlier ?? null;
  if (again.told === again.stood) return { stood, told: stood };
  return own.direction === 'same' ? { stood, told: own.stage } : 'not_known';
}

/** Which way it is from the one place to the other. */
export function direction(stages: { id: string }[], told: string | null, now: string | null) {
  if (told === now) return 'same';
  if (told === null) return 'from_unsure';
  if (now === null) return 'to_unsure';
  const at = (id: string) => stages.findIndex((s) => s.id === id);
  return at(now) > at(told) ? 'harmful' : 'typical';
}
