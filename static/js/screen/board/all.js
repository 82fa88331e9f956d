// All cards in order of disagreement: a list of strips in one scale, so that piles compare.

import { Agreement } from '../../elements/icons.js';
import { packed, usePage } from '../../elements/pages.js';
import { Foot, Head } from '../../elements/screen.js';
import { Axis, Strip } from '../../elements/strip.js';
import { whyWords } from '../../elements/told.js';
import { linesOf, u, useWidth } from '../../elements/units.js';
import { classes, html } from '../../helpers/html.js';
import { say, sayAll } from '../../helpers/say.js';
import { inOrder } from './words.js';

const MOST = 12; // rows on a page
const ROOM = 744; // units: what the rows may take
const TALLEST = 95;
const LEGEND = { size: 34, line: 39, beside: 192 + 48 + 690, lines: 2 }; // the foot: what stands beside the legend, and lines it may take for nothing
const STRIP_LINE = 18; // units: a strip's line with what is above and below the dots

/** @param {{parts: any}} props */
export function All({ parts }) {
  const { board } = parts;
  const rows = inOrder(board);
  const pages = packed(rows, Math.ceil(rows.length / Math.ceil(rows.length / MOST)), () => 1);
  const at = usePage(pages.length);
  const [first, second] = sayAll('screen.board.know');
  const differ = rows.some((row) => !row.withheld);
  const right = [say('screen.card', { n: rows.length }), differ && say('screen.board.most'), pages.length > 1 && say('screen.page', { at: at + 1, of: pages.length })].filter(Boolean).join(' · ');
  const height = Math.min(TALLEST, (ROOM - below(board.scale, useWidth())) / pages[at].length);
  const among = rows.filter((row) => row.tallies).map((row) => [...row.tallies, row.need_to_know ?? 0]);
  return html`<main id="main" class="screen screen-cards"><${Head} left=${html`<h1>${board.round?.cause === 'warm_up' || !differ ? say('screen.board.all_placed') : say('screen.board.differ')}</h1>`} right=${right} />
    <div class="screen-row axis"><span></span><${Axis} stages=${board.scale.stages.length} lane=${html`${first}<br />${second}`} /><span></span></div>
    <ol>${pages[at].map((row) => html`<${Row} key=${row.card} ...${{ board, row, height, among }} />`)}</ol>
    <${Foot} parts=${parts} left=${html`<${Legend} scale=${board.scale} />`} /></main>`;
}

/** What a long legend takes from the rows. @param {any} scale @param {number} width */
function below(scale, width) {
  const words = scale.stages.map((/** @type {any} */ stage) => `${stage.name} 1`).join(' ');
  return LEGEND.line * Math.max(0, linesOf(words, LEGEND.size, width - LEGEND.beside) - LEGEND.lines);
}

/** @param {{board: any, row: any, height: number, among: number[][]}} props */
function Row({ board, row, height, among }) {
  const card = board.cards.find((/** @type {any} */ c) => c.id === row.card);
  const strip = { scale: board.scale, tallies: row.tallies, needToKnow: row.need_to_know ?? 0, label: row.label, among, size: 'rows', height: Math.min(60, height - STRIP_LINE - 6) };
  return html`<li class=${classes('screen-row', height < 80 && 'is-low')} style=${{ height: u(height) }}><span class="name">${card?.short || card?.text || ''}</span>
    ${row.withheld ? html`<span class="fewer">${whyWords(row)}</span>` : html`<${Strip} ...${strip} />`}
    <${Agreement} label=${row.label} /></li>`;
}

/** The stages' numbers and names, once. @param {{scale: any}} props */
function Legend({ scale }) {
  return html`<span class="legend">${scale.stages.map((/** @type {any} */ stage, /** @type {number} */ at) => html`<span><b>${at + 1}</b> ${stage.name}</span>`)}</span>`;
}
