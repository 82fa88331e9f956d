// When the room ends as it goes, and how many minutes the steps to come would get: the rules of workshop/domain/schedule.py,
// for what a desk shows before anybody presses. tests/messages/schedule.json holds the two together. Pure.

import type { AgendaPart, ClockPart, StepShown } from '../contract';

const MINUTE = 60;
/** From here on, in minutes, it is said that the room is behind or ahead. */
export const SAID_FROM = 3;

export type Going = { agenda: AgendaPart; clock: ClockPart };

/** How many minutes a step gets: as it was fitted, else its own. */
export const minutes = ({ clock }: Going, step: StepShown) =>
  step.id in clock.fit ? clock.fit[step.id] : step.minutes;

/** Seconds that a step has taken so far; the one where the room is goes on. */
export function taken({ agenda, clock }: Going, step: StepShown, now: number) {
  const here = step.id === agenda.steps[agenda.position].id && clock.began !== null;
  const before = step.id in clock.spent ? clock.spent[step.id] : 0;
  return before + (here ? Math.max(0, now - (clock.began ?? now)) : 0);
}

/** Seconds that a step still takes. */
const left = (going: Going, step: StepShown, now: number) =>
  Math.max(0, minutes(going, step) * MINUTE - taken(going, step, now));

const sum = (all: number[]) => all.reduce((whole, n) => whole + n, 0);

/** When the room ends as it goes, in seconds since the epoch. A clock that stands would start now. */
export const ends = (going: Going, now: number) =>
  now + sum(going.agenda.steps.slice(going.agenda.position).map((step) => left(going, step, now)));

/** When it comes to a step as it goes; for what lies before it, none. */
export const begins = (going: Going, at: number, now: number) =>
  at > going.agenda.position
    ? now + sum(going.agenda.steps.slice(going.agenda.position, at).map((step) => left(going, step, now)))
    : null;

/** Whole minutes behind the plan; below nothing, ahead of it; 0 while the clock stands. */
export const behind = (going: Going, now: number) =>
  going.clock.due === null ? 0 : Math.floor((ends(going, now) - going.clock.due) / MINUTE + 0.5);

/** Step → minutes, of those to come that the room has not been in and that do not keep theirs. */
export function fitted(going: Going, now: number): Record<string, number> {
  const { agenda, clock } = going;
  const free = agenda.steps
    .slice(agenda.position + 1)
    .filter((step) => !(step.id in clock.spent) && !clock.keeps.includes(step.id));
  const total = sum(free.map((step) => minutes(going, step))) - behind(going, now);
  const given = shared(
    free.map((step) => step.minutes),
    total,
  );
  return Object.fromEntries(free.map((step, at) => [step.id, given[at]]));
}

/** So many minutes among steps in proportion to their own, whole, and to none less than half of its own. */
export function shared(own: number[], total: number): number[] {
  const halves = own.map((n) => Math.ceil(n / 2));
  const given = [...halves];
  let free = own.map((_, at) => at);
  while (free.length) {
    const rest = total - sum(halves.filter((_, at) => !free.includes(at)));
    const whole = sum(free.map((at) => own[at]));
    const enough = free.filter((at) => own[at] * rest >= halves[at] * whole);
    if (enough.length === free.length) {
      for (const at of free) given[at] = Math.floor((own[at] * rest) / whole);
      const over = rest - sum(free.map((at) => given[at]));
      const lost = (at: number) => (own[at] * rest) % whole;
      for (const at of [...free].sort((a, b) => lost(b) - lost(a)).slice(0, over)) given[at] += 1;
      break;
    }
    free = enough;
  }
  return given;
}
