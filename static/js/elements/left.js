// Words that are on this device and nowhere else: told in one line wherever the room is, and all found in one list, to be
// sent, copied or taken away. Before they are sent they are looked at as in their field: they may not have been yet, and a
// line is not to tell whence words come. When the session has ended they can still be copied.

import { classes, html, useRef, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { lookedAt, wordsLeft } from '../live/left.js';
import { Doubt, useDoubt } from './asking.js';
import { Icon } from './icons.js';
import { Sheet } from './sheet.js';
import { Sure } from './sure.js';

/** What is left that cannot be seen on the page. @param {any} room @param {boolean} [all] also what can be seen */
export const leftOf = (room, all = false) => wordsLeft({
  held: room.memory.held.value, operations: room.outbox?.operations.value.filter((/** @type {any} */ o) => all || o.state === 'refused'), parts: room.connection.parts.value, shown: all ? undefined : room.memory.shown.value,
}).filter((left) => all || !room.unsaved || left.kind !== 'explanation' || room.unsaved(left.key));

/** One line, while there is any. @param {{room: any, class?: string}} props */
export function LeftLine({ room }) {
  const { length } = leftOf(room);
  if (!length) return null;
  return html`<p class="banner banner--do offer"><${Icon} name="pencil" /><span>${say('common.left.some', { n: length })}</span><button class="linkish" type="button" onClick=${() => room.open('left')}>${say('common.left.look')}</button></p>`;
}

/** @param {{room: any, onClose: () => void}} props */
export function LeftSheet({ room, onClose }) {
  const list = leftOf(room);
  return html`<${Sheet} title=${say('common.left.title')} onClose=${onClose}><p class="small quiet">${list.length ? say('common.left.more') : say('common.left.none')}</p><${List} room=${room} list=${list} /><//>`;
}

/** At the end of a session: what was being typed. @param {{list: import('../live/left.js').Left[]}} props */
export function LeftBehind({ list }) {
  return list.length ? html`<section class="left-behind"><p>${say('common.left.ended')}</p><${List} list=${list} /></section>` : null;
}

/** @param {{room?: any, list: import('../live/left.js').Left[]}} props */
function List({ room = null, list }) {
  return html`<ul class="notes-list">${list.map((left) => html`<${One} key=${left.key} room=${room} left=${left} />`)}</ul>`;
}

/** @param {{room: any, left: import('../live/left.js').Left}} props */
function One({ room, left }) {
  const said = useSignal('');
  const isClosed = left.kind === 'say' && !left.send; // of what else has no button here, its own place has one
  const busy = useRef(false);
  const { doubt, ask, clear } = useDoubt(room);
  const drop = () => (left.operation ? room.outbox.drop(left.operation) : room.memory.undraft(left.key));
  const send = async () => {
    clear();
    if (!left.send || busy.current) return;
    busy.current = true;
    const ack = await room.post(...left.send);
    busy.current = false;
    if (ack?.ok === false) said.value = ack.message;
    else drop();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(left.text);
      said.value = say('common.left.copied');
    } catch {
      said.value = say('common.left.copy_by');
    }
  };
  return html`<li class="unsent"><p class="eyebrow">${say(`common.left.kinds.${left.kind}`)}</p><p>${left.text}</p>
    ${(left.why || (room && isClosed)) && html`<p class=${classes('state state--small', left.why && 'state--refused')}>${left.why || say('common.left.closed')}</p>`}
    ${doubt.value && html`<${Doubt} doubt=${doubt} onChange=${clear} onSend=${send} change=${say('common.left.stay')} />`}
    <div class="note-foot">${room && left.send && !doubt.value && html`<button class="sup" type="button" onClick=${() => ask(lookedAt(left.send?.[1]), send)}>${say('common.left.send')}</button>`}
      <button class="sup" type="button" onClick=${copy}>${say('common.left.copy')}</button>
      ${room && html`<${Sure} look="sup" words=${say('common.drop')} sure=${say('common.left.drop_sure')} yes=${say('common.drop')} no=${say('common.left.stay')} onYes=${drop} />`}<span class="small quiet" role="status">${said.value}</span></div></li>`;
}
