// The plan on a phone: one group at a time; a need without an action is a place to fill. Roles, not names.

import { Doubt, useDoubt } from '../elements/asking.js';
import { Icon } from '../elements/icons.js';
import { within } from '../elements/limit.js';
import { Top } from '../elements/phone.js';
import { Sheet } from '../elements/sheet.js';
import { Unsent, unsentOf } from '../elements/unsent.js';
import { actionOf, lookedAt, planKey } from '../live/left.js';
import { html, useEffect, useMemo, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { isBlank } from '../helpers/words.js';

/** What an action has, and how long it may be. @type {[string, number][]} */
const FIELDS = [['action', 200], ['why', 200], ['who', 60], ['by_when', 60], ['review', 60]];

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const part = room.part('plan');
  const target = useSignal(part.targets[0]);
  const editing = useSignal(/** @type {any} */ (null));
  const actions = part.actions.filter((/** @type {any} */ a) => a.target === target.value);
  const unsent = unsentOf(room, 'plan.add', ['plan.edit'], (body) => body.target === target.value);
  /** Refused words go back into the form, as an action of their own. @param {any} operation */
  const again = ({ id: from, body: { id: _id, base: _base, ...words } }) => { editing.value = { ...words, from }; };
  /** So do those that were taken back, which are nowhere else by now. @param {any} operation */
  const back = (operation) => {
    again(operation);
    room.memory.draftForm(planKey(editing.value), operation.body);
  };
  return html`<${Top} title=${say('phone.plan.title')} /><nav class="tabs" aria-label=${say('phone.plan.title')}>${part.targets.map((/** @type {string} */ id) => html`<button type="button" aria-current=${id === target.value} onClick=${() => { target.value = id; }}>${say(`names.target.${id}`)}</button>`)}</nav>
    <main id="main" tabindex="-1"><div class="actions">${actions.map((/** @type {any} */ a) => html`<${Action} key=${a.id} action=${a} onEdit=${() => { editing.value = { ...a }; }} />`)}
      <ul class="notes-list"><${Unsent} ...${{ room, operations: unsent, again: say('phone.plan.edit'), onAgain: again, onBack: back }} /></ul>
      ${!actions.length && html`<p class="quiet">${say('phone.plan.none')}</p>`}
      ${part.needs.map((/** @type {any} */ need) => html`<div class="open-need"><p class="flag"><${Icon} name="open" />${say('phone.plan.open')}</p><p class="need">${need.text}</p><button class="button button--second button--wide" type="button" onClick=${() => { editing.value = { target: target.value, why: need.text, note: need.note }; }}><${Icon} name="plus" />${say('phone.plan.add_for')}</button></div>`)}</div>
    <div class="end"><button class="button button--wide" type="button" onClick=${() => { editing.value = { target: target.value, note: null }; }}>${say('phone.plan.add')}</button><p class="aid">${say('common.page.aid')}</p></div></main>
    ${editing.value && html`<${Form} room=${room} part=${part} start=${editing.value} onClose=${() => { editing.value = null; }} />`}`;
}

/** @param {any} props */
function Action({ action, onEdit }) {
  return html`<div class="sheet action"><p>${action.action}</p>${action.why && html`<p class="why">${action.why}</p>`}
    <div class="owner">${action.who && html`<span><${Icon} name="person" />${action.who}</span>`}${action.by_when && html`<span><${Icon} name="calendar" />${action.by_when}</span>`}</div>
    <button class="sup" type="button" onClick=${onEdit}><${Icon} name="pencil" />${say('phone.plan.edit')}</button></div>`;
}

/** @param {any} props */
function Form({ room, part, start, onClose }) {
  const { doubt, ask, clear } = useDoubt(room);
  const where = planKey(start);
  const draft = useMemo(() => room.memory.held.value.forms[where], [where]);
  useEffect(() => room.memory.shows(where), [where]);
  const words = useSignal(/** @type {Record<string, string>} */ ({}));
  const base = draft?.base ?? start.version;
  const now = part.actions.find((/** @type {any} */ a) => a.id === start.id);
  /** @param {any} form */
  const read = (form) => { words.value = { id: start.id ?? '', target: start.target, note: start.note ?? '', ...Object.fromEntries(FIELDS.map(([name]) => [name, form.elements[name].value])) }; };
  const send = () => {
    if (start.from) room.outbox.drop(start.from);
    room.post(...actionOf(words.value, base));
    room.memory.undraft(where);
    onClose();
  };
  /** @param {any} event */
  const typed = (event) => {
    clear();
    read(event.currentTarget);
    room.memory.draftForm(where, words.value, base);
  };
  /** @param {any} event */
  const save = (event) => {
    event.preventDefault();
    read(event.target);
    if (!isBlank(words.value.action)) ask(lookedAt(words.value), send);
  };
  return html`<${Sheet} title=${start.id ? say('phone.plan.edit') : say('phone.plan.add')} onClose=${onClose}><form onSubmit=${save} onInput=${typed}>
    ${start.id && now?.version !== base && html`<p class="state" role="alert">${say('common.changed_to')} “${now?.action ?? ''}” ${say('common.left.own')}</p>`}
    ${FIELDS.map(([name, limit]) => html`<div class="field"><label for=${`plan-${name}`}>${say(`common.plan.${name}`)}</label><input class="input" id=${`plan-${name}`} name=${name} ...${within(limit)} autocomplete="off" defaultValue=${draft?.fields[name] ?? start[name] ?? ''} /></div>`)}
    ${doubt.value ? html`<${Doubt} doubt=${doubt} onChange=${clear} onSend=${send} />` : html`<button class="button button--wide" type="submit">${say('common.send')}</button>`}<p class="aid">${say('common.no_names')}</p></form><//>`;
}
