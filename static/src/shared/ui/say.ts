// Whatever a page says, by id. The catalogue comes by itself (words/en.json, of which a page gets its areas) and is given
// once, before the page draws. A message is a string with {gaps}, an object of plural forms, chosen by the value `n`, or a
// list of messages; any other object is an area. The workshop reads the same in workshop/words.

type Values = Record<string, string | number>;

const GAP = /\{(\w+)\}/g;

let catalogue: any = {};
let plurals = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en', { useGrouping: false });
let lacking: (id: string) => string = (id) => id;

/**
 * Before a page draws. `lacks` answers for what is not in the catalogue: an id, or a value that a message
 * asks for. A page shows the id: somebody who reads it can go on, and can say what they read; an empty button
 * says nothing to anybody. Tests throw. `language`: a BCP 47 tag.
 */
export function give(words: any, language: string, lacks: (id: string) => string = (id) => id) {
  catalogue = words;
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language, { useGrouping: false });
  lacking = lacks;
}

/** Words that came later: areas of areas that are there. */
export function more(words: Record<string, object>) {
  for (const [area, found] of Object.entries(words))
    catalogue = { ...catalogue, [area]: { ...catalogue[area], ...found } };
}

/** Returns a message, an area or undefined */
const found = (id: string): any =>
  id.split('.').reduce((place, name) => (typeof place === 'object' ? place[name] : undefined), catalogue);

/** A value as it is read: numbers in the language's digits. */
const written = (value: string | number) => (typeof value === 'number' ? numbers.format(value) : value);

/** The sentence with its gaps, in the form that `n` asks for. */
function sentence(id: string, values: Values): string {
  const message = found(id);
  if (typeof message === 'string') return message;
  const form = message && (message[plurals.select(Number(values.n))] ?? message.other);
  return typeof form === 'string' ? form : lacking(id);
}

const filled = (text: string, id: string, values: Values) =>
  text.replace(GAP, (_, name) =>
    name in values ? String(written(values[name])) : lacking(`${id} {${name}}`),
  );

/** One message: say('phone.board.card', { at: 1, of: 8 }). */
export const say = (id: string, values: Values = {}) => filled(sentence(id, values), id, values);

/** Every message of a list. */
export function sayAll(id: string, values: Values = {}): string[] {
  const list = found(id);
  return Array.isArray(list) ? list.map((text) => filled(text, id, values)) : [lacking(id)];
}

/** What an area, or a message, has inside, by name. */
export const namesIn = (id: string): string[] => Object.keys(found(id) ?? {});

/** Every message of an area by its name: { title: 'A break', text: … }. */
export const sayEach = <Area extends object = Record<string, any>>(id: string) =>
  Object.fromEntries(
    Object.keys(found(id) ?? { [lacking(id)]: '' }).map((name) => [
      name,
      Array.isArray(found(`${id}.${name}`)) ? sayAll(`${id}.${name}`) : say(`${id}.${name}`),
    ]),
  ) as Area;

/** A message of which some values stand out: the text in pieces, and each value as `look` draws it. */
export const sayAround = (id: string, values: Values, look: (words: string, name: string) => any): any[] =>
  sentence(id, values)
    .split(GAP)
    .map((piece, at) => (at % 2 ? look(filled(`{${piece}}`, id, values), piece) : piece));

/** Small numbers as words, as a person would say them. */
export const spelt = (n: number) => (found(`common.number.${n}`) ? say(`common.number.${n}`) : written(n));

/** "one, two, three", as the language joins them. */
export const listed = (words: readonly string[]): string =>
  words.length > 1
    ? say('common.comma', { first: words[0], rest: listed(words.slice(1)) })
    : (words[0] ?? '');

/** Names of what the workshop knows by ids: named('reason', ['consent']). */
export const named = (kind: string, ids: readonly string[]): string[] =>
  ids.map((id) => say(`names.${kind}.${id}`));

/** What the workshop says when it says no: one message, or what happened and what to do. */
export type Refusal = { why: string; values?: Values };
export function refusal({ why, values = {} }: Refusal) {
  const id = `refused.${why}`;
  return Array.isArray(found(id)) ? sayAll(id, values).join('. ') : say(id, values);
}
