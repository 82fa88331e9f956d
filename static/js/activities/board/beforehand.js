// What somebody should know before placing a card: who is in the room, that their own place is not counted, or a refusal.

import { Icon } from '../../elements/icons.js';
import { SendState } from '../../elements/phone.js';
import { html } from '../../helpers/html.js';
import { say } from '../../helpers/say.js';

/** @param {{room: any, sheet: any, card: any, stood: any}} props */
export function Beforehand({ room, sheet, card, stood }) {
  const operation = room.outbox.stateOf(`${sheet.round} ${card.id}`);
  const isFirst = !sheet.again && Object.keys(sheet.placed).length === 0;
  return html`${typeof stood === 'string' && html`<p class="clear small"><${Icon} name="phone" /><span>${say(`phone.board.looks_on.${stood}`)} ${say('phone.board.yourself')}</span></p>`}
    ${isFirst && html`<p class="quiet small">${say('phone.welcome.look', { n: room.part('session').devices })}</p>`}
    ${operation?.state === 'refused' && html`<${SendState} operation=${operation} />`}`;
}
