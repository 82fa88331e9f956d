// The right-hand column: time, questions, a word for everybody, and the curtain.

import { Icon } from '../elements/icons.js';
import { classes, html } from '../helpers/html.js';
import { TEXT } from './text.js';
import { Questions } from './questions.js';
import { Time } from './time.js';

/** @param {{room: any, step: any}} props */
export function Desk({ room, step }) {
  return html`<aside aria-label=${TEXT.questions.title}><${Time} room=${room} step=${step} />
    ${step.activity !== 'questions' && html`<${Questions} room=${room} />`}
    <div class="desk-foot"><${Word} room=${room} /><${Curtain} room=${room} /></div></aside>`;
}

/** Somebody would like a word. The answer goes to the whole room: nothing is ever addressed to one phone. @param {{room: any}} props */
function Word({ room }) {
  const { word, offer } = room.part('session');
  const T = TEXT.word;
  /** @param {string} what */
  const say = (what) => room.post('session.offer', { offer: what });
  return html`<section class=${classes('wel', word && 'is-asked')} role="status"><p>${word && html`<${Icon} name="ask" />`}${word ? T.title : offer !== 'none' ? T.on[offer] : T.quiet}</p>
    <div>${offer !== 'none' && !word ? html`<button class="linkish" type="button" onClick=${() => say('none')}>${T.off}</button>`
    : html`<button class="linkish" type="button" onClick=${() => say('break')}>${T.break}</button><button class="linkish" type="button" onClick=${() => say('support')}>${T.support}</button>`}</div></section>`;
}

/** @param {{room: any}} props */
function Curtain({ room }) {
  const { curtain } = room.part('session');
  const T = TEXT.curtain;
  const drawn = curtain !== 'none';
  return html`<div class="curtain"><button class="linkish" type="button" aria-keyshortcuts="?" onClick=${() => room.open('keys')}>${TEXT.keys.title}</button>${!drawn && html`<button class="linkish" type="button" title=${T.pauseMore} onClick=${() => room.post('session.curtain', { curtain: 'pause' })}><${Icon} name="waiting" />${T.pause}</button>`}
    <button class=${classes('button button--wide big blank', !drawn && 'button--second')} type="button" aria-pressed=${drawn} aria-keyshortcuts="B" onClick=${room.blank}><${Icon} name=${drawn ? 'screen' : 'blank'} /><span>${drawn ? T.lift : T.blank}</span> <kbd aria-hidden="true">${T.key}</kbd></button></div>`;
}
