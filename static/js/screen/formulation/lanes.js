// Many notes: each section a lane, one of them open; links in bundles beneath, never between two single notes.

import { Head } from '../../elements/screen.js';
import { HEIGHT, u } from '../../elements/units.js';
import { classes, html } from '../../helpers/html.js';
import { say } from '../../helpers/say.js';
import { Joined } from './joined.js';
import { lanes, openNotes, openSection } from './lanes-layout.js';
import { LOOKS } from './picture.js';

const MOST_BARS = 9;

/** @param {{part: any, width: number, pens: import('./picture-layout.js').Pens}} props */
export function Lanes({ part, width, pens }) {
  const { lanes: all, bundles, titles, height, beside } = lanes(part, width, pens.titles);
  const at = part.sections.findIndex((/** @type {any} */ s) => s.id === openSection(part));
  const right = [say('screen.formulation.notes', { n: part.notes.length }), part.links.length && say('screen.formulation.links', { n: part.links.length }), say('screen.formulation.section', { at: at + 1, of: part.sections.length })].filter(Boolean).join(' · ');
  return html`<${Head} left=${html`<h1>${say('screen.formulation.title')}</h1>`} right=${right} />
    <div class="lanes" style=${{ '--titles': u(titles), '--high': u(height) }}>${all.map((lane) => html`<${Lane} key=${lane.section.id} lane=${lane} high=${height} pens=${pens} />`)}</div>
    <svg class="map" viewBox=${`0 0 ${width} ${HEIGHT}`} role="img" aria-label=${spoken(part, bundles)}>${bundles.map((bundle) => html`<${Bundle} bundle=${bundle} />`)}
      ${bundles.map((b) => b.label && html`<g><circle class="many" cx=${b.label.x} cy=${b.label.y} r="25" /><text class="many-n" x=${b.label.x} y=${b.label.y + 12} font-size="34">${b.n}</text></g>`)}</svg>
    ${beside.notes > 0 && html`<p class="sr">${say('screen.formulation.beside', { notes: say('screen.formulation.beside_notes', { n: beside.notes }), sections: say('screen.formulation.beside_sections', { n: beside.sections }) })}</p>`}<${Joined} part=${part} low=${true} />`;
}

/** @param {{lane: import('./lanes-layout.js').Lane, high: number, pens: import('./picture-layout.js').Pens}} props */
function Lane({ lane, high, pens }) {
  const { section, notes, open, x, w } = lane;
  const found = open ? openNotes(notes, w, high, pens.words) : null;
  return html`<section class=${open ? 'full' : 'thin'} style=${{ left: u(x), width: u(w) }}><h2>${section.title}</h2><p class="n">${say('screen.formulation.notes', { n: notes.length })}</p>
    <ol>${found ? html`${found.shown.map(({ note, lines }) => html`<li key=${note.id}><span class="cut" style=${{ '--lines': lines }}>${note.text}</span></li>`)}${found.more > 0 && html`<li class="more">${say('screen.formulation.more', { n: found.more })}</li>`}${!notes.length && html`<li class="more">${say('screen.formulation.empty')}</li>`}`
      : notes.slice(0, MOST_BARS).map((note) => html`<li key=${note.id}></li>`)}</ol></section>`;
}

/** @param {{bundle: import('./lanes-layout.js').Bundle}} props */
function Bundle({ bundle }) {
  const { line, head, kind, full, thick } = bundle;
  const dash = kind === 'eases' ? `0.1 ${full ? 1.9 * thick : 9}` : kind === 'alternative' ? '4 10' : undefined;
  return html`<g class=${classes('bundle', LOOKS[kind], !full && 'thin')}><path d=${line} stroke-width=${thick} stroke-dasharray=${dash} stroke-linecap=${dash ? 'round' : 'butt'} /><path class="head-line" d=${head} stroke-width=${full ? 4 : 3} /></g>`;
}

/** What the bundles of the open lane say. @param {any} part @param {import('./lanes-layout.js').Bundle[]} bundles */
function spoken(part, bundles) {
  const title = (/** @type {string} */ id) => part.sections.find((/** @type {any} */ s) => s.id === id)?.title ?? '';
  return bundles.filter((b) => b.full).map((b) => say(`screen.formulation.kinds.${b.kind}`, { from: title(b.from), to: title(b.to), n: b.n })).join('; ') || say('screen.formulation.links', { n: part.links.length });
}
