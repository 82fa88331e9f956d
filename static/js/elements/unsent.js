// What a phone wrote and the room does not have yet: waiting, or refused. What has not gone out can be taken back into the
// field; refused words stay until their writer has dealt with them.

import { html, useEffect } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { wordsIn } from '../live/outbox.js';
import { Icon } from './icons.js';
import { Sure } from './sure.js';

/** @typedef {import('../live/outbox.js').Operation} Operation */

/**
 * @param {{room: any, operations: Operation[], again: string, onAgain: (operation: Operation) => void, onBack?: (operation: Operation) => void}} props
 * `again` names what can be done with refused words; `onBack` puts words that were taken back where they can be changed
 */
export const Unsent = ({ operations, ...props }) => operations.map((o) => html`<${One} key=${o.id} o=${o} ...${props} />`);

/** @param {any} props */
function One({ room, o, again, onAgain, onBack = onAgain }) {
  useEffect(() => room.memory.shows(o.id), [o.id]);
  const refused = o.state === 'refused';
  const back = () => { if (room.outbox.takeBack(o.id)) onBack(o); };
  return html`<li class="unsent"><p>${wordsIn(o.body)}</p>
    <p class=${`state state--small ${refused ? 'state--refused' : ''}`} role=${refused ? 'alert' : undefined}><${Icon} name=${refused ? 'refused' : 'waiting'} />${o.message || say('phone.waiting')}</p>
    <div class="note-foot">${refused && html`<button class="sup" type="button" onClick=${() => onAgain(o)}>${again}</button>
      <${Sure} look="sup" words=${say('common.drop')} sure=${say('common.left.drop_sure')} yes=${say('common.drop')} no=${say('common.left.stay')} onYes=${() => room.outbox.drop(o.id)} />`}
      ${!refused && !o.tried && html`<button class="sup" type="button" onClick=${back}>${say('common.left.back')}</button>`}</div></li>`;
}

/** Words that were taken back go into a field, behind what is being typed there. @param {any} room @param {string} where @param {string} text */
export function putBack(room, where, text) {
  const there = room.memory.drafted(where);
  room.memory.draft(where, there?.text ? `${there.text} ${text}` : text, there?.base);
}

/**
 * Those of a kind: new ones of this place while they wait, and whatever was refused.
 * @param {any} room @param {string} add @param {string[]} others @param {(body: any) => boolean} here
 */
export const unsentOf = (room, add, others, here) => room.outbox.operations.value.filter((/** @type {any} */ o) =>
  (o.name === add && (here(o.body) || o.state === 'refused')) || (others.includes(o.name) && o.state === 'refused'));
