// What somebody wrote on this device and the room does not have: drafts, forms, and what was refused. Pure: for the place
// where it is all found again, whichever step the room is at, and for the moment when the session ends.

import { isBlank, tidy } from '../helpers/words.js';
import { wordsIn } from './outbox.js';

/**
 * @typedef {{key: string, kind: string, text: string, why: string, operation: string,
 *   send: [name: string, body: any, options?: any] | null}} Left
 * `key`: names the draft, or the operation `operation`. `why`: what was said when it was refused. `send`: how it goes out
 * now, null when what it belongs to has closed
 */

/** By the beginning of a draft's name. @type {[string, string][]} */
const KINDS = [['question', 'question'], ['note', 'note'], ['edit-', 'edit'], ['merge-', 'merge'], ['say-', 'say'], ['explain-', 'explanation'], ['plan-', 'action']];
/** Commands that carry words. @type {Record<string, string>} */
const COMMANDS = { 'questions.ask': 'question', 'formulation.add': 'note', 'formulation.edit': 'edit', 'formulation.merge': 'merge', 'reflection.say': 'say', 'plan.add': 'action', 'plan.edit': 'action' };

const rest = (/** @type {string} */ key) => key.slice(key.indexOf('-') + 1);
const kindOf = (/** @type {string} */ key) => KINDS.find(([begin]) => key.startsWith(begin))?.[1] ?? '';

/** How a draft is sent from where its field is not. @type {Record<string, (key: string, text: string, base: any, parts: Record<string, any>) => Left['send']>} */
const SENDING = {
  question: (_key, text) => ['questions.ask', { text }],
  note: (key, text, base) => ['formulation.add', { section: base?.section ?? rest(key), text }],
  edit: (key, text, base) => (base === undefined ? null : ['formulation.edit', { note: rest(key), text, base }]),
  say: (key, text, _base, { reflection }) => (reflection?.state === 'open' ? said(reflection.round, rest(key), text) : null),
};

/** Closing words: the newest of a field takes the place of those before. @param {string} round @param {string} field @param {string} text @returns {[string, any, any]} */
export const said = (round, field, text) => ['reflection.say', { round, field, text }, { about: `${round} ${field}`, round }];

const ACTION = ['target', 'action', 'why', 'who', 'by_when', 'review'];

/** What of a command's words may name somebody; two fields of an action are meant to hold days. @param {any} body @returns {string} */
export const lookedAt = (body) => ['text', 'action', 'why', 'who'].map((name) => body[name]).filter(Boolean).join(' · ');

/**
 * What the draft of an action is called: of one that is changed, of words that came back, of one for a need or for a group.
 * @param {any} start
 */
export const planKey = (start) => (start.id ? `plan-${start.id}` : `plan-new-${start.from || start.note || start.target}`);

/** An action as it is sent, from the fields of its form. @param {Record<string, string>} fields @param {any} base @returns {[string, any]} */
export function actionOf(fields, base) {
  const { id = '' } = fields;
  const body = { ...Object.fromEntries(ACTION.map((name) => [name, tidy(fields[name] ?? '')])), note: fields.note || null };
  return id ? ['plan.edit', { ...body, id, base }] : ['plan.add', body];
}

/**
 * @param {{held: import('./drafts.js').Drafts, operations?: import('./outbox.js').Operation[], parts: Record<string, any>, shown?: ReadonlyMap<string, number>}} known
 * `shown`: what can be seen on the page anyway, and is not told twice
 * @returns {Left[]}
 */
export function wordsLeft({ held, operations = [], parts, shown = new Map() }) {
  const isSaved = (/** @type {string} */ key) => held.bases[key]?.saved === held.drafts[key]; // saved as it was typed
  const drafts = Object.entries(held.drafts).filter(([key]) => !isSaved(key)).map(([key, text]) => {
    const kind = kindOf(key);
    return { key, kind, text, why: '', operation: '', send: SENDING[kind]?.(key, tidy(text), held.bases[key], parts) ?? null };
  });
  const forms = Object.entries(held.forms).map(([key, { fields, base }]) => ({
    key, kind: 'action', text: wordsIn(fields), why: '', operation: '', send: !isBlank(fields.action ?? '') ? actionOf(fields, base) : null,
  }));
  const asked = operations.filter((o) => COMMANDS[o.name] && o.state !== 'sent').map((o) => ({
    key: o.id, kind: COMMANDS[o.name], text: wordsIn(o.body), why: o.message, operation: o.id, send: again(o, parts),
  }));
  return [...drafts, ...forms, ...asked].filter((left) => left.kind && !isBlank(left.text) && !shown.get(left.key));
}

/** Refused words, sent anew: closing words in the round that is open now, a change to a note or an action as one of its own. @param {any} operation @param {Record<string, any>} parts @returns {Left['send']} */
function again({ name, body, state }, parts) {
  if (state !== 'refused') return null; // it waits, and goes by itself
  if (name === 'reflection.say') return SENDING.say(`say-${body.field}`, body.text, null, parts);
  if (name === 'plan.edit' || name === 'plan.add') return actionOf({ ...body, id: '' }, undefined);
  return name === 'questions.ask' || name === 'formulation.add' ? [name, body] : null;
}
