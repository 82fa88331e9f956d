// The plan: actions by target, needs that have none yet, and a form for either.

import { Icon } from '../elements/icons.js';
import { within } from '../elements/limit.js';
import { Sheet } from '../elements/sheet.js';
import { Sure } from '../elements/sure.js';
import { classes, html, useEffect, useMemo, useRef, useSignal } from '../helpers/html.js';
import { actionOf, planKey } from '../live/left.js';
import { say } from '../helpers/say.js';
import { isBlank } from '../helpers/words.js';
import { Earlier } from './earlier.js';

/** What an action has, and how long it may be. @type {[string, number][]} */
const FIELDS = [['action', 200], ['why', 200], ['who', 60], ['by_when', 60], ['review', 60]];

/** @param {{room: any}} props */
export function Console({ room }) {
  const part = room.part('plan');
  const editing = useSignal(/** @type {any} */ (null));
  if (!part) return null;
  /** @param {any} start */
  const edit = (start) => { editing.value = start; };
  return html`<div class="plan-grid"><div class="qh"><h2>${say('console.plan.title')}</h2><button class="button button--second button--slim" type="button" onClick=${() => edit({ target: part.targets[0] })}><${Icon} name="plus" />${say('console.plan.add')}</button></div>
    ${part.needs.length > 0 && html`<section class="open-needs"><h3 class="eyebrow"><${Icon} name="open" />${say('console.plan.needs')}</h3><ul>${part.needs.map((/** @type {any} */ n) => html`<li key=${n.note}><span>${n.text}</span><button class="linkish" type="button" aria-label=${`${say('console.plan.add_for')}: ${n.text}`} onClick=${() => edit({ target: part.targets[0], note: n.note, why: n.text })}>${say('console.plan.add_for')}</button></li>`)}</ul></section>`}
    ${part.targets.map((/** @type {string} */ target) => html`<${Target} key=${target} ...${{ room, target, onEdit: edit }} actions=${part.actions.filter((/** @type {any} */ a) => a.target === target)} />`)}
    ${editing.value && html`<${Form} ...${{ room, part }} start=${editing.value} onClose=${() => edit(null)} />`}</div>`;
}

/** @param {any} props */
function Target({ room, target, actions, onEdit }) {
  const name = say(`names.target.${target}`);
  return html`<section class="target-group"><h3>${name} <button class="linkish" type="button" aria-label=${`${say('console.plan.add')}: ${name}`} onClick=${() => onEdit({ target })}><${Icon} name="plus" />${say('common.add')}</button></h3>
    ${!actions.length && html`<p class="small faint">${say('console.plan.none')}</p>`}
    <ul>${actions.map((/** @type {any} */ a) => html`<li class="sheet action" key=${a.id}><p>${a.action}</p>${a.why && html`<p class="why">${a.why}</p>`}
      <div class="owner">${a.who && html`<span><${Icon} name="person" />${a.who}</span>`}${a.by_when && html`<span><${Icon} name="calendar" />${a.by_when}</span>`}${a.review && html`<span><${Icon} name="waiting" />${a.review}</span>`}</div>
      <${Earlier} room=${room} of="actions" id=${a.id} />
      <div class="row"><button class="linkish" type="button" aria-label=${`${say('console.change')}: ${a.action}`} onClick=${() => onEdit(a)}>${say('console.change')}</button>
      <${Sure} words=${say('console.remove')} sure=${say('console.plan.remove_sure')} yes=${say('console.remove')} no=${say('console.plan.keep')} onYes=${() => room.post('plan.remove', { id: a.id })} /></div></li>`)}</ul></section>`;
}

/** @param {any} props */
function Form({ room, part, start: first, onClose }) {
  const where = planKey(first);
  const draft = useMemo(() => room.memory.held.value.forms[where], [where]);
  useEffect(() => room.memory.shows(where), [where]);
  const start = { ...first, ...draft?.fields };
  const base = draft?.base ?? first.version;
  const now = part.actions.find((/** @type {any} */ a) => a.id === first.id);
  const busy = useRef(false);
  /** @param {any} form @returns {Record<string, string>} */
  const read = ({ elements }) => ({ id: first.id ?? '', target: elements.target.value, note: elements.note.value, ...Object.fromEntries(FIELDS.map(([name]) => [name, elements[name].value])) });
  /** @param {any} event */
  const typed = (event) => room.memory.draftForm(where, read(event.currentTarget), base);
  /** @param {any} event */
  const save = async (event) => {
    event.preventDefault();
    const words = read(event.target);
    if (isBlank(words.action)) { event.target.elements.action.focus(); return; }
    if (busy.current) return; // a second press while the first is on its way
    busy.current = true;
    const ack = await room.post(...actionOf(words, base));
    busy.current = false;
    if (!ack.ok) return;
    room.memory.undraft(where);
    onClose();
  };
  const notes = notesFor(room, part, start);
  return html`<${Sheet} title=${start.id ? say('console.plan.edit') : say('console.plan.add')} onClose=${onClose}><form class="plan-form" onSubmit=${save} onInput=${typed}>
    ${first.id && now?.version !== base && html`<p class="state" role="alert">${say('common.changed_to')} “${now?.action ?? ''}” ${say('common.left.own')}</p>`}
    <div class="field"><label for="plan-target">${say('console.plan.target')}</label><select class="input" id="plan-target" name="target" defaultValue=${start.target}>${part.targets.map((/** @type {string} */ id) => html`<option value=${id} selected=${id === start.target}>${say(`names.target.${id}`)}</option>`)}</select></div>
    ${FIELDS.map(([name, limit]) => html`<div class=${classes('field', limit < 100 && 'third')}><label for=${`plan-${name}`}>${say(`common.plan.${name}`)}</label><input class="input" id=${`plan-${name}`} name=${name} ...${within(limit)} autocomplete="off" required=${name === 'action'} defaultValue=${start[name] ?? ''} /></div>`)}
    <div class="field"><label for="plan-note">${say('console.plan.note')}</label><select class="input" id="plan-note" name="note"><option value="">${say('console.plan.no_note')}</option>${notes.map((/** @type {any} */ n) => html`<option value=${n.note} selected=${n.note === start.note}>${n.text}</option>`)}</select></div>
    ${room.said.value && html`<p class="state state--refused" role="alert"><${Icon} name="refused" />${room.said.value}</p>`}
    <button class="button button--wide" type="submit">${say('console.save')}</button><p class="aid">${say('console.no_names')}</p></form><//>`;
}

/** Open needs, and the one that this action answers already. @param {any} room @param {any} part @param {any} start */
function notesFor(room, part, start) {
  if (!start.note || part.needs.some((/** @type {any} */ n) => n.note === start.note)) return part.needs;
  const known = room.part('formulation')?.notes.find((/** @type {any} */ n) => n.id === start.note);
  return [{ note: start.note, text: known?.text ?? start.why }, ...part.needs];
}
