// The bar: which session, who is here, whether it holds, and the links out of it.

import { Icon, Mark } from '../elements/icons.js';
import { halves } from '../helpers/code.js';
import { classes, html } from '../helpers/html.js';
import { TEXT } from './text.js';

const T = TEXT.bar;

/** A code as it is read out: in two halves. @param {string} code */
export const spoken = (code) => halves(code).join(' ');

/** @param {{room: any}} props */
export function Bar({ room }) {
  const session = room.part('session');
  const state = room.connection.state.value;
  const { locked } = session;
  return html`<header class="bar"><${Mark} name="" size=${24} /><b class="title">${session.title}</b><span class="quiet code-words" translate=${false}>${spoken(session.code)}</span><span class="sp"></span>
    ${room.data.insecure && room.understood.value && html`<button class="cell" type="button" onClick=${() => { room.understood.value = false; }}><${Icon} name="refused" />${T.plain}</button>`}
    <span class=${classes('link', state === 'offline' && 'is-back', state === 'connecting' && 'is-off')} role="status"><i></i><span class="words">${TEXT.states[/** @type {'online'} */ (state)]}</span></span>
    <span class="cell"><${Icon} name="people" /><span><b>${session.devices}</b> ${T.joined}</span></span><span class="cell k-cell">${T.k(session.k)}</span>
    <button class="cell" type="button" aria-label=${locked ? `${T.locked}. ${T.unlock}` : `${T.open}. ${T.lock}`} onClick=${() => room.post('session.lock', { locked: !locked })}><${Icon} name=${locked ? 'lock' : 'unlock'} />${locked ? T.locked : T.open}</button>
    <button class="cell" type="button" onClick=${() => room.open('links')}><${Icon} name="chain" />${T.links}</button>
    <button class="button button--second button--slim" type="button" onClick=${() => room.open('end')}>${T.end}</button></header>`;
}

/** What a facilitator must know of an open line before anybody writes on it. @param {{room: any}} props */
export function Insecure({ room }) {
  if (!room.data.insecure || room.understood.value) return null;
  return html`<section class="banner banner--do insecure" aria-label=${T.plain}><${Icon} name="refused" /><p><b>${TEXT.insecure.title}</b> ${TEXT.insecure.text}</p>
    <button class="linkish" type="button" onClick=${() => { room.understood.value = true; }}>${TEXT.insecure.ok}</button></section>`;
}
