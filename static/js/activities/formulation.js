// The shared explanation on a phone: one section at a time, short notes, support, "because".

import { aloud } from '../elements/aloud.js';
import { Words } from '../elements/asking.js';
import { Icon } from '../elements/icons.js';
import { Top } from '../elements/phone.js';
import { Merging } from '../elements/merging.js';
import { Sheet } from '../elements/sheet.js';
import { Unsent, putBack, unsentOf } from '../elements/unsent.js';
import { html, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const part = room.part('formulation');
  const chosen = useSignal(part.lane || part.sections[0].id);
  const menu = useSignal(/** @type {{kind: string, note: any} | null} */ (null));
  const section = part.sections.find((/** @type {any} */ s) => s.id === chosen.value) ?? part.sections[0];
  const notes = part.notes.filter((/** @type {any} */ n) => n.section === section.id).sort((/** @type {any} */ a, /** @type {any} */ b) => b.support - a.support || (a.text < b.text ? -1 : 1));
  const unsent = unsentOf(room, 'formulation.add', ['formulation.edit', 'formulation.merge'], (body) => body.section === section.id);
  /** @param {any} operation */
  const asNote = (operation) => {
    room.outbox.drop(operation.id);
    room.post('formulation.add', { section: section.id, text: operation.body.text });
  };
  const back = (/** @type {any} */ o) => putBack(room, `note-${section.id}`, o.body.text);
  return html`<${Top} title=${say('phone.formulation.title')} /><nav class="tabs" aria-label=${say('phone.formulation.title')}>${part.sections.map((/** @type {any} */ s) => html`<button type="button" aria-current=${s.id === section.id} onClick=${() => { chosen.value = s.id; }}>${s.title}</button>`)}</nav>
    <main id="main" tabindex="-1"><p class="q">${section.prompt || section.title}</p>${part.aloud && html`<p class="quote small"><b>${say('phone.formulation.shared')}</b>${aloud(part.aloud)}</p>`}
    <ul class="notes-list">${notes.map((/** @type {any} */ note) => html`<${Note} key=${note.id} ...${{ room, part, note }} onMenu=${(/** @type {string} */ kind) => { menu.value = { kind, note }; }} />`)}
      <${Unsent} ...${{ room, operations: unsent, again: say('phone.formulation.as_note'), onAgain: asNote, onBack: back }} /></ul>
    ${!notes.length && !unsent.length && html`<p class="quiet">${say('phone.formulation.none')}</p>`}
    <div class="add-note"><${Words} key=${section.id} room=${room} where=${`note-${section.id}`} label=${say('phone.formulation.field')} hideLabel=${true} limit=${200} button=${say('common.add')} aid=${say('common.no_names')} onSend=${(/** @type {string} */ text) => room.post('formulation.add', { section: section.id, text })} /></div></main>
    ${menu.value && html`<${Menu} ...${{ room, part, ...menu.value }} onClose=${() => { menu.value = null; }} onKind=${(/** @type {string} */ kind) => { menu.value = { kind, note: menu.value?.note }; }} />`}`;
}

/** The notes that this phone supports, as it said so. @param {any} room @returns {string[]} */
export const supported = (room) => room.memory.held.value.kept.support ?? room.part('own_support')?.notes ?? [];

/** After the server has lost its memory: what this phone supports, as the notes are called now. @param {any} room */
export function supportAgain(room) {
  const held = room.part('own_support')?.notes ?? [];
  const notes = room.part('formulation')?.notes ?? [];
  const lost = supported(room).filter((id) => !held.includes(id))
    .map((id) => notes.find((/** @type {any} */ n) => n.merged.includes(id))?.id ?? id);
  for (const note of new Set(lost)) room.post('formulation.support', { note, on: true }, { about: `support ${note}` });
}

/** @param {any} props */
function Note({ room, part, note, onMenu }) {
  const same = [note.id, ...note.merged]; // a note that was merged into this one was supported under its own id
  const mine = supported(room).some((n) => same.includes(n));
  const links = part.links.filter((/** @type {any} */ x) => x.source === note.id);
  const words = (/** @type {string} */ id) => part.notes.find((/** @type {any} */ n) => n.id === id)?.text ?? '';
  const support = () => {
    const others = supported(room).filter((n) => !same.includes(n));
    room.memory.note('support', mine ? others : [...others, note.id]);
    room.post('formulation.support', { note: note.id, on: !mine }, { about: `support ${note.id}` });
  };
  return html`<li class="sheet"><p>${note.text}</p>${note.beside && html`<p class="faint small">${say('phone.formulation.beside')}</p>`}
    ${links.map((/** @type {any} */ x) => html`<p class="small"><${Icon} name="chain" /> ${kindWords(x.kind)} <b>${words(x.target)}</b></p>`)}
    <div class="note-foot"><button class="sup" type="button" onClick=${() => onMenu('because')}><${Icon} name="plus" />${say('phone.formulation.add')}</button>
      <button class="sup" type="button" aria-pressed=${mine} onClick=${support}>${mine && html`<${Icon} name="check" />`}${say('phone.formulation.too')}${note.support ? ` · ${note.support}` : ''}</button>
      <button class="sup" type="button" aria-label=${`${say('phone.formulation.menu')}: ${note.text}`} onClick=${() => onMenu('menu')}><${Icon} name="pencil" /></button></div></li>`;
}

const kindWords = (/** @type {string} */ kind) => say(`phone.formulation.kinds.${kind}`);

/** @param {any} props */
function Menu({ room, part, kind, note, onClose, onKind }) {
  const into = useSignal(/** @type {any} */ (null));
  const gone = useSignal('');
  const others = part.notes.filter((/** @type {any} */ n) => n.id !== note.id);
  const now = part.notes.find((/** @type {any} */ n) => n.id === note.id) ?? note;
  const links = part.links.filter((/** @type {any} */ x) => x.source === note.id);
  const words = (/** @type {string} */ id) => part.notes.find((/** @type {any} */ n) => n.id === id)?.text ?? '';
  /** @param {string} name @param {any} body */
  const send = (name, body) => { room.post(name, body); onClose(); };
  const rows = {
    because: others.map((/** @type {any} */ n) => [n.text, () => send('formulation.link', { source: note.id, target: n.id, kind: 'because' })]),
    merge: others.map((/** @type {any} */ n) => [n.text, () => { into.value = n; }]),
    move: part.sections.filter((/** @type {any} */ s) => s.id !== note.section).map((/** @type {any} */ s) => [s.title, () => send('formulation.move', { note: note.id, section: s.id })]),
    menu: [[say('phone.formulation.edit'), () => onKind('edit')], [say('phone.formulation.move'), () => onKind('move')], [say('phone.formulation.merge'), () => onKind('merge')],
      ...links.map((/** @type {any} */ x) => [`${say('phone.formulation.unlink')} ${kindWords(x.kind)} “${words(x.target)}”`, () => { gone.value = x.id; onKind('unlink'); }])],
    unlink: [[say('phone.formulation.unlink_yes'), () => send('formulation.unlink', { link: gone.value })], [say('common.left.stay'), onClose]],
  }[/** @type {'because'} */ (kind)];
  const title = { because: say('phone.formulation.choose_why'), merge: say('phone.formulation.choose_merge'), move: say('phone.formulation.choose_section'), edit: say('phone.formulation.edit'), menu: say('phone.formulation.menu'), unlink: say('phone.formulation.unlink_sure') }[/** @type {'menu'} */ (kind)];
  return html`<${Sheet} title=${title} onClose=${onClose}><p class="cardline">${note.text}</p>
    ${kind === 'edit' ? html`<${Words} room=${room} where=${`edit-${note.id}`} label=${say('phone.formulation.edit')} start=${note.text} limit=${200} long=${true} aid=${say('common.no_names')} base=${now.version} now=${now.text} onBehind=${say('common.left.own')} onSend=${(/** @type {string} */ text, /** @type {number} */ base) => send('formulation.edit', { note: note.id, text, base })} />`
    : into.value ? html`<${Merging} ...${{ room, notes: part.notes, note, into: into.value, label: say('phone.formulation.merge_words'), button: say('phone.formulation.merged') }} onSend=${(/** @type {any} */ body) => send('formulation.merge', body)} />`
    : html`<div class="rows">${rows.map((/** @type {[string, () => void]} */ [words, act]) => html`<button class="plain" type="button" onClick=${act}>${words}</button>`)}</div>`}<//>`;
}
