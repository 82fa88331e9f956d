// Questions that the facilitator has let through; and the field to ask one, here and in the sheet.

import { Words } from '../elements/asking.js';
import { Top } from '../elements/phone.js';
import { html, useSignal } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';

const T = TEXT.questions;

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const { shown } = room.part('questions');
  return html`<${Top} title=${T.title} /><main id="main" tabindex="-1">
    ${shown.length ? html`<ul class="notes-list">${shown.map((/** @type {any} */ q) => html`<li class="sheet"><p>${q.text}</p>${T.states[q.state] && html`<div class="note-foot">${T.states[q.state]}</div>`}</li>`)}</ul>` : html`<h1>${T.none}</h1><p class="quiet lead">${T.noneMore}</p>`}
    <div class="add-note"><${Ask} room=${room} where="question" /></div></main>`;
}

/** @param {{room: any, where: string}} props */
export function Ask({ room, where }) {
  const asked = useSignal(false);
  return html`<${Words} room=${room} where=${where} label=${T.field} limit=${280} long=${true} aid=${T.aid} onSend=${(/** @type {string} */ text) => { room.post('questions.ask', { text }); asked.value = true; }} />
    ${asked.value && html`<p class="state" role="status">${T.thanks}</p>`}`;
}
