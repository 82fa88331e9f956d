// Always there on a phone: the connection, the devices here, ask, support, step out.

import { Ask } from '../activities/questions.js';
import { classes, html, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Line } from './icons.js';
import { LeftSheet } from './left.js';
import { Sheet } from './sheet.js';

/** @param {{room: any}} props */
export function Always({ room }) {
  const state = room.connection.state.value;
  const waiting = room.outbox.waiting();
  const words = waiting && state !== 'online' ? say('phone.will_be_sent', { n: waiting }) : say(`common.states.${state}`);
  const here = state === 'online' && room.part('session').state !== 'ended';
  return html`<nav class="always" aria-label=${say('phone.always')}><span class=${classes('link', state === 'offline' && 'is-back', state === 'connecting' && 'is-off')}><i></i>${here ? html`<span class="sr">${words}</span><span>${say('phone.here', { n: room.part('session').devices })}</span>` : words}</span>
    <button type="button" onClick=${() => room.open('ask')}>${say('phone.ask')}</button><button type="button" onClick=${() => room.open('support')}>${say('phone.support')}</button><button type="button" onClick=${() => room.open('out')}>${say('phone.step_out')}</button></nav>`;
}

/** The sheets that these open. @param {{room: any}} props */
export function Sheets({ room }) {
  const word = useSignal(false);
  const close = () => room.open('');
  if (room.opened.value === 'ask') {
    return html`<${Sheet} title=${say('phone.questions.ask')} onClose=${close}><${Ask} room=${room} where="question-sheet" /><p class="aid">${say('phone.questions.none_more')}</p><//>`;
  }
  if (room.opened.value === 'left') return html`<${LeftSheet} room=${room} onClose=${close} />`;
  if (room.opened.value !== 'support') return null;
  return html`<${Sheet} title=${say('phone.support')} onClose=${close}>
    <ul class="support">${room.part('session').resources.map((/** @type {any} */ r) => html`<li><b>${r.title}</b> ${r.text}${r.url && html` <span class="faint">${r.url.replace('https://', '')}</span>`}</li>`)}</ul>
    <button class="button button--second button--wide" type="button" disabled=${word.value} onClick=${() => { room.post('session.word', {}, { about: 'word' }); word.value = true; }}>${word.value ? say('phone.questions.word_sent') : say('phone.questions.word')}</button><p class="aid">${say('phone.questions.word_more')}</p>
    <p><a href="/held" target="_blank" rel="noopener">${say('phone.held')}</a></p><//>`;
}

/** A calm page: one sentence, one or two ways on. @param {any} props */
export function Calm({ title, text, action = '', onAction = () => {}, other = '', onOther = () => {}, children = null }) {
  return html`<main id="main" tabindex="-1" class="calm"><${Line} /><h1>${title}</h1><p class="quiet lead">${text}</p>${children}
    ${action && html`<button class="button button--wide" type="button" onClick=${onAction}>${action}</button>`}
    ${other && html`<button class="button button--plain button--wide" type="button" onClick=${onOther}>${other}</button>`}</main>`;
}
