// The board on a phone: wait for the round, place, wait for the reveal, see it.

import { Top } from '../elements/phone.js';
import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Placing } from './board/placing.js';
import { Shown } from './board/shown.js';

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const board = room.part('board');
  const state = board.round?.state ?? 'revealed';
  if (state === 'open') return html`<${Placing} key=${board.round.id} room=${room} />`;
  if (board.results) return html`<${Shown} room=${room} />`;
  return state === 'ready' ? html`<${Opening} room=${room} />` : html`<${Closed} state=${state} />`;
}

/** Before the round opens: the case, or the new information, to read. @param {any} props */
function Opening({ room }) {
  const { opening, people, devices, scenario_title: title } = room.part('session');
  const { information, round } = room.part('board');
  const warm = round?.cause === 'warm_up';
  const first = warm || round?.cause === 'first';
  return html`<${Top} title=${warm ? say('phone.board.warm_up') : ''} /><main id="main" tabindex="-1"><h1>${warm ? say('phone.board.soon') : title}</h1>
    ${information ? html`<p class="quote lead"><b>${say('phone.board.information')}</b>${information.text}</p>` : !warm && html`<p class="lead">${opening}</p><ul class="people">${people.map((/** @type {any} */ p) => html`<li><b>${nameOf(p.id)}</b> ${p.note}</li>`)}</ul>`}
    <p class=${warm ? 'quiet lead' : 'quiet'}>${warm ? say('phone.board.soon_warm') : say('phone.board.soon_read')}</p>${first && html`<p class="small">${say('phone.welcome.look', { n: devices })}</p>`}<p class="aid end">${say('common.page.aid')}</p></main>`;
}

/** A fictional person's id is the name, in small letters. @param {string} id */
const nameOf = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

/** @param {{state: string}} props */
function Closed({ state }) {
  return html`<${Top} title="" /><main id="main" tabindex="-1"><h1>${say('phone.board.closed')}</h1>${state === 'closed' && html`<p class="quiet lead">${say('phone.board.closed_why')}</p>`}</main>`;
}
