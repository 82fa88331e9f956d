// Questions that the facilitator has let through; and the field to ask one, here and in the sheet.

import { Words } from '../elements/asking.js';
import { Unsent, putBack, unsentOf } from '../elements/unsent.js';
import { Top } from '../elements/phone.js';
import { html, useSignal } from '../helpers/html.js';
import { opinion } from '../helpers/identifying.js';
import { say } from '../helpers/say.js';

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const { shown } = room.part('questions');
  return html`<${Top} title=${say('phone.questions.title')} /><main id="main" tabindex="-1">
    ${shown.length ? html`<ul class="notes-list">${shown.map((/** @type {any} */ q) => html`<li class="sheet"><p>${q.text}</p>${q.state !== 'shown' && html`<div class="note-foot">${say(`phone.questions.states.${q.state}`)}</div>`}</li>`)}</ul>` : html`<h1>${say('phone.questions.none')}</h1><p class="quiet lead">${say('phone.questions.none_more')}</p>`}
    <div class="add-note"><${Ask} room=${room} where="question" /></div></main>`;
}

/**
 * A question; and where everybody is asked, "Nothing to ask", which sends the same message without words.
 * @param {{room: any, where: string}} props
 */
export function Ask({ room, where }) {
  const asked = useSignal('');
  const isSending = useSignal(false);
  const asking = room.part('questions')?.asking ?? '';
  const answered = asking && room.memory.held.value.kept.answered === asking;
  /** @param {string} text */
  const send = (text) => {
    if (asking) room.memory.note('answered', asking);
    room.post('questions.ask', { text });
    asked.value = text ? say('phone.questions.thanks') : '';
  };
  /** As a question goes: a line is not to tell who had one. */
  const nothing = async () => {
    if (isSending.value) return;
    isSending.value = true;
    if (room.connection?.state.value === 'online') await opinion('');
    send('');
    isSending.value = false;
  };
  const unsent = unsentOf(room, 'questions.ask', [], (body) => body.text !== '');
  /** @param {any} operation */
  const again = (operation) => { room.outbox.drop(operation.id); putBack(room, 'question', operation.body.text); };
  const when = asking ? say('phone.questions.together') : say('phone.questions.waits', { k: room.part('session').k });
  return html`<${Words} room=${room} where=${where} draft="question" label=${say('phone.questions.field')} limit=${280} long=${true} aid=${`${say('phone.questions.aid')} ${when}`} onSend=${send} />
    ${asking && !answered && html`<button class="button button--second button--wide" type="button" onClick=${nothing}>${say('phone.questions.nothing')}</button>`}
    <ul class="notes-list"><${Unsent} ...${{ room, operations: unsent, again: say('common.left.back'), onAgain: again }} /></ul>
    ${!unsent.length && (asked.value || answered) && html`<p class="state" role="status">${asked.value || say('phone.questions.answered')}</p>`}`;
}
