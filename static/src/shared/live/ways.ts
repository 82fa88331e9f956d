// Which way to try next. WebSocket first; where a network swallows, blocks or cuts it, long polling, at once; and
// WebSocket again later, for a network may change its mind. Pure.

export type Way = 'websocket' | 'polling';
export type Plan = {
  /** The next one. */
  way: Way;
  /** How often both ways failed in a row. */
  rounds: number;
  /** How often WebSocket failed, or died young, since it last held. */
  strikes: number;
  /** ms before the next attempt */
  waits: number;
};

export const STEADY = 60_000; // ms: a WebSocket that lived so long holds
const OPEN_WITHIN = { websocket: [4000, 8000, 15_000], polling: [8000, 15_000, 20_000] }; // ms, by rounds
const SHORTEST = 400; // ms between two rounds; doubles up to LONGEST
const LONGEST = 4000;
const LOOK_AGAIN = 15_000; // ms until WebSocket is tried beside polling; doubles up to SELDOM
const SELDOM = 300_000;
const SAME_AGAIN = 1500; // ms, when the workshop itself asked to come later

export const FIRST: Plan = Object.freeze({ way: 'websocket', rounds: 0, strikes: 0, waits: 0 });

/** How long an attempt may take until the room is there, in ms. */
export const within = ({ way: next, rounds }: Plan, way: Way = next) => OPEN_WITHIN[way][Math.min(rounds, 2)];

/** After a line by `way` came to its end. `end`: ms since the room was there; null when it never was. */
export function afterEnd(plan: Plan, way: Way, { lived }: { lived: number | null }): Plan {
  if (way === 'websocket') {
    if (lived !== null && lived >= STEADY) return { ...FIRST, waits: SHORTEST };
    return { ...plan, way: 'polling', strikes: plan.strikes + 1, waits: 0 };
  }
  if (lived !== null) return { ...plan, way: 'websocket', rounds: 0, waits: 0 };
  return {
    ...plan,
    way: 'websocket',
    rounds: plan.rounds + 1,
    waits: Math.min(LONGEST, SHORTEST * 2 ** plan.rounds),
  };
}

/** The workshop answered and said: later. That is no fault of the way. */
export const afterLater = (plan: Plan, way: Way): Plan => ({ ...plan, way, waits: SAME_AGAIN });

/** The room is there. */
export const afterArrival = (plan: Plan): Plan => ({ ...plan, rounds: 0, waits: 0 });

/** When to try WebSocket beside a line that polls, in ms. */
export const lookAgain = ({ strikes }: Plan) => Math.min(SELDOM, LOOK_AGAIN * 2 ** Math.max(0, strikes - 1));

/** The same for everybody would bring a whole room back in one moment. `chance`: 0 to 1. */
export const spread = (ms: number, chance: number) => Math.round(ms * (0.5 + chance));
