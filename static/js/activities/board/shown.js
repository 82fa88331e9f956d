// The reveal on a phone: the line upright, the room's dots, one's own marked by this phone alone.

import { Agreement, Glyph } from '../../elements/icons.js';
import { BackButton, Top } from '../../elements/phone.js';
import { Movement, Strip } from '../../elements/strip.js';
import { BothEnds } from '../../elements/strip-upright.js';
import { Told, certaintyWords, whyWords } from '../../elements/told.js';
import { html, useSignal } from '../../helpers/html.js';
import { named, say } from '../../helpers/say.js';

/** @param {{room: any}} props */
export function Shown({ room }) {
  const board = room.part('board');
  const picked = useSignal(/** @type {string | null} */ (null));
  const card = board.focus ?? picked.value;
  const found = board.results.find((/** @type {any} */ r) => r.card === card);
  if (!found) return html`<${All} board=${board} onPick=${(/** @type {string} */ id) => { picked.value = id; }} />`;
  const back = board.focus ? null : html`<${BackButton} words=${say('phone.board.all')} onClick=${() => { picked.value = null; }} />`;
  return html`<${One} ...${{ room, board, found, back }} />`;
}

/** One card with both ends' reasons. @param {any} props */
function One({ room, board, found, back }) {
  const text = board.cards.find((/** @type {any} */ c) => c.id === found.card)?.text ?? '';
  return html`<${Top} left=${back} title=${board.focus ? say('phone.board.focus') : ''} /><main id="main" tabindex="-1"><h1 class="card card--review">${text}</h1>
    ${found.withheld ? html`<${Withheld} found=${found} />` : html`<${Picture} ...${{ room, board, found }} />`}</main>`;
}

/** No figures: why, and what those who need to know more would ask. @param {any} props */
function Withheld({ found }) {
  const topics = named('topic', found.missing.map((/** @type {any} */ m) => m.topic));
  return html`<p class="quiet">${whyWords(found)}</p>${topics.length > 0 && html`<p class="small">${say('phone.board.would_ask')} ${topics.join(' · ')}</p>`}`;
}

/** @param {any} props */
function Picture({ room, board, found }) {
  const mine = room.memory.latest(found.card);
  const stage = board.scale.stages.find((/** @type {any} */ s) => s.id === mine?.stage);
  const camps = found.camps && { low: side(found.camps.low), high: side(found.camps.high) };
  const shift = board.show === 'shift' && found.before;
  const topics = named('topic', found.missing.map((/** @type {any} */ m) => m.topic));
  return html`<${Strip} size="phone" scale=${board.scale} tallies=${found.tallies} needToKnow=${found.need_to_know} own=${mine ? mine.stage ?? '' : null} label=${found.label} median=${found.median} camps=${camps} before=${shift || null} topics=${topics} motion=${shift ? 'shift' : 'reveal'} />
    <p class="upright-meta"><${Agreement} label=${found.label} />${mine && html`<span class="yours"><i></i>${say('phone.board.yours', { stage: stage ? stage.name : say('phone.board.know') })}</span>`}</p>
    <p class="quiet small">${certaintyWords(found.certainty)}</p><${Told} found=${found} />
    ${shift && found.movement && html`<${Movement} movement=${found.movement} ends=${board.scale.ends} page=${true} />`}
    ${camps && !shift && html`<${BothEnds} camps=${camps} placed=${found.placed} />`}
    <div class="room-prompt"><${Prompt} ...${{ board, found }} /><span class="aid">${say('common.page.aid')}</span></div>`;
}

/** The facilitator's prompt, or the reason that both ends share. @param {any} props */
function Prompt({ board, found }) {
  const prompt = board.prompt || (found.shared_reason && say('phone.board.both_named', { reason: named('reason', [found.shared_reason])[0] }));
  return prompt && html`<p>${prompt}</p>`;
}

/** @param {any} camp */
const side = (camp) => ({ ...camp, reasons: named('reason', camp.reasons) });

/** All cards, most disagreement first. @param {any} props */
function All({ board, onPick }) {
  const order = [...board.queue, ...board.results.filter((/** @type {any} */ r) => r.withheld).map((/** @type {any} */ r) => r.card)];
  return html`<${Top} title=${say('phone.board.all')} /><main id="main" tabindex="-1"><div class="sheet rows">${order.map((id) => {
    const found = board.results.find((/** @type {any} */ r) => r.card === id);
    const card = board.cards.find((/** @type {any} */ c) => c.id === id);
    return html`<button type="button" onClick=${() => onPick(id)}><${Glyph} label=${found?.label} /><span>${card?.short ?? id}<small>${found?.withheld ? whyWords(found) : found?.label ? say(`common.labels.${found.label}`) : ''}</small></span></button>`;
  })}</div><p class="aid">${say('common.page.aid')}</p></main>`;
}
