// The board on a phone: wait for the round, place, wait for the reveal, see it.

import { Top } from '../elements/phone.js';
import { html } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';
import { Placing } from './board/placing.js';
import { Shown } from './board/shown.js';

const T = TEXT.board;

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
  return html`<${Top} title=${warm ? T.warmUp : ''} /><main id="main" tabindex="-1"><h1>${warm ? T.soon : title}</h1>
    ${information ? html`<p class="quote lead"><b>${T.information}</b>${information.text}</p>` : !warm && html`<p class="lead">${opening}</p><ul class="people">${people.map((/** @type {any} */ p) => html`<li><b>${nameOf(p.id)}</b> ${p.note}</li>`)}</ul>`}
    <p class=${warm ? 'quiet lead' : 'quiet'}>${warm ? T.soonWarm : `${T.soon}. ${T.read}`}</p>${first && html`<p class="small">${TEXT.welcome.look(devices)}</p>`}<p class="aid end">${TEXT.aid}</p></main>`;
}

/** A fictional person's id is the name, in small letters. @param {string} id */
const nameOf = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

/** @param {{state: string}} props */
function Closed({ state }) {
  return html`<${Top} title="" /><main id="main" tabindex="-1"><h1>${T.closed}</h1>${state === 'closed' && html`<p class="quiet lead">${T.closedWhy}</p>`}</main>`;
}
