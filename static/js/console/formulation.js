// The shared explanation at the console: notes by section, all that can be done with one, and the explanation in words.

import { Words } from '../elements/asking.js';
import { Icon } from '../elements/icons.js';
import { Sure } from '../elements/sure.js';
import { html, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Earlier } from './earlier.js';
import { Explanation } from './explanation.js';
import { NoteSheet } from './note-sheet.js';

/** @param {{room: any}} props */
export function Console({ room }) {
  const part = room.part('formulation');
  const chosen = useSignal(part?.lane ?? '');
  const doing = useSignal(/** @type {{kind: string, note: any} | null} */ (null));
  if (!part) return null;
  const counts = Object.fromEntries(part.sections.map((/** @type {any} */ s) => [s.id, notesOf(part, s.id).length]));
  const shown = part.sections.filter((/** @type {any} */ s) => (chosen.value ? s.id === chosen.value : counts[s.id]));
  const empty = part.sections.filter((/** @type {any} */ s) => !counts[s.id]);
  /** @param {string} kind @param {any} note */
  const act = (kind, note) => { doing.value = { kind, note }; };
  return html`<div class="forming"><div class="forming-notes"><div class="qh"><h2>${say('console.formulation.title')}</h2><label class="sr" for="show-section">${say('console.formulation.show')}</label>
      <select class="input slim" id="show-section" value=${chosen.value} onChange=${(/** @type {any} */ e) => { chosen.value = e.target.value; }}><option value="">${say('console.formulation.all')}</option>${part.sections.map((/** @type {any} */ s) => html`<option value=${s.id}>${s.title} · ${counts[s.id]}</option>`)}</select></div>
    ${part.notes.length ? html`<p class="small"><button class="linkish" type="button" title=${say('console.formulation.gather_more')} onClick=${() => room.post('formulation.gather', {})}>${say('console.formulation.gather')}</button></p>` : html`<p class="quiet">${say('console.formulation.none')}</p>`}
    ${shown.map((/** @type {any} */ s) => html`<${Section} key=${s.id} ...${{ room, part, section: s, onAct: act }} />`)}
    ${!chosen.value && empty.length > 0 && part.notes.length > 0 && html`<p class="small faint">${say('console.formulation.empty')} ${empty.map((/** @type {any} */ s) => s.title).join(', ')}.</p>`}
    <${AddNote} room=${room} sections=${part.sections} start=${chosen.value} /></div>
    <${Explanation} room=${room} part=${part} />
    ${doing.value && html`<${NoteSheet} ...${{ room, part, ...doing.value }} onClose=${() => { doing.value = null; }} />`}</div>`;
}

/** Best supported first; never by time. @param {any} part @param {string} section */
const notesOf = (part, section) => part.notes.filter((/** @type {any} */ n) => n.section === section).sort((/** @type {any} */ a, /** @type {any} */ b) => b.support - a.support || (a.text < b.text ? -1 : 1));

/** @param {any} props */
function Section({ room, part, section, onAct }) {
  const on = part.lane === section.id;
  return html`<section class="lane-group"><h3>${section.title}<button class="linkish" type="button" aria-pressed=${on} onClick=${() => room.post('formulation.lane', { section: on ? '' : section.id })}><${Icon} name="screen" />${on ? say('console.formulation.lane_on') : say('console.formulation.lane')}</button></h3>
    <ul class="notes-list">${notesOf(part, section.id).map((/** @type {any} */ n) => html`<${Note} key=${n.id} ...${{ room, part, note: n, onAct }} />`)}</ul></section>`;
}

/** @param {any} props */
function Note({ room, part, note, onAct }) {
  const words = (/** @type {string} */ id) => part.notes.find((/** @type {any} */ n) => n.id === id)?.text ?? '';
  const kind = (/** @type {string} */ id) => say(`console.formulation.kinds.${id}`);
  const links = part.links.filter((/** @type {any} */ x) => x.source === note.id);
  const button = (/** @type {string} */ what, /** @type {string} */ name) => html`<button class="linkish" type="button" aria-label=${`${name} ${note.text}`} onClick=${() => onAct(what, note)}>${name}</button>`;
  return html`<li class="sheet"><p>${note.text}</p>${note.beside && html`<p class="tiny faint">${say('console.formulation.beside')}</p>`}
    ${links.map((/** @type {any} */ x) => html`<p class="linked small" key=${x.id}><${Icon} name="chain" /><span>${kind(x.kind)} <b>${words(x.target)}</b></span><${Sure} look="x-small" label=${`${say('console.formulation.unlink')}: ${words(x.target)}`} words=${html`<${Icon} name="close" />`} sure=${`${say('console.formulation.unlink')}?`} yes=${say('console.formulation.unlink_yes')} no=${say('console.formulation.keep_it')} onYes=${() => room.post('formulation.unlink', { link: x.id })} /></p>`)}
    <${Earlier} room=${room} of="notes" id=${note.id} /><div class="note-foot"><span>${note.support ? say('console.formulation.support', { n: note.support }) : ''}</span><span class="row">${button('edit', say('console.formulation.edit'))}${button('move', say('console.formulation.move'))}${button('join', say('console.formulation.join'))}${button('merge', say('console.formulation.merge'))}
      <${Sure} label=${`${say('console.formulation.hide')} ${note.text}`} words=${say('console.formulation.hide')} sure=${say('console.formulation.hide_sure')} yes=${say('console.formulation.hide')} no=${say('console.formulation.keep_it')} onYes=${() => room.post('formulation.hide', { note: note.id })} /></span></div></li>`;
}

/** @param {any} props */
function AddNote({ room, sections, start }) {
  const section = useSignal('');
  const at = section.value || room.memory.drafted('note')?.base?.section || start || sections[0].id;
  /** @param {string} id */
  const take = (id) => {
    const { text } = room.memory.drafted('note') ?? {};
    section.value = id;
    if (text) room.memory.draft('note', text, { section: id });
  };
  return html`<div class="add-note"><label class="eyebrow" for="add-section">${say('console.formulation.add')}</label><div class="add-line"><select class="input" id="add-section" value=${at} onChange=${(/** @type {any} */ e) => take(e.target.value)}>${sections.map((/** @type {any} */ s) => html`<option value=${s.id}>${s.title}</option>`)}</select>
    <${Words} room=${room} where="console-note" draft="note" base=${{ section: at }} label=${say('console.formulation.add')} hideLabel=${true} limit=${200} button=${say('common.add')} aid=${say('console.no_names')} onSend=${(/** @type {string} */ text) => room.post('formulation.add', { section: at, text })} /></div></div>`;
}
