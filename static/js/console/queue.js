// The discussion queue: cards by disagreement, each with its strip, label and reasons from both ends. A click brings one up.

import { Agreement } from '../elements/icons.js';
import { Axis, Strip } from '../elements/strip.js';
import { movementParts } from '../elements/strip-words.js';
import { Told, whyWords } from '../elements/told.js';
import { classes, html } from '../helpers/html.js';
import { useRoving } from '../helpers/roving.js';
import { named, say, sayEach } from '../helpers/say.js';

const WIDTH = 210;

/** @param {{room: any}} props */
export function Queue({ room }) {
  const board = room.part('board');
  const shown = board.queue.map((/** @type {string} */ id) => board.results.find((/** @type {any} */ r) => r.card === id));
  const shut = board.results.filter((/** @type {any} */ r) => r.withheld);
  const among = shown.map((/** @type {any} */ r) => [...r.tallies, r.need_to_know]);
  const row = useRoving('li > button');
  return html`<div class="queue"><div class="qh"><h2>${say('console.board.queue')}</h2><span class="small quiet">${say('console.board.order')}</span><${Shows} room=${room} board=${board} /></div>
    <div class="queue-cols eyebrow" aria-hidden="true"><span>${say('console.board.card')}</span><${Axis} stages=${board.scale.stages.length} /><span>${say('console.board.agreement')}</span><span class="two-ends"><span>${say('console.board.low')}</span><span>${say('console.board.high')}</span></span></div>
    <ol ...${row}>${[...shown, ...shut].map((/** @type {any} */ r) => html`<${Row} key=${r.card} ...${{ room, board, r, among }} />`)}</ol></div>`;
}

/** What the screen shows, and placing again. @param {any} props */
function Shows({ room, board }) {
  const now = board.results.find((/** @type {any} */ r) => r.card === board.focus);
  const can = { all: true, focus: !!board.focus, shift: !!now?.before };
  const showing = board.show === 'shift' && !can.shift ? 'focus' : board.show; // the picture stands: there is no before
  /** @param {string} show */
  const turn = (show) => (show === 'all' ? room.post('discussion.focus', { card: null }) : room.post('discussion.show', { show }));
  const warm = board.round?.cause === 'warm_up';
  return html`<div class="shows" role="group" aria-label=${say('console.board.label')}>${Object.entries(sayEach('console.board.shows')).map(([id, words]) => html`<button type="button" aria-pressed=${showing === id} disabled=${!can[/** @type {'all'} */ (id)]} onClick=${() => turn(id)}>${words}</button>`)}</div>
    ${!warm && html`<button class="linkish" type="button" onClick=${() => room.open('again')}>${say('console.board.again')}</button>`}`;
}

/** @param {any} props */
function Row({ room, board, r, among }) {
  const card = board.cards.find((/** @type {any} */ c) => c.id === r.card);
  const now = board.focus === r.card;
  const bring = () => room.post('discussion.focus', { card: r.card });
  return html`<li class=${classes(now && 'now')}><button type="button" aria-current=${now} title=${card?.text} onClick=${bring}><span class="name">${card?.short ?? r.card}${now && html`<small>${say('console.board.on')}</small>`}</span>
    ${r.withheld ? html`<span class="small quiet withheld">${whyWords(r)}</span>` : html`<${Strip} size="list" width=${WIDTH} scale=${board.scale} tallies=${r.tallies} needToKnow=${r.need_to_know} label=${r.label} among=${among} />
      <span class="said-label"><${Agreement} label=${r.label} /><${Moved} r=${r} /><${Told} found=${r} look="small quiet" /></span><${Ends} r=${r} />`}</button></li>`;
}

/** Since it was placed before, in a few words. @param {any} props */
function Moved({ r }) {
  const parts = movementParts(r.movement, ['', '']).filter((p) => p.side !== 'same'); // to and from need to know more too
  const n = parts.reduce((sum, p) => sum + (p.n ?? 0), 0);
  return r.before && r.movement ? html`<small>${n ? say('console.board.moved', { n }) : ''}</small>` : null;
}

/** The commonest reasons of each end, two at most. @param {any} props */
function Ends({ r }) {
  const words = (/** @type {any} */ camp) => named('reason', (camp?.reasons ?? []).slice(0, 2)).join(' · ');
  return html`<span class="two-ends"><span>${words(r.camps?.low)}</span><span>${words(r.camps?.high)}</span></span>`;
}
