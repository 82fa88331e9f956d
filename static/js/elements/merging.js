// Two notes become one: a field with the words of both, so that nobody's vanish by a tap.

import { html, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Words } from './asking.js';

/** @typedef {{id: string, text: string, version: number}} Note */
const LIMIT = 200;

/** The words of both, once when they are the same. @param {string} into @param {string} note */
export function together(into, note) {
  if (into.toLowerCase().includes(note.toLowerCase())) return into;
  if (note.toLowerCase().includes(into.toLowerCase())) return note;
  return /[.!?;]$/.test(into) ? `${into} ${note}` : `${into}; ${note}`;
}

/**
 * What changes meanwhile is shown, and taken as read.
 * @param {{room: any, notes: Note[], note: Note, into: Note, label: string, button: string, onSend: (body: any) => any}} props
 */
export function Merging({ room, notes, note, into, label, button, onSend }) {
  const where = `merge-${note.id}-${into.id}`;
  const first = useSignal(room.memory.drafted(where)?.base ?? { [note.id]: note.version, [into.id]: into.version });
  const now = { note: find(notes, note), into: find(notes, into) };
  const changed = [now.note, now.into].filter((n) => first.value[n.id] !== n.version);
  /** @param {string} text */
  const send = (text) => onSend({ note: note.id, into: into.id, text, base: now.into.version, note_base: now.note.version });
  return html`<p class="quote small">${now.into.text}</p>${changed.map((n) => html`<p class="state" role="alert" key=${n.id}>${say('common.changed_to')} “${n.text}”</p>`)}
    <${Words} room=${room} where=${where} base=${first.value} label=${label} start=${together(into.text, note.text)} limit=${LIMIT} long=${true} button=${button} aid=${say('common.no_names')} onSend=${send} />`;
}

/** As it is now; as it was when it has gone, and the workshop will say so. @param {Note[]} notes @param {Note} note */
const find = (notes, note) => notes.find((n) => n.id === note.id) ?? note;
