// After placing again: what changed, or why not? The phone sends the movement apart from the placement.

import { Icon } from '../../elements/icons.js';
import { Chip, SendState, Top } from '../../elements/phone.js';
import { html, useSignal } from '../../helpers/html.js';
import { TEXT } from '../../helpers/text.js';
import { direction } from './cards.js';

const T = TEXT.board;
const STAYED = ['not_relevant', 'not_enough', 'already'];

/** @param {any} props */
export function Again({ room, sheet, card, mine, earlier, next, change }) {
  const { board, round } = sheet;
  const why = useSignal(/** @type {string[]} */ ([]));
  const way = direction(board, earlier.stage, mine.stage);
  const stayed = way === 'same';
  const options = board.whys.filter((/** @type {any} */ w) => STAYED.includes(w.id) === stayed);
  const stage = (/** @type {string} */ id) => board.scale.stages.findIndex((/** @type {any} */ s) => s.id === id);
  /** @param {string} id */
  const toggle = (id) => {
    why.value = why.value.includes(id) ? why.value.filter((x) => x !== id) : [...why.value, id];
    room.post('board.move', { round, card: card.id, direction: way, why: why.value }, { about: `${round} ${card.id} move`, round });
  };
  return html`<${Top} title=${T.again} /><main id="main" tabindex="-1"><p class="cardline">${card.text}</p>
    ${!stayed && html`<p class="was-row"><span class="faint">${T.you}</span><span>${board.scale.stages[stage(earlier.stage)]?.name}</span></p>`}
    <div class=${`stages of${board.scale.stages.length}`}><div class=${`stage is-chosen s${stage(mine.stage) + 1}`}><span class="pick"><span class="n">${stage(mine.stage) + 1}</span><span class="name">${board.scale.stages[stage(mine.stage)]?.name}${stayed && html`<span class="yours"><i></i>${T.you}</span>`}</span></span><button class="change" type="button" onClick=${change}>${T.change}</button></div></div>
    <${SendState} operation=${room.outbox.stateOf(`${round} ${card.id}`)} />
    <h2>${stayed ? T.stayed : T.moved} <span class="faint">${TEXT.optional}</span></h2>
    <div class="chips" role="group" aria-label=${stayed ? T.stayed : T.moved}>${options.map((/** @type {any} */ w) => html`<${Chip} on=${why.value.includes(w.id)} onClick=${() => toggle(w.id)}>${w.name}<//>`)}</div>
    <p class="clear small"><${Icon} name="phone" />${T.only}</p>
    <div class="end"><button class="button button--wide" type="button" onClick=${next}>${T.nextCard}</button></div></main>`;
}
