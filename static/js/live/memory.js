// What this phone placed. It alone knows: for "your earlier stage", its own dot, and the takeaway.

import { signal } from '../helpers/html.js';

/**
 * @typedef {{stage: string | null, missing: string[], reasons: string[], certainty: number | null, skipped: boolean}} Placement
 * @typedef {{rounds: Record<string, Record<string, Placement>>, order: string[], drafts: Record<string, string>, kept: Record<string, any>}} Held
 */

/** @returns {Held} */
const empty = () => ({ rounds: {}, order: [], drafts: {}, kept: {} });

/** Everything this phone said of a card, round by round. @param {Held} held @param {string[]} rounds @param {string} card */
const said = (held, rounds, card) => rounds.map((round) => held.rounds[round][card]).filter(Boolean);

/** What it last said of a card before a round, with a stage. @param {Held} held @param {string} round @param {string} card */
function earlier(held, round, card) {
  const before = held.order.includes(round) ? held.order.slice(0, held.order.indexOf(round)) : held.order;
  return said(held, before, card).filter((p) => p.stage !== null).at(-1) ?? null;
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
    earlier: (/** @type {string} */ round, /** @type {string} */ card) => earlier(held.value, round, card),
    latest: (/** @type {string} */ card) => said(held.value, held.value.order, card).filter((p) => !p.skipped).at(-1) ?? null,
    /** Unsent words survive a reload. @param {string} where @param {string} text */
    draft(where, text) {
      keep({ drafts: { ...held.value.drafts, [where]: text } });
    },
    /** Anything else this phone said. @param {string} what @param {any} value */
    note(what, value) {
      keep({ kept: { ...held.value.kept, [what]: value } });
    },
    /** The server tells a phone that has lost its memory what it holds for it. @param {any} own */
    refill(own) {
      if (own && !held.value.order.includes(own.round)) {
        keep({ rounds: { ...held.value.rounds, [own.round]: own.placements }, order: [...held.value.order, own.round] });
      }
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
