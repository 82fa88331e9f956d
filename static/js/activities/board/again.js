// After placing again: what changed, or why not? Staying and moving look alike and take as many taps; so does looking on.

import { Icon } from '../../elements/icons.js';
import { Chip, Chips, SendState, Top } from '../../elements/phone.js';
import { html } from '../../helpers/html.js';
import { say } from '../../helpers/say.js';

const STAYED = ['not_relevant', 'not_enough', 'already'];

/** A stage's name; null is need to know more. @param {any[]} stages @param {string | null} id */
const nameOf = (stages, id) => stages.find((s) => s.id === id)?.name ?? say('phone.board.know');

/** @param {any} props */
export function Again({ room, sheet, card, at, mine, stood, next, change }) {
  const { board, round } = sheet;
  const { stages } = board.scale;
  const moved = stood.stood !== undefined && stood.stood !== mine.stage;
  return html`<${Top} title=${say('phone.board.again')} /><main id="main" tabindex="-1"><p class="cardline">${card.text}</p>
    ${moved && html`<p class="was-row"><span class="faint">${say('phone.board.you')}</span><span>${nameOf(stages, stood.stood)}</span></p>`}
    <${Chosen} stages=${stages} stage=${mine.stage} yours=${stood.stood === mine.stage} change=${change} />
    ${mine.own ? html`<p class="clear small"><${Icon} name="phone" /><span>${say('phone.board.kept_here')}</span></p>`
    : html`<${SendState} operation=${room.outbox.stateOf(`${round} ${card.id}`)} /><${WhyOr} ...${{ room, board, round, card, mine }} />
      <p class="clear small"><${Icon} name="phone" />${say('phone.board.only')}</p>`}
    <div class="end"><button class="button button--wide" type="button" onClick=${next}>${at + 1 < sheet.cards.length ? say('phone.board.next_card') : say('phone.done')}</button></div></main>`;
}

/** Where it stands now. @param {any} props */
function Chosen({ stages, stage, yours, change }) {
  const n = stages.findIndex((/** @type {any} */ s) => s.id === stage) + 1;
  const mark = yours && html`<span class="yours"><i></i>${say('phone.board.you')}</span>`;
  const again = html`<button class="change" type="button" onClick=${change}>${say('phone.board.change')}</button>`;
  if (!n) return html`<div class="know is-chosen"><${Icon} name="know" /><span>${say('phone.board.know')}${mark}</span>${again}</div>`;
  return html`<div class=${`stages of${stages.length}`}><div class=${`stage is-chosen s${n}`}><span class="pick"><span class="n">${n}</span><span class="name">${nameOf(stages, stage)}${mark}</span></span>${again}</div></div>`;
}

/** What changed, or why not; kept until the card is left. @param {any} props */
function WhyOr({ room, board, round, card, mine }) {
  const stayed = mine.direction === 'same';
  const options = board.whys.filter((/** @type {string} */ id) => STAYED.includes(id) === stayed);
  /** @param {string} id */
  const toggle = (id) => {
    const why = mine.why.includes(id) ? mine.why.filter((/** @type {string} */ x) => x !== id) : [...mine.why, id];
    room.occasions.add(round, card.id, { ...mine, why });
  };
  const title = stayed ? say('phone.board.stayed') : say('phone.board.moved');
  return html`<h2>${title} <span class="faint">${say('phone.board.later')}</span></h2>
    <${Chips} name=${title}>${options.map((/** @type {string} */ id) => html`<${Chip} on=${mine.why.includes(id)} onClick=${() => toggle(id)}>${say(`names.why.${id}`)}<//>`)}<//>`;
}
