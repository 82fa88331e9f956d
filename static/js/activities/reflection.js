// Before you go: one thing I will do, what I still need, support, a takeaway, and a phone that is cleared.

import { Words } from '../elements/asking.js';
import { Unsent, putBack } from '../elements/unsent.js';
import { Icon } from '../elements/icons.js';
import { Chip, Chips, SendState, Top } from '../elements/phone.js';
import { html } from '../helpers/html.js';
import { said } from '../live/left.js';
import { say } from '../helpers/say.js';
import { save, takeaway } from '../helpers/takeaway.js';
import { Ask } from './questions.js';

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const part = room.part('reflection');
  const open = part?.state === 'open';
  return html`<${Top} title=${say('phone.reflection.title')} /><main id="main" tabindex="-1">${open ? html`<${Asks} ...${{ room, part }} />` : html`<h1>${say('phone.reflection.closed')}</h1>${part?.few && html`<p class="quiet lead">${say('phone.reflection.few', { k: room.part('session').k })}</p>`}`}
    <h2>${say('phone.questions.everybody')}</h2><${Ask} room=${room} where="question-end" />
    <h2>${say('phone.reflection.support')}</h2><ul class="support">${part.resources.map((/** @type {any} */ r) => html`<li><b>${r.title}</b> ${r.text}${r.url && html` <span class="faint">${r.url.replace('https://', '')}</span>`}</li>`)}</ul>
    <div class="sheet keep"><b>${say('phone.reflection.takeaway')}</b><span class="quiet small">${say('phone.reflection.takeaway_more')}</span><button class="button button--second button--slim" type="button" onClick=${() => save(say('phone.reflection.file'), takeaway(room))}><${Icon} name="download" />${say('phone.reflection.download')}</button></div>
    <div class="end"><p class="clear small"><${Icon} name="phone" />${say('phone.reflection.clears')}</p><button class="button button--wide button--second" type="button" onClick=${room.leave}>${say('phone.reflection.leave')}</button></div></main>`;
}

/** @param {any} props */
function Asks({ room, part }) {
  const { kept } = room.memory.held.value;
  const own = room.part('own_reflection');
  const isOf = (/** @type {string} */ what) => (kept[`${what} in`] ?? part.round) === part.round;
  const tags = (isOf('needs') && kept.needs) || (own?.round === part.round ? own.tags : []);
  /** @param {string} field @param {string} text */
  const tell = (field, text) => {
    room.memory.note(field, text);
    room.memory.note(`${field} in`, part.round);
    room.post(...said(part.round, field, text));
  };
  /** @param {string} id */
  const toggle = (id) => {
    const next = tags.includes(id) ? tags.filter((/** @type {string} */ t) => t !== id) : [...tags, id];
    room.memory.note('needs', next);
    room.memory.note('needs in', part.round);
    room.post('reflection.need', { round: part.round, tags: next }, { about: `${part.round} needs`, round: part.round });
  };
  const waits = (/** @type {string} */ name) => [room.outbox.stateOf(`${part.round} ${name}`)].find((o) => o?.state === 'waiting' && !o.tried);
  const field = (/** @type {string} */ name, /** @type {string} */ label) => html`<${Words} room=${room} where=${`say-${name}`} label=${label} limit=${280} long=${true} start=${isOf(name) ? '' : kept[name]} onSend=${(/** @type {string} */ text) => tell(name, text)} />
    ${isOf(name) && kept[name] && !waits(name) && html`<p class="small">${kept[name]}</p>`}${waits(name) ? html`<ul class="notes-list"><${Unsent} room=${room} operations=${[waits(name)]} again=${say('common.left.back')} onAgain=${(/** @type {any} */ o) => putBack(room, `say-${name}`, o.body.text)} /></ul>`
    : html`<${SendState} operation=${room.outbox.stateOf(`${part.round} ${name}`)} sent=${say('phone.sent_short')} />`}`;
  return html`${part.reopens && html`<p class="state" role="status">${say('phone.reflection.again')}</p>`}${field('will_do', say('phone.reflection.will'))}<h2>${say('phone.reflection.need')}</h2><${Chips} name=${say('phone.reflection.need')}>${part.tags.map((/** @type {string} */ id) => html`<${Chip} on=${tags.includes(id)} onClick=${() => toggle(id)}>${say(`names.need.${id}`)}<//>`)}<//>${field('still_need', say('phone.reflection.words'))}<p class="aid">${say('phone.reflection.read', { k: room.part('session').k })}</p>`;
}
