// The lobby: who is here, who has agreed, and the screen that must stand before anybody can join.

import { html } from '../helpers/html.js';
import { Ready } from './parts.js';
import { TEXT } from './text.js';

const T = TEXT.welcome;

export const isTall = () => true;

/** @param {{room: any}} props */
export function Console({ room }) {
  const session = room.part('session');
  const agreed = room.part('welcome')?.agreed ?? 0;
  const link = html`${T.screenMore} <a class="linkish" href=${`/screen/${room.session}`} target="_blank" rel="noopener">${T.open}</a>`;
  return html`<${Ready} title=${T.title} rows=${[
    ['screen', T.screen, link], ['people', T.joined(session.devices), T.joinedMore], ['check', T.agreed(agreed), T.agreedMore], ['info', T.material, session.content_note],
  ]} />`;
}
