// Confidence: how many have answered, and nothing of what they said.

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
  const closed = part.state === 'closed';
  return html`<${Ready} title=${T.title} rows=${[closed ? ['check', T.closed, T.closedMore] : ['open', T.open, T.openMore], ['people', `${T.answered(part.answered, Math.max(devices, part.answered))}.`, '']]}>
    <progress class="progress" value=${part.answered} max=${Math.max(1, devices, part.answered)} aria-label=${T.answered(part.answered, devices)}></progress>
    <details class="asked"><summary>${T.asked}</summary><ul class="plain-list">${part.items.map((/** @type {any} */ i) => html`<li>${i.text}</li>`)}</ul></details><//>`;
}
