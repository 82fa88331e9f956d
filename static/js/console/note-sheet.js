// What can be done with one note: change its words, move it, join it with another, merge it into another.

import { Words } from '../elements/asking.js';
import { Merging } from '../elements/merging.js';
import { Sheet } from '../elements/sheet.js';
import { html, useSignal } from '../helpers/html.js';
import { say, sayEach } from '../helpers/say.js';

/** @param {{room: any, part: any, kind: string, note: any, onClose: () => void}} props */
export function NoteSheet({ room, part, kind, note, onClose }) {
  /** @param {string} name @param {any} body */
  const send = async (name, body) => {
    const ack = await room.post(name, body);
    if (ack.ok) onClose();
    return ack;
  };
  const title = { edit: say('console.formulation.edit'), move: say('console.formulation.to'), join: say('console.formulation.joining'), merge: say('console.formulation.merge_into') }[/** @type {'edit'} */ (kind)];
  const Form = { edit: Edit, move: Move, join: Join, merge: Merge }[/** @type {'edit'} */ (kind)];
  return html`<${Sheet} title=${title} onClose=${onClose}><p class="quote">${note.text}</p>
    <${Form} ...${{ room, part, note, send }} />${room.said.value && html`<p class="state state--refused" role="alert">${room.said.value}</p>`}<//>`;
}

/** @param {any} props */
function Edit({ room, part, note, send }) {
  const now = part.notes.find((/** @type {any} */ n) => n.id === note.id) ?? note;
  return html`<${Words} room=${room} where=${`edit-${note.id}`} label=${say('console.formulation.edit')} start=${note.text} limit=${200} long=${true} button=${say('console.save')} aid=${say('console.no_names')} base=${now.version} now=${now.text} onBehind=${say('common.left.own')} onSend=${(/** @type {string} */ text, /** @type {number} */ base) => send('formulation.edit', { note: note.id, text, base })} />`;
}

/** @param {any} props */
function Move({ part, note, send }) {
  const others = part.sections.filter((/** @type {any} */ s) => s.id !== note.section);
  return html`<ul class="choices">${others.map((/** @type {any} */ s) => html`<li><button type="button" onClick=${() => send('formulation.move', { note: note.id, section: s.id })}>${s.title}</button></li>`)}</ul>`;
}

/** @param {any} props */
function Join({ part, note, send }) {
  const kind = useSignal('because');
  return html`<div class="shows" role="group" aria-label=${say('console.formulation.kind')}>${Object.entries(sayEach('console.formulation.kinds')).map(([id, words]) => html`<button type="button" aria-pressed=${kind.value === id} onClick=${() => { kind.value = id; }}>${words}</button>`)}</div>
    <${Others} part=${part} note=${note} onPick=${(/** @type {any} */ n) => send('formulation.link', { source: note.id, target: n.id, kind: kind.value })} />`;
}

/** @param {any} props */
function Merge({ room, part, note, send }) {
  const into = useSignal(/** @type {any} */ (null));
  if (!into.value) return html`<${Others} part=${part} note=${note} onPick=${(/** @type {any} */ n) => { into.value = n; }} />`;
  return html`<${Merging} ...${{ room, notes: part.notes, note, into: into.value, label: say('console.formulation.words'), button: say('console.formulation.merged') }} onSend=${(/** @type {any} */ body) => send('formulation.merge', body)} />`;
}

/** The other notes, by section. @param {any} props */
function Others({ part, note, onPick }) {
  const groups = part.sections.map((/** @type {any} */ s) => ({ ...s, notes: part.notes.filter((/** @type {any} */ n) => n.section === s.id && n.id !== note.id) }));
  return html`<div class="others">${groups.filter((/** @type {any} */ g) => g.notes.length).map((/** @type {any} */ g) => html`<h3 class="eyebrow">${g.title}</h3><ul class="choices">${g.notes.map((/** @type {any} */ n) => html`<li><button type="button" onClick=${() => onPick(n)}>${n.text}</button></li>`)}</ul>`)}</div>`;
}
