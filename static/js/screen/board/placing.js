// Before the round opens: the case, or the new information. While it is open: one quiet bar.

import { Foot, Head, Late, Say } from '../../elements/screen.js';
import { Mark } from '../../elements/icons.js';
import { classes, html } from '../../helpers/html.js';
import { say } from '../../helpers/say.js';
import { person, size } from './words.js';

/** @param {{parts: any, right?: any}} props */
function Top({ parts, right = null }) {
  return html`<${Head} left=${html`<${Mark} name=${parts.session.scenario_title} />`} right=${right} />`;
}

/** @param {{information: any}} props */
export function Information({ information }) {
  return information && html`<p class=${classes('quote', size(information.text))}><b>${say('screen.board.information')}</b>${information.text}</p>`;
}

/** @param {{parts: any, links: any}} props */
export function Ready({ parts, links }) {
  const { board, session } = parts;
  const warm = board.round.cause === 'warm_up';
  const body = warm ? html`<${Say} title=${say('screen.board.warm_up_title')} say=${say('screen.board.warm_up_say')} />`
    : board.information ? html`<div class="screen-say ready"><${Information} information=${board.information} /><p class="say">${say('screen.board.information_say')}</p></div>`
    : html`<div class="screen-say ready"><h1 class=${size(session.opening)}>${session.opening}</h1>
      <ul class="ready-people">${session.people.map((/** @type {any} */ p) => html`<li>${person(p)}</li>`)}</ul>
      <p class="say">${session.content_note}</p></div>`;
  return html`<main id="main" class="screen"><${Top} parts=${parts} right=${warm ? say('screen.board.warm_up') : ''} />${body}
    <${Late} parts=${parts} links=${links} /><${Foot} parts=${parts} left=${say('common.page.aid')} right="" /></main>`;
}

/** @param {any} board */
function title(board) {
  const { cause } = board.round;
  const one = board.cards.length === 1;
  if (cause === 'discussion' || cause === 'information') return one ? say('screen.board.again_one') : say('screen.board.again');
  return one ? say('screen.board.place_one') : say('screen.board.place');
}

/** How far the room is: in steps, so that nobody can watch one phone. @param {{finished: number, devices: number, enough: boolean}} progress @param {number} k */
export function progressWords({ finished, devices, enough }, k) {
  if (devices < k) return say('screen.board.too_few', { k });
  return say(`screen.board.progress.${enough ? 'enough' : 'waits'}${finished ? '_of' : ''}`, { finished, devices });
}

/** @param {{progress: any, k: number}} props */
function Progress({ progress: { finished, devices, enough }, k }) {
  const words = progressWords({ finished, devices, enough }, k);
  const share = Math.min(1, finished / Math.max(devices, 1));
  return html`<div class="screen-bar"><div class="progress" role="progressbar" aria-valuemin="0" aria-valuenow=${finished} aria-valuemax=${Math.max(devices, finished)} aria-label=${words}><i style=${{ width: `${100 * share}%` }}></i></div>
    <p class="progress-words">${words}</p></div>`;
}

/** @param {{parts: any, links: any}} props */
export function Placing({ parts, links }) {
  const { board, progress } = parts;
  const { cause } = board.round;
  const again = cause === 'discussion' || cause === 'information';
  const right = [cause === 'warm_up' && say('screen.board.warm_up'), say('screen.card', { n: board.cards.length })].filter(Boolean).join(' · ');
  return html`<main id="main" class="screen"><${Top} parts=${parts} right=${right} />
    <${Say} title=${title(board)} lower=${Boolean(board.information)} say=${again ? say('screen.board.again_say') : say('screen.board.say')}>
      <${Information} information=${board.information} />
      ${progress && html`<${Progress} progress=${progress} k=${parts.session.k} />`}<//>
    <${Late} parts=${parts} links=${links} /><${Foot} parts=${parts} left=${say('common.page.aid')} right="" /></main>`;
}
