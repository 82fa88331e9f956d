// Words that somebody is typing and has not sent: on this device, letter by letter, until they are sent or taken away.
// With each goes what it grew from, so that what somebody else changes meanwhile is not written over unseen.

import { signal } from '../helpers/html.js';

/**
 * @typedef {{text: string, base?: any}} Draft `base`: the version that the words grew from, where they change something
 * @typedef {{fields: Record<string, string>, base?: any}} Form the same of a form of several fields
 * @typedef {{drafts: Record<string, string>, bases: Record<string, any>, forms: Record<string, Form>}} Drafts
 */

/** @returns {Drafts} */
export const noDrafts = () => ({ drafts: {}, bases: {}, forms: {} });

/** @template T @param {Record<string, T>} of @param {string} where @param {T | undefined} value @returns {Record<string, T>} */
function put(of, where, value) {
  const next = { ...of };
  if (value === undefined) delete next[where];
  else next[where] = value;
  return next;
}

/**
 * `fresh` is what lies there now: another tab of this browser may have written since.
 * @param {{value: Drafts}} held @param {(change: Partial<Drafts>) => void} keep @param {() => Partial<Drafts>} fresh
 */
export function drafting(held, keep, fresh) {
  /** @type {{value: ReadonlyMap<string, number>}} */
  const shown = signal(new Map());
  /** @param {string} where @param {number} by */
  const count = (where, by) => { shown.value = new Map(shown.value).set(where, (shown.value.get(where) ?? 0) + by); };
  return {
    /** Which drafts (and operations) can be seen on the page now. */
    shown,
    /** It can be seen, until the returned function is called. @param {string} where */
    shows(where) {
      count(where, 1);
      return () => count(where, -1);
    },
    /** @param {string} where @param {string} text @param {any} [base] */
    draft(where, text, base) {
      const { drafts = held.value.drafts, bases = held.value.bases } = fresh();
      keep({ drafts: put(drafts, where, text), bases: put(bases, where, base) });
    },
    /** @param {string} where @returns {Draft | null} */
    drafted(where) {
      const text = held.value.drafts[where];
      return text === undefined ? null : { text, base: held.value.bases[where] };
    },
    /** @param {string} where @param {Record<string, string>} fields @param {any} [base] */
    draftForm(where, fields, base) {
      const { forms = held.value.forms } = fresh();
      keep({ forms: put(forms, where, { fields, base }) });
    },
    /** Sent, or taken away. @param {string} where */
    undraft(where) {
      const { drafts = held.value.drafts, bases = held.value.bases, forms = held.value.forms } = fresh();
      keep({ drafts: put(drafts, where, undefined), bases: put(bases, where, undefined), forms: put(forms, where, undefined) });
    },
  };
}
