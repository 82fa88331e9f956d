// Questions that the facilitator shows, large. Answered and parked ones are only counted.

import { packed, usePage } from '../elements/pages.js';
import { Foot, Head, Late, Say } from '../elements/screen.js';
import { linesOf, measure, useWidth } from '../elements/units.js';
import { html, useMemo } from '../helpers/html.js';
import { say } from '../helpers/say.js';

const ROOM = 720; // units: what the questions may take
const SIZES = [{ text: 65, gap: 90 }, { text: 52, gap: 76 }, { text: 40, gap: 64 }]; // units, the largest first

/** @param {{parts: any, links: any}} props */
export function Screen({ parts, links }) {
  const { shown } = parts.questions;
  const open = shown.filter((/** @type {any} */ q) => q.state === 'shown');
  return open.length ? html`<${Shown} parts=${parts} open=${open} />` : html`<main id="main" class="screen"><${Head} left=${say('screen.questions.title')} right=${counts(shown)} />
    <${Say} title=${say('screen.questions.none')} say=${say('screen.questions.none_say')} /><${Late} parts=${parts} links=${links} /><${Foot} parts=${parts} left=${say('common.page.aid')} right="" /></main>`;
}

/** @param {any[]} shown */
function counts(shown) {
  const of = (/** @type {string} */ state) => shown.filter((q) => q.state === state).length;
  return [of('answered') && say('screen.questions.answered', { n: of('answered') }), of('parked') && say('screen.questions.parked', { n: of('parked') })].filter(Boolean).join(' · ');
}

/** @param {{parts: any, open: any[]}} props */
function Shown({ parts, open }) {
  const wide = useMemo(() => measure(600), []);
  const { index, pages } = arranged(open, useWidth() - 232, wide);
  const at = usePage(pages.length);
  const right = [counts(parts.questions.shown), pages.length > 1 && say('screen.page', { at: at + 1, of: pages.length })].filter(Boolean).join(' · ');
  return html`<main id="main" class="screen"><${Head} left=${html`<h1>${say('screen.questions.title')}</h1>`} right=${right} />
    <ol class=${`screen-questions size-${index + 1}`}>${pages[at].map((q) => html`<li key=${q.id}>${q.text}</li>`)}</ol><${Foot} parts=${parts} left="" /></main>`;
}

/** The largest size at which all questions fit on one page; else the smallest, on pages. @param {any[]} open @param {number} width @param {import('../elements/units.js').Measure} [wide] */
export function arranged(open, width, wide) {
  const all = SIZES.map(({ text, gap }) => packed(open, ROOM, (q) => 1.25 * text * linesOf(q.text, text, width, wide) + gap));
  const index = all.findIndex((pages) => pages.length === 1);
  return index < 0 ? { index: SIZES.length - 1, pages: all[SIZES.length - 1] } : { index, pages: all[index] };
}
