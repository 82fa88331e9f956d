// All placed: a quiet bar, own answers hidden until tapped. It looks like working from a distance.

import { Icon, Line } from '../../elements/icons.js';
import { Top } from '../../elements/phone.js';
import { html, useSignal } from '../../helpers/html.js';
import { TEXT } from '../../helpers/text.js';
import { sheetOf } from './cards.js';

const T = TEXT.board;

/** @param {{room: any, onChange: (index: number) => void}} props */
export function Waiting({ room, onChange }) {
  const sheet = sheetOf(room);
  const shown = useSignal(false);
  const progress = room.part('progress');
  const words = T.progress(progress, room.part('session').k);
  return html`<${Top} title=${sheet.warm ? T.warmUp : ''} /><main id="main" tabindex="-1"><${Line} stages=${sheet.board.scale.stages.length} />
    <h1>${T.finished(sheet.cards.length)}</h1><p class="quiet lead">${T.same}</p>
    <progress class="progress" value=${progress.finished} max=${Math.max(progress.devices, 1)} aria-label=${words}></progress><p class="progress-words">${words}</p>
    <div class="sheet rows lead"><button type="button" aria-expanded=${shown.value} onClick=${() => { shown.value = !shown.value; }}><${Icon} name="eye" /><span>${shown.value ? T.hide : T.show}<small>${T.hidden}</small></span></button>
      ${shown.value ? sheet.cards.map((card, i) => html`<${Answer} ...${{ sheet, card }} onClick=${() => onChange(i)} />`)
      : html`<button type="button" onClick=${() => onChange(0)}><${Icon} name="pencil" /><span>${T.changeCard}<small>${T.until}</small></span></button>`}
      <button type="button" onClick=${() => room.open('ask')}><${Icon} name="ask" /><span>${T.askLine}<small>${T.askWhere}</small></span></button></div>
    <p class="aid">${TEXT.aid}</p></main>`;
}

/** @param {any} props */
function Answer({ sheet, card, onClick }) {
  const mine = sheet.placed[card.id];
  const stage = sheet.board.scale.stages.find((/** @type {any} */ s) => s.id === mine?.stage);
  return html`<button type="button" onClick=${onClick}><${Icon} name=${mine?.skipped ? 'next' : stage ? 'check' : 'know'} /><span>${card.short}<small>${mine?.skipped ? T.skipped : stage ? stage.name : T.know}${mine?.own ? ` · ${T.notCounted}` : ''}</small></span></button>`;
}
