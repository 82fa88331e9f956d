// All placed: a quiet bar, own answers hidden until tapped. It looks like working from a distance.

import { Icon, Line } from '../../elements/icons.js';
import { Top } from '../../elements/phone.js';
import { html, useSignal } from '../../helpers/html.js';
import { say } from '../../helpers/say.js';
import { sheetOf } from './cards.js';

/** How far the room is: in steps, so that nobody can watch one phone. @param {{finished: number, devices: number, enough: boolean}} progress @param {number} k */
export function progressWords({ finished, devices, enough }, k) {
  if (devices < k) return say('phone.board.progress.too_few', { k });
  return say(`phone.board.progress.${enough ? 'enough' : 'waits'}${finished ? '_of' : ''}`, { finished, devices });
}

/** @param {{room: any, onChange: (index: number) => void}} props */
export function Waiting({ room, onChange }) {
  const sheet = sheetOf(room);
  const shown = useSignal(false);
  const progress = room.part('progress');
  const n = sheet.cards.length;
  const words = progressWords(progress, room.part('session').k);
  return html`<${Top} title=${sheet.warm ? say('phone.board.warm_up') : ''} /><main id="main" tabindex="-1"><${Line} stages=${sheet.board.scale.stages.length} />
    <h1>${n === 2 ? say('phone.board.finished_both') : say('phone.board.finished', { n })}</h1><p class="quiet lead">${say('phone.board.same')}</p>
    <progress class="progress" value=${progress.finished} max=${Math.max(progress.devices, 1)} aria-label=${words}></progress><p class="progress-words">${words}</p>
    <div class="sheet rows lead"><button type="button" aria-expanded=${shown.value} onClick=${() => { shown.value = !shown.value; }}><${Icon} name="eye" /><span>${shown.value ? say('phone.board.hide') : say('phone.board.show')}<small>${say('phone.board.hidden')}</small></span></button>
      ${shown.value ? sheet.cards.map((card, i) => html`<${Answer} ...${{ sheet, card }} onClick=${() => onChange(i)} />`)
      : html`<button type="button" onClick=${() => onChange(0)}><${Icon} name="pencil" /><span>${say('phone.board.change_card')}<small>${say('phone.board.until')}</small></span></button>`}
      <button type="button" onClick=${() => room.open('ask')}><${Icon} name="ask" /><span>${say('phone.board.ask_line')}<small>${say('phone.board.ask_where')}</small></span></button></div>
    <p class="aid">${say('common.page.aid')}</p></main>`;
}

/** @param {any} props */
function Answer({ sheet, card, onClick }) {
  const mine = sheet.placed[card.id];
  const stage = sheet.board.scale.stages.find((/** @type {any} */ s) => s.id === mine?.stage);
  return html`<button type="button" onClick=${onClick}><${Icon} name=${mine?.skipped ? 'next' : stage ? 'check' : 'know'} /><span>${card.short}<small>${mine?.skipped ? say('phone.board.skipped') : stage ? stage.name : say('phone.board.know')}${mine?.own ? ` · ${say('phone.board.not_counted')}` : ''}</small></span></button>`;
}
