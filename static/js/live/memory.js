// What this phone placed. It alone knows: for "your earlier stage", its own dot, and the takeaway.
// What it said and what was counted are two things: standing.js tells from both where the phone stands.

import { signal } from '../helpers/html.js';
import { drafting, noDrafts } from './drafts.js';
import { counted } from './standing.js';

/**
 * @typedef {{stage: string | null, missing: string[], reasons: string[], certainty: number | null, skipped: boolean,
 *   earlier?: string | null, direction?: string | null, why?: string[], own?: boolean}} Placement
 * The last four of a card that is placed again; `own`: it stays on this phone and is not counted.
 * @typedef {Record<string, Record<string, Placement>>} ByRound round → card → what was said
 * @typedef {object} Held
 * @property {ByRound} rounds what was said last
 * @property {ByRound} sure what the workshop has, as it answered
 * @property {Record<string, Record<string, Placement[]>>} lost sent without an answer before the round closed: counted, or not
 * @property {[round: string, card: string] | null} under the card that was tapped and not left yet
 * @property {string[]} order
 * @property {Record<string, string>} drafts words that were not sent; `bases`, `forms`: see drafts.js
 * @property {Record<string, any>} bases
 * @property {Record<string, import('./drafts.js').Form>} forms
 * @property {Record<string, any>} kept
 */

/** @returns {Held} */
const empty = () => ({ rounds: {}, sure: {}, lost: {}, under: null, order: [], kept: {}, ...noDrafts() });

/** With a card's value set, or taken out. @template T @param {Record<string, Record<string, T>>} of @param {string} round @param {string} card @param {T | undefined} value */
function having(of, round, card, value) {
  const cards = { ...of[round] };
  if (value === undefined) delete cards[card];
  else cards[card] = value;
  return { ...of, [round]: cards };
}

/** What this phone placed, and what came of it. @param {{value: Held}} held @param {(change: Partial<Held>) => void} keep */
function placements(held, keep) {
  return {
    /** @param {string} round @param {string} card @param {Placement} placement */
    place(round, card, placement) {
      const { rounds, order } = held.value;
      keep({
        rounds: { ...rounds, [round]: { ...rounds[round], [card]: placement } },
        order: order.includes(round) ? order : [...order, round],
      });
    },
    /** @param {string} round @returns {Record<string, Placement>} */
    placed: (round) => held.value.rounds[round] ?? {},
    /** The card that was tapped and not left yet. @param {[round: string, card: string] | null} under */
    under(under) {
      keep({ under });
    },
    /** The workshop has it. @param {string} round @param {string} card @param {Placement} placement */
    counted(round, card, placement) {
      keep({ sure: having(held.value.sure, round, card, placement), lost: having(held.value.lost, round, card, undefined) });
    },
    /** It was refused: what was counted before stands. @param {string} round @param {string} card */
    refused(round, card) {
      keep({ rounds: having(held.value.rounds, round, card, held.value.sure[round]?.[card]) });
    },
    /** Sent, and never answered before the round closed. @param {string} round @param {string} card @param {Placement} placement */
    unanswered(round, card, placement) {
      const { lost } = held.value;
      keep({ lost: having(lost, round, card, [...(lost[round]?.[card] ?? []), placement]) });
    },
    /** What this phone last had counted of a card, with or off a stage. @param {string} card */
    latest: (card) => counted(held.value.sure, card).at(-1)?.[1] ?? null,
    /** What the workshop holds of the round that is open; a phone that has lost its memory learns it from there. @param {any} own */
    refill(own) {
      if (!own) return;
      const { rounds, order, sure } = held.value;
      const here = Object.fromEntries(Object.entries(own.placements).map(([card, said]) => [card, { ...said }]));
      const now = { sure: { ...sure, [own.round]: here } };
      keep(order.includes(own.round) ? now : { ...now, rounds: { ...rounds, [own.round]: here }, order: [...order, own.round] });
    },
  };
}

/** @param {{read: () => any, write: (value: any) => void, clear: () => void}} store */
export function memory(store) {
  /** @type {{value: Held}} */
  const held = signal({ ...empty(), ...(store.read() ?? {}) });
  let lasting = true;
  /** @param {Partial<Held>} change */
  const keep = (change) => {
    held.value = { ...held.value, ...change };
    if (lasting) store.write(held.value);
  };
  return {
    held,
    ...placements(held, keep),
    ...drafting(held, keep, () => (lasting ? store.read() ?? {} : {})),
    /** Anything else this phone said. @param {string} what @param {any} value */
    note(what, value) {
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
