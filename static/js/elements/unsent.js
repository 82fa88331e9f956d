// What a phone wrote and the room does not have yet: waiting, or refused. Refused words stay until their writer has dealt with them.

import { html } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';
import { Icon } from './icons.js';

/**
 * @param {{room: any, operations: import('../live/outbox.js').Operation[], words: (body: any) => string, again: string,
 *   onAgain: (operation: import('../live/outbox.js').Operation) => void}} props `again` names what can be done with refused words
 */
export function Unsent({ room, operations, words, again, onAgain }) {
  const refused = (/** @type {any} */ o) => o.state === 'refused';
  return operations.map((o) => html`<li class="unsent" key=${o.id}><p>${words(o.body)}</p>
    <p class=${`state state--small ${refused(o) ? 'state--refused' : ''}`} role=${refused(o) ? 'alert' : undefined}><${Icon} name=${refused(o) ? 'refused' : 'waiting'} />${o.message || TEXT.waiting}</p>
    ${refused(o) && html`<div class="note-foot"><button class="sup" type="button" onClick=${() => onAgain(o)}>${again}</button><button class="sup" type="button" onClick=${() => room.outbox.drop(o.id)}>${TEXT.drop}</button></div>`}</li>`);
}

/**
 * Those of a kind: new ones of this place while they wait, and whatever was refused.
 * @param {any} room @param {string} add @param {string[]} others @param {(body: any) => boolean} here
 */
export const unsentOf = (room, add, others, here) => room.outbox.operations.value.filter((/** @type {any} */ o) =>
  (o.name === add && (here(o.body) || o.state === 'refused')) || (others.includes(o.name) && o.state === 'refused'));
