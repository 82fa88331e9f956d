// Where this phone placed each card first and last, by its own memory alone: what it said, whether or not that was counted.
// Pure.

import type { CasePart, StageShown } from '../../contract';
import type { Held, Placement } from '../../shared/live/memory';
import { lowered } from '../../shared/strip/words';
import { say, spelt } from '../../shared/ui/say';

/** null is need to know more. `times`: in how many rounds it was placed. */
export interface Path {
  first: string | null;
  last: string | null;
  times: number;
}
/** A card's path among the stages, and what its owner would do about it. */
export interface Move {
  card: string;
  name: string;
  stage: Path | null;
  level: Path | null;
}
export interface Scale {
  stages: Pick<StageShown, 'id' | 'name'>[];
  ends: string[];
}

const number = (round: string) => Number(round.slice(1));

function pathOf(found: (string | null)[]): Path | null {
  return found.length ? { first: found[0], last: found[found.length - 1], times: found.length } : null;
}

/** By card, as the case came to them; cards that were passed over each time are not among them. */
export function moves({ rounds }: Pick<Held, 'rounds'>, { cards }: Pick<CasePart, 'cards'>): Move[] {
  const inOrder = Object.keys(rounds).sort((a, b) => number(a) - number(b));
  return cards.flatMap(({ id, short }) => {
    const said = inOrder
      .map((round): Placement | undefined => rounds[round][id])
      .filter((p): p is Placement => p !== undefined && !p.skipped);
    const stage = pathOf(said.map((p) => p.stage));
    const level = pathOf(said.flatMap((p) => (p.response ? [p.response.level] : [])));
    return stage ? [{ card: id, name: short, stage, level }] : [];
  });
}

/** From 0; the place after the last stage for need to know more; null for a stage that is not of these. */
export function placeOf({ stages }: Pick<Scale, 'stages'>, id: string | null): number | null {
  if (id === null) return stages.length;
  const at = stages.findIndex((s) => s.id === id);
  return at < 0 ? null : at;
}

/** "moved two towards harmful", "stayed", "placed once"; `off`: what the place beside the line is called. */
export function movedWords(scale: Scale, { first, last, times }: Path, off: string): string {
  if (first === last) return say(`phone.takeaway.${times > 1 ? 'stayed' : 'once'}`);
  if (last === null) return say('phone.takeaway.moved_to', { stage: lowered(off) });
  if (first === null) return say('phone.takeaway.moved_from', { stage: lowered(off) });
  const by = (placeOf(scale, last) ?? 0) - (placeOf(scale, first) ?? 0);
  const [low, high] = scale.ends;
  return say('phone.takeaway.moved', { many: spelt(Math.abs(by)), end: by > 0 ? high : low });
}

/** "First inappropriate, last problematic." */
export function pathWords({ stages }: Pick<Scale, 'stages'>, { first, last, times }: Path, off: string) {
  const name = (id: string | null) => stages.find((s) => s.id === id)?.name ?? off;
  return times > 1
    ? say('phone.takeaway.path', { first: lowered(name(first)), last: lowered(name(last)) })
    : say('phone.takeaway.path_once', { stage: lowered(name(last)) });
}
