// The right-hand column: time, questions, a word for everybody, and the curtain.

import { Icon } from '../elements/icons.js';
import { classes, html } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Questions } from './questions.js';
import { Time } from './time.js';

/** @param {{room: any, step: any}} props */
export function Desk({ room, step }) {
  return html`<aside aria-label=${say('console.questions.title')}><${Time} room=${room} step=${step} />
    ${step.activity !== 'questions' && html`<${Questions} room=${room} />`}
    <div class="desk-foot"><${Word} room=${room} /><${Curtain} room=${room} /></div></aside>`;
}

/** Somebody would like a word. The answer goes to the whole room: nothing is ever addressed to one phone. @param {{room: any}} props */
function Word({ room }) {
  const { word, offer } = room.part('session');
  /** @param {string} what */
  const tell = (what) => room.post('session.offer', { offer: what });
  return html`<section class=${classes('wel', word && 'is-asked')} role="status"><p>${word && html`<${Icon} name="ask" />`}${word ? say('console.word.title') : offer !== 'none' ? say(`console.word.on.${offer}`) : say('console.word.quiet')}</p>
    <div>${offer !== 'none' && !word ? html`<button class="linkish" type="button" onClick=${() => tell('none')}>${say('console.word.off')}</button>`
    : html`<button class="linkish" type="button" onClick=${() => tell('break')}>${say('console.word.break')}</button><button class="linkish" type="button" onClick=${() => tell('support')}>${say('console.word.support')}</button>`}</div></section>`;
}

/** @param {{room: any}} props */
function Curtain({ room }) {
  const { curtain } = room.part('session');
  const drawn = curtain !== 'none';
  return html`<div class="curtain"><button class="linkish" type="button" aria-keyshortcuts="?" onClick=${() => room.open('keys')}>${say('console.keys.title')}</button>${!drawn && html`<button class="linkish" type="button" title=${say('console.curtain.pause_more')} onClick=${() => room.post('session.curtain', { curtain: 'pause' })}><${Icon} name="waiting" />${say('console.curtain.pause')}</button>`}
    <button class=${classes('button button--wide big blank', !drawn && 'button--second')} type="button" aria-pressed=${drawn} aria-keyshortcuts="B" onClick=${room.blank}><${Icon} name=${drawn ? 'screen' : 'blank'} /><span>${drawn ? say('console.curtain.lift') : say('console.curtain.blank')}</span> <kbd aria-hidden="true">${say('console.curtain.key')}</kbd></button></div>`;
}
