// Confidence: how many have answered, and nothing of what they said.

import { Sure } from '../elements/sure.js';
import { html } from '../helpers/html.js';
import { Ready } from './parts.js';
import { TEXT } from './text.js';

const T = TEXT.confidence;

export const isTall = () => true;

/** @param {{room: any}} props */
export function Console({ room }) {
  const part = room.part('confidence');
  if (!part) return null;
  const { devices } = room.part('session');
  const { k } = room.part('session');
  const closed = part.state === 'closed';
  const answered = T.answered(part.answered, Math.max(devices, part.answered), k);
  const rows = closed ? [['check', T.closed, part.few ? T.few(k) : T.closedMore]] : [['open', T.open, T.openMore], ['people', `${answered}.`, '']];
  return html`<${Ready} title=${T.title} rows=${rows}>
    ${closed ? html`<p><${Sure} look="button button--second button--slim" words=${T.again} sure=${T.againSure} yes=${T.again} no=${T.openNo} onYes=${() => room.post('confidence.reopen', { round: part.round })} /></p>`
    : html`<progress class="progress" value=${part.answered} max=${Math.max(1, devices, part.answered)} aria-label=${answered}></progress>`}
    <details class="asked"><summary>${T.asked}</summary><ul class="plain-list">${part.items.map((/** @type {any} */ i) => html`<li>${i.text}</li>`)}</ul></details><//>`;
}
