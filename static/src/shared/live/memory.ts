// What this phone placed. It alone knows: for "your earlier stage", its own dot, and the takeaway.
// What it said and what was counted are two things: standing.ts tells from both where the phone stands.

import { signal } from '@preact/signals';
import type { OwnBoard } from '../../contract';
import { drafting, noDrafts } from './drafts';
import type { Form } from './drafts';
import { counted } from './standing';
import type { Store } from './storage';

/** What one would do, of a card with a second question; the last two as of a card that is placed again. */
export type Response = { level: string | null; earlier?: string | null; direction?: string | null };
/** The last four of a card that is placed again; `own`: it stays on this phone and is not counted. */
export type Placement = {
  stage: string | null;
  missing: string[];
  reasons: string[];
  certainty: number | null;
  skipped: boolean;
  earlier?: string | null;
  direction?: string | null;
  why?: string[];
  response?: Response | null;
  own?: boolean;
};
/** round → card → what was said */
export type ByRound = Record<string, Record<string, Placement>>;
export interface Held {
  rounds: ByRound; // what was said last
  sure: ByRound; // what the workshop has, as it answered
  lost: Record<string, Record<string, Placement[]>>; // sent without an answer before the round closed: counted, or not
  under: [round: string, card: string] | null; // the card that was tapped and not left yet
  order: string[];
  drafts: Record<string, string>; // words that were not sent; `bases`, `forms`: see drafts.ts
  bases: Record<string, unknown>;
  forms: Record<string, Form>;
  kept: Record<string, any>;
}

const empty = (): Held => ({
  rounds: {},
  sure: {},
  lost: {},
  under: null,
  order: [],
  kept: {},
  ...noDrafts(),
});

/** With a card's value set, or taken out. */
function having<T>(of: Record<string, Record<string, T>>, round: string, card: string, value: T | undefined) {
  const cards = { ...of[round] };
  if (value === undefined) delete cards[card];
  else cards[card] = value;
  return { ...of, [round]: cards };
}

/** What this phone placed, and what came of it. */
function placements(held: { value: Held }, keep: (change: Partial<Held>) => void) {
  return {
    place(round: string, card: string, placement: Placement) {
      const { rounds, order } = held.value;
      keep({
        rounds: { ...rounds, [round]: { ...rounds[round], [card]: placement } },
        order: order.includes(round) ? order : [...order, round],
      });
    },
    placed: (round: string): Record<string, Placement> => held.value.rounds[round] ?? {},
    /** The card that was tapped and not left yet. */
    under(under: [round: string, card: string] | null) {
      keep({ under });
    },
    /** The workshop has it. */
    counted(round: string, card: string, placement: Placement) {
      keep({
        sure: having(held.value.sure, round, card, placement),
        lost: having(held.value.lost, round, card, undefined),
      });
    },
    /** It was refused: what was counted before stands, or what is sent again after a loss. */
    refused(round: string, card: string, stands: Placement | undefined = held.value.sure[round]?.[card]) {
      keep({ rounds: having(held.value.rounds, round, card, stands) });
    },
    /** Sent, and never answered before the round closed. */
    unanswered(round: string, card: string, placement: Placement) {
      const { lost } = held.value;
      keep({ lost: having(lost, round, card, [...(lost[round]?.[card] ?? []), placement]) });
    },
    /** What this phone last had counted of a card, with or off a stage. */
    latest: (card: string) => counted(held.value.sure, card).at(-1)?.[1] ?? null,
    /**
     * What the workshop holds of the round that is open; a phone that has lost its memory learns it from
     * there.
     */
    refill(own: OwnBoard | undefined) {
      if (!own) return;
      const { rounds, order, sure } = held.value;
      const here = Object.fromEntries(
        Object.entries(own.placements).map(([card, said]) => [card, { ...said }]),
      );
      const now = { sure: { ...sure, [own.round]: here } };
      keep(
        order.includes(own.round)
          ? now
          : { ...now, rounds: { ...rounds, [own.round]: here }, order: [...order, own.round] },
      );
    },
  };
}

export type Memory = ReturnType<typeof memory>;

export function memory(store: Store<Held>) {
  const held: { value: Held } = signal({ ...empty(), ...(store.read() ?? {}) });
  let lasting = true;
  const keep = (change: Partial<Held>) => {
    held.value = { ...held.value, ...change };
    if (lasting) store.write(held.value);
  };
  return {
    held,
    ...placements(held, keep),
    ...drafting(held, keep, () => (lasting ? (store.read() ?? {}) : {})),
    /** Anything else this phone said. */
    note(what: string, value: unknown) {
      keep({ kept: { ...held.value.kept, [what]: value } });
    },
    /** The session is over: this page still knows what it needs for the takeaway, and the phone keeps none of it. */
    onlyHere() {
      lasting = false;
      store.clear();
    },
    clear() {
      held.value = empty();
      store.clear();
    },
  };
}
