// Few notes: boxes, and lines between them. Solid = because, dotted = eases, dashed = another explanation.

import { Head } from '../../elements/screen.js';
import { HEIGHT, u } from '../../elements/units.js';
import { classes, html } from '../../helpers/html.js';
import { say } from '../../helpers/say.js';
import { Joined } from './joined.js';

export const LOOKS = /** @type {Record<string, string>} */ ({ because: '', eases: 'ease', alternative: 'rival' });

/** @param {{part: any, drawn: NonNullable<ReturnType<typeof import('./picture-layout.js').picture>>, width: number}} props */
export function Picture({ part, drawn, width }) {
  const right = [say('screen.formulation.notes', { n: part.notes.length }), part.links.length && say('screen.formulation.links', { n: part.links.length })].filter(Boolean).join(' · ');
  return html`<${Head} left=${html`<h1>${say('screen.formulation.so_far')}</h1>`} right=${right} />
    <svg class="map" viewBox=${`0 0 ${width} ${HEIGHT}`} role="img" aria-label=${right}>${drawn.links.map((link) => html`<g key=${link.id} class=${classes('link-line', LOOKS[link.kind])}><path d=${link.line} /><path class="head-line" d=${link.head} /></g>`)}</svg>
    ${drawn.headings.map((h) => html`<h2 class="map-section" style=${{ left: u(h.x), top: u(h.y), width: u(h.w) }}>${h.title}</h2>`)}
    ${drawn.boxes.map((box) => html`<p key=${box.id} class=${classes('map-note', box.role && `is-${box.role}`)} style=${{ left: u(box.x), top: u(box.y), width: u(box.w), height: u(box.h) }}><span class="cut" style=${{ '--lines': box.lines }}>${box.note.text}</span></p>`)}
    <${Joined} part=${part} />`;
}
