// Whatever a page says, by id. The catalogue comes by itself (words/en.json, of which a page gets its areas) and is given
// once, before the page draws. A message is a string with {gaps}, an object of plural forms, chosen by the value `n`, or a
// list of messages; any other object is an area. The workshop reads the same in workshop/words.

/** @typedef {string | {[form: string]: string} | string[]} Message */
/** @typedef {Record<string, string | number>} Values */

const GAP = /\{(\w+)\}/g;

/** @type {any} */
let catalogue = {};
let plurals = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en', { useGrouping: false });
/** @type {(id: string) => string} */
let lacking = (id) => id;

/**
 * Before a page draws. `lacks` answers for what is not in the catalogue: an id, or a value that a message asks for. A page
 * shows the id: somebody who reads it can go on, and can say what they read; an empty button says nothing to anybody.
 * Tests throw. @param {any} words @param {string} language a BCP 47 tag @param {(id: string) => string} [lacks]
 */
export function give(words, language, lacks = (id) => id) {
  catalogue = words;
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language, { useGrouping: false });
  lacking = lacks;
}

/** @param {string} id @returns {any} a message, an area or undefined */
const found = (id) => id.split('.').reduce((place, name) => (typeof place === 'object' ? place[name] : undefined), catalogue);

/** A value as it is read: numbers in the language's digits. @param {string | number} value */
const written = (value) => (typeof value === 'number' ? numbers.format(value) : value);

/** The sentence with its gaps, in the form that `n` asks for. @param {string} id @param {Values} values @returns {string} */
function sentence(id, values) {
  const message = found(id);
  if (typeof message === 'string') return message;
  const form = message && (message[plurals.select(Number(values.n))] ?? message.other);
  return typeof form === 'string' ? form : lacking(id);
}

/** @param {string} text @param {string} id @param {Values} values */
const filled = (text, id, values) => text.replace(GAP, (_, name) => (name in values ? String(written(values[name])) : lacking(`${id} {${name}}`)));

/** One message: say('phone.board.card', { at: 1, of: 8 }). @param {string} id @param {Values} [values] */
export const say = (id, values = {}) => filled(sentence(id, values), id, values);

/** Every message of a list. @param {string} id @param {Values} [values] @returns {string[]} */
export function sayAll(id, values = {}) {
  const list = found(id);
  return Array.isArray(list) ? list.map((text) => filled(text, id, values)) : [lacking(id)];
}

/** Every message of an area by its name: { title: 'A break', text: … }. @param {string} id @returns {Record<string, any>} */
export const sayEach = (id) => Object.fromEntries(Object.keys(found(id) ?? { [lacking(id)]: '' })
  .map((name) => [name, Array.isArray(found(`${id}.${name}`)) ? sayAll(`${id}.${name}`) : say(`${id}.${name}`)]));

/**
 * A message of which some values stand out: the text in pieces, and each value as `look` draws it.
 * @param {string} id @param {Values} values @param {(words: string, name: string) => any} look @returns {any[]}
 */
export const sayAround = (id, values, look) => sentence(id, values).split(GAP)
  .map((piece, at) => (at % 2 ? look(filled(`{${piece}}`, id, values), piece) : piece));

/** Small numbers as words, as a person would say them. @param {number} n */
export const spelt = (n) => (found(`common.number.${n}`) ? say(`common.number.${n}`) : written(n));

/** "one, two, three", as the language joins them. @param {readonly string[]} words @returns {string} */
export const listed = (words) => (words.length > 1 ? say('common.comma', { first: words[0], rest: listed(words.slice(1)) }) : words[0] ?? '');

/** Names of what the workshop knows by ids: named('reason', ['consent']). @param {string} kind @param {readonly string[]} ids @returns {string[]} */
export const named = (kind, ids) => ids.map((id) => say(`names.${kind}.${id}`));

/**
 * What the workshop says when it says no: one message, or what happened and what to do.
 * @param {{why: string, values?: Values}} no
 */
export function refusal({ why, values = {} }) {
  const id = `refused.${why}`;
  return Array.isArray(found(id)) ? sayAll(id, values).join('. ') : say(id, values);
}
