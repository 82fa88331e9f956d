// The board beneath the preview: counts before the reveal and nothing else; after it the queue.

import { Sure } from '../elements/sure.js';
import { html } from '../helpers/html.js';
import { say, spelt } from '../helpers/say.js';
import { Ready } from './parts.js';
import { Queue } from './queue.js';
import { useWait } from './waits.js';

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
  return html`<div class="ready"><h2>${say('console.board.ready')}</h2>${board.information && html`<p class="quote">${board.information.text}</p>`}
    <h3 class="eyebrow">${say('console.board.cards')}</h3><ol class="plain-list">${board.cards.map((/** @type {any} */ c) => html`<li>${c.text}</li>`)}</ol></div>`;
}

/** @param {{room: any}} props */
function Placing({ room }) {
  const { round } = room.part('board');
  const progress = room.part('progress') ?? { answered: 0, finished: 0, devices: 0, enough: false };
  const { k } = room.part('session');
  const waits = useWait(room.part('notes_private').opened);
  /** @type {[string, string, string][]} */
  const rows = [
    progress.enough ? ['check', say('console.board.possible'), say('console.board.possible_more', { k: spelt(k) })] : progress.devices < k ? ['waiting', say('console.board.too_few', { k: spelt(k) }), say('console.board.too_few_more', { k: spelt(k) })] : ['waiting', say('console.board.not_yet'), say('console.board.not_yet_more')],
    ['people', say(progress.finished ? 'console.board.finished' : 'console.board.finished_few', { n: progress.finished, of: progress.devices }), say('console.board.still_more')],
    ['lock', say('console.board.closes'), say('console.board.closes_more')],
  ];
  const idle = round.state === 'open' && !progress.enough && !waits;
  return html`<${Ready} title=${say('console.board.before')} rows=${rows}>${idle && html`<p class="small">${say('console.board.idle_more', { k: spelt(k) })} <${Sure} words=${say('console.board.idle')} sure=${say('console.board.idle_sure')} yes=${say('console.board.idle_yes')} no=${say('console.board.keep_open')} onYes=${() => room.post('board.reveal', { round: round.id, idle_out: true })} /></p>`}
    ${round.state === 'open' && html`<${Sure} words=${say('console.board.close_quietly')} sure=${progress.enough ? say('console.board.close_sure') : say('console.board.close_early')} yes=${say('console.board.close_it')} no=${say('console.board.keep_open')} onYes=${() => room.post('board.close', { round: round.id })} />`}<//>`;
}

/** Closed without being shown; it can still be shown when enough had finished. @param {{room: any}} props */
function Closed({ room }) {
  const { round } = room.part('board');
  return html`<div class="ready"><h2>${say('console.board.closed')}</h2><p class="quiet small">${round.showable ? say('console.board.closed_more') : say('console.board.closed_early')}</p>
    <p class="row">${round.showable && html`<${Sure} look=${LOOK} words=${say('console.board.show_now')} sure=${say('console.board.show_sure')} yes=${say('console.board.show_now')} no=${say('console.board.open_no')} onYes=${() => room.post('board.reveal', { round: round.id })} />`}
    <${Sure} look=${LOOK} words=${say('console.board.open_again')} sure=${say('console.board.open_sure')} yes=${say('console.board.open_again')} no=${say('console.board.open_no')} onYes=${() => room.post('board.again', { round: round.id })} />
    ${round.cause !== 'warm_up' && html`<button class=${LOOK} type="button" onClick=${() => room.open('again')}>${say('console.board.again')}</button>`}</p></div>`;
}
