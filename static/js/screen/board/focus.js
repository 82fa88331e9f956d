// One card in focus: the strip, both ends and their reasons, one question; or before and after.

import { Agreement } from '../../elements/icons.js';
import { Foot, Head } from '../../elements/screen.js';
import { Key, Movement, Strip } from '../../elements/strip.js';
import { lowered } from '../../elements/strip-words.js';
import { Told, certaintyWords, whyWords } from '../../elements/told.js';
import { linesOf, measure, useWidth } from '../../elements/units.js';
import { classes, html, useMemo } from '../../helpers/html.js';
import { named, say } from '../../helpers/say.js';
import { Information } from './placing.js';

const CARD = 65; // units: the size of a card's text, where it takes two lines at most

/** @param {{parts: any, found: any}} props */
export function Focus({ parts, found }) {
  const { board, session } = parts;
  const at = board.cards.findIndex((/** @type {any} */ c) => c.id === found.card);
  const text = board.cards[at]?.text ?? '';
  const room = Math.min(1500, useWidth() - 192);
  const wide = useMemo(() => measure(650), []);
  const shift = board.show === 'shift' && Boolean(found.before) && !found.withheld;
  const where = html`${board.round?.cause === 'warm_up' ? say('screen.board.warm_up') : session.scenario_title} · ${say('screen.board.card_of', { at: at + 1, of: board.cards.length })}`;
  return html`<main id="main" class=${classes('screen', shift ? 'shift' : 'focus')}><${Head} left=${where} right=${html`<${Label} found=${found} shift=${shift} />`} />
    <h1 class=${linesOf(text, CARD, room, wide) > 2 ? 'is-long' : ''}>${text}</h1>
    ${found.withheld ? html`<${Withheld} found=${found} />` : shift ? html`<${Shift} board=${board} found=${found} />` : html`<${Picture} board=${board} found=${found} />`}
    <${Prompt} board=${board} found=${found} shift=${shift} />
    <${Foot} parts=${parts} left=${shift ? html`<${Key} before=${say('screen.board.before')} now=${say('screen.board.now')} />` : null} /></main>`;
}

/** The room's label; after a shift the old one, an arrow, the new one. @param {{found: any, shift: boolean}} props */
function Label({ found, shift }) {
  const now = html`<${Agreement} label=${found.label} pill=${true} />`;
  if (!shift || !found.before.label || found.before.label === found.label) return now;
  return html`<span class="agree-from"><${Agreement} label=${found.before.label} /><svg viewBox="0 0 44 24" role="img" aria-label=${say('screen.board.then')}><path d="M3 12h37M31 4l9 8-9 8" /></svg>${now}</span>`;
}

/** No figures: why, and what those who need to know more would ask. @param {{found: any}} props */
function Withheld({ found }) {
  const asked = topics(found).join(', ');
  return html`<p class="focus-none">${whyWords(found)}</p>${asked && html`<p class="focus-none focus-said">${say('screen.board.would_ask')} ${asked}</p>`}`;
}

/** @param {{board: any, found: any}} props */
function Picture({ board, found }) {
  const camps = found.camps && { low: side(found.camps.low), high: side(found.camps.high) };
  return html`<${Strip} size="screen" fills=${true} motion="reveal" scale=${board.scale} tallies=${found.tallies} needToKnow=${found.need_to_know ?? 0}
    label=${found.label} median=${found.median} camps=${camps} topics=${topics(found)} />
    <p class="focus-said">${certaintyWords(found.certainty)}</p><${Told} found=${found} look="focus-said focus-why" />`;
}

/** @param {{board: any, found: any}} props */
function Shift({ board, found }) {
  return html`<${Information} information=${board.information} />
    <${Strip} size="screen" fills=${true} motion="shift" scale=${board.scale} tallies=${found.tallies} needToKnow=${found.need_to_know ?? 0} before=${found.before} label=${found.label} />
    <${Movement} movement=${found.movement} ends=${board.scale.ends} /><${Told} found=${found} look="focus-said" />
    ${found.whys.length > 0 && html`<p class="screen-whys">${say('screen.board.why')} <b>${whys(found).join(' · ')}</b></p>`}`;
}

/** What people say moved them, or did not: commonest first, no counts. @param {any} found */
const whys = (found) => named('why', found.whys.slice(0, 3).map((/** @type {any} */ w) => w.why));

/** @param {any} camp */
const side = (camp) => ({ ...camp, reasons: named('reason', camp.reasons) });

/** @param {any} found */
const topics = (found) => named('topic', found.missing.map((/** @type {any} */ m) => m.topic)).map((word, at) => (at ? lowered(word) : word));

/** The facilitator's prompt; else, where both ends named the same reason, that. @param {{board: any, found: any, shift: boolean}} props */
function Prompt({ board, found, shift }) {
  const both = !shift && found.shared_reason ? say('screen.board.both', { reason: lowered(named('reason', [found.shared_reason])[0]) }) : '';
  const words = board.prompt || both;
  return words ? html`<p class="screen-prompt">${words}</p>` : null;
}
