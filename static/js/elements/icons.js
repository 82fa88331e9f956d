// Icons, the mark, labels of agreement and the bare line. All are decoration beside a word.
// For pages that the server draws, templates/_icons.html does the same with the same drawings.

import { classes, html } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { DRAWINGS } from './drawings.js';

const TURNS = new Set(['back', 'next']); // these point the other way in a right-to-left language

/** @param {{name: string}} props one of DRAWINGS, e.g. "check" */
export function Icon({ name }) {
  return html`<svg class=${classes('icon', TURNS.has(name) && 'icon--turns')} viewBox="0 0 20 20" aria-hidden="true">${DRAWINGS[name]?.()}</svg>`;
}

/** @param {{name?: string, size?: number}} props name: "" for the drawing alone */
export function Mark({ name = say('common.page.product'), size = 26 }) {
  return html`<span class="mark"><svg width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true">${DRAWINGS.mark()}</svg>${name && html`<span>${name}</span>`}</span>`;
}

/**
 * A label of agreement: a glyph and a word, never a colour. Nothing when there is no label.
 * @param {{label: string | null | undefined, pill?: boolean}} props
 */
export function Agreement({ label, pill = false }) {
  if (!label) return null;
  return html`<span class=${classes('agree', pill && 'agree--pill')}><svg viewBox="0 0 32 20" aria-hidden="true">${DRAWINGS[label]?.()}</svg>${say(`common.labels.${label}`)}</span>`;
}

/** The glyph of a label alone, where its word stands beneath. @param {{label: string | null | undefined}} props */
export function Glyph({ label }) {
  return html`<span class="agree glyph" aria-hidden="true">${label && html`<svg viewBox="0 0 32 20">${DRAWINGS[label]?.()}</svg>`}</span>`;
}

/**
 * The bare line; with `at`, the position of one stage that is meant.
 * @param {{stages?: number, at?: number | null}} props
 */
export function Line({ stages = 5, at = null }) {
  const boxes = Array.from({ length: stages }, (_, index) => index);
  return html`<svg class=${`still of${stages}`} viewBox=${`0 0 ${66 * stages - 2} ${at === null ? 6 : 16}`} aria-hidden="true">
    ${boxes.map((index) => html`<rect class=${`seg${index + 1}`} x=${index * 66} y=${at === null ? 0 : index === at ? 1 : 5} width="64" height=${index === at ? 14 : 6} rx="2" />`)}
  </svg>`;
}
