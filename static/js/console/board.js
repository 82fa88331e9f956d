// The board beneath the preview: counts before the reveal and nothing else; after it the queue.

import { Sure } from '../elements/sure.js';
import { html } from '../helpers/html.js';
import { Ready } from './parts.js';
import { Queue } from './queue.js';
import { TEXT } from './text.js';
import { useWait } from './waits.js';

const T = TEXT.board;
const LOOK = 'button button--second button--slim';

/** The preview is large while there is nothing to talk about yet. @param {any} room */
export const isTall = (room) => !room.part('board')?.results;

/** @param {{room: any}} props */
export function Console({ room }) {
  const board = room.part('board');
  if (!board) return null;
  if (board.results) return html`<${Queue} room=${room} />`;
  const state = board.round?.state;
  if (state === 'open' || state === 'closing') return html`<${Placing} room=${room} />`;
  return state === 'closed' ? html`<${Closed} room=${room} />` : html`<${Opening} board=${board} />`;
}

/** Before the round is open: what they will place. @param {{board: any}} props */
function Opening({ board }) {
  return html`<div class="ready"><h2>${T.ready}</h2>${board.information && html`<p class="quote">${board.information.text}</p>`}
    <h3 class="eyebrow">${T.cards}</h3><ol class="plain-list">${board.cards.map((/** @type {any} */ c) => html`<li>${c.text}</li>`)}</ol></div>`;
}

/** @param {{room: any}} props */
function Placing({ room }) {
  const { round } = room.part('board');
  const progress = room.part('progress') ?? { answered: 0, finished: 0, devices: 0, enough: false };
  const { k } = room.part('session');
  const waits = useWait(room.part('notes_private').opened);
  /** @type {[string, string, string][]} */
  const rows = [
    progress.enough ? ['check', T.possible, T.possibleMore(k)] : progress.devices < k ? ['waiting', T.tooFew(k), T.tooFewMore(k)] : ['waiting', T.notYet, T.notYetMore],
    ['people', T.finished(progress.finished, progress.devices), T.stillMore],
    ['lock', T.closes, T.closesMore],
  ];
  const idle = round.state === 'open' && !progress.enough && !waits;
  return html`<${Ready} title=${T.before} rows=${rows}>${idle && html`<p class="small">${T.idleMore(k)} <${Sure} words=${T.idle} sure=${T.idleSure} yes=${T.idleYes} no=${T.keepOpen} onYes=${() => room.post('board.reveal', { round: round.id, idle_out: true })} /></p>`}
    ${round.state === 'open' && html`<${Sure} words=${T.closeQuietly} sure=${progress.enough ? T.closeSure : T.closeEarly} yes=${T.closeIt} no=${T.keepOpen} onYes=${() => room.post('board.close', { round: round.id })} />`}<//>`;
}

/** Closed without being shown; it can still be shown when enough had finished. @param {{room: any}} props */
function Closed({ room }) {
  const { round } = room.part('board');
  return html`<div class="ready"><h2>${T.closed}</h2><p class="quiet small">${round.showable ? T.closedMore : T.closedEarly}</p>
    <p class="row">${round.showable && html`<${Sure} look=${LOOK} words=${T.showNow} sure=${T.showSure} yes=${T.showNow} no=${T.openNo} onYes=${() => room.post('board.reveal', { round: round.id })} />`}
    <${Sure} look=${LOOK} words=${T.openAgain} sure=${T.openSure} yes=${T.openAgain} no=${T.openNo} onYes=${() => room.post('board.again', { round: round.id })} />
    ${round.cause !== 'warm_up' && html`<button class=${LOOK} type="button" onClick=${() => room.open('again')}>${T.again}</button>`}</p></div>`;
}
