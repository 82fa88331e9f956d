// Placing on a laptop: drag, click, 1–5 and 0, or arrows and Enter. One radio group beneath all four.

import { Icon } from '../../elements/icons.js';
import { Steps } from '../../elements/phone.js';
import { Earlier } from '../../elements/stage-targets.js';
import { classes, html, signal, useEffect, useRef, useSignal } from '../../helpers/html.js';
import { useRoving } from '../../helpers/roving.js';
import { say, sayAll } from '../../helpers/say.js';
import { Beforehand } from './beforehand.js';
import { modeWords } from './cards.js';
import { isTaken } from './keys.js';

const media = matchMedia('(min-width: 900px)');
export const isWide = signal(media.matches);
media.addEventListener('change', () => { isWide.value = media.matches; });

/** @param {any} props */
export function Wide({ room, sheet, card, at, mine, stood, choose, skip, go }) {
  const { scale, information } = sheet.board;
  const chosen = mine && !mine.skipped ? mine.stage : undefined;
  const over = useSignal(/** @type {string | null | undefined} */ (undefined));
  const lanes = [...scale.stages, { id: null, name: say('phone.board.know'), definition: '' }];
  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const onKey = (event) => {
      if (isTaken(event)) return;
      const digit = Number.parseInt(event.key, 10);
      if (digit === 0) choose(null);
      else if (scale.stages[digit - 1]) choose(scale.stages[digit - 1].id);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const drag = useDrag(over, choose);
  const placed = useRoving('.mini');
  return html`<main id="main" class="place-wide" tabindex="-1"><div class="row">${at > 0 ? html`<button class="button button--plain" type="button" onClick=${() => go(at - 1)}><${Icon} name="back" />${say('phone.back')}</button>` : html`<span></span>`}
      <div class="prog"><b>${say('phone.board.card', { at: at + 1, of: sheet.cards.length })}</b><${Steps} of=${sheet.cards.length} at=${at} done=${(/** @type {number} */ i) => !!sheet.placed[sheet.cards[i].id]} /></div>
      <button class="button button--plain" type="button" onClick=${skip}>${say('phone.skip')}<${Icon} name="next" /></button></div>
    ${information && html`<p class="quote"><b>${say('phone.board.information')}</b>${information.text}</p>`}
    <div class="stagearea"><div class="from"></div><div class="lifted" ...${drag}><${Icon} name="grip" /><div><p class="eyebrow">${modeWords(card)}</p><h1>${card.text}</h1></div></div><${Beforehand} ...${{ room, sheet, card, stood }} />
      <div class="keys" aria-hidden="true">${sayAll('phone.board.keys', { stages: scale.stages.length }).map((k) => html`<span>${k}</span>`)}</div></div>
    <div class=${`cols of${scale.stages.length}`} role="radiogroup" aria-label=${sheet.again ? say('phone.board.now') : say('phone.board.place_it')} style=${{ '--stages': scale.stages.length }} ...${placed}>
      ${lanes.map((lane, i) => html`<${Column} ...${{ sheet, lane, i, chosen, earlier: stood?.stood, choose, go, over }} last=${i === lanes.length - 1} count=${lanes.length} />`)}</div>
    <p class="aid">${stood?.told !== undefined ? say('phone.board.only') : say('common.page.aid')}</p></main>`;
}

/** @param {any} props */
function Column({ sheet, lane, i, last, chosen, earlier, choose, go, over, count }) {
  const here = sheet.cards.map((/** @type {any} */ c, /** @type {number} */ n) => ({ ...c, n })).filter((/** @type {any} */ c) => sheet.placed[c.id] && !sheet.placed[c.id].skipped && sheet.placed[c.id].stage === lane.id);
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const all = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest('.cols')).querySelectorAll('[role="radio"]')]);
    all[(i + step + count) % count]?.focus();
  };
  return html`<div class=${classes('col', last ? 'off' : `s${i + 1}`, over.value === lane.id && 'is-over')} data-stage=${lane.id ?? ''}>
    <button class="tabb" type="button" role="radio" aria-checked=${chosen === lane.id} tabindex=${(chosen === undefined ? i === 0 : chosen === lane.id) ? 0 : -1} onClick=${() => choose(lane.id)} onKeyDown=${onKeyDown}>
      <span class="n">${last ? html`<${Icon} name="know" />` : i + 1}</span><span class="name">${lane.name}${earlier === lane.id && Earlier()}</span><span class="d">${lane.definition}</span></button>
    <div class="pile">${over.value === lane.id && html`<div class="drop">${lane.name}</div>`}${here.map((/** @type {any} */ c) => html`<button class="mini" type="button" onClick=${() => go(c.n)}><${Icon} name="grip" />${c.short}</button>`)}</div></div>`;
}

/** Pointer dragging of the card onto a column. @param {any} over @param {(stage: string | null) => void} choose */
function useDrag(over, choose) {
  const from = useRef(/** @type {{x: number, y: number} | null} */ (null));
  /** @param {PointerEvent} event @returns {string | null | undefined} */
  const laneAt = (event) => {
    const column = document.elementsFromPoint(event.clientX, event.clientY).find((e) => e.classList.contains('col'));
    return column instanceof HTMLElement ? column.dataset.stage || null : undefined;
  };
  /** @param {any} event */
  const end = (event) => {
    const lane = from.current ? laneAt(event) : undefined;
    event.currentTarget.style.transform = '';
    event.currentTarget.classList.remove('is-held');
    from.current = null;
    over.value = undefined;
    if (lane !== undefined && event.type === 'pointerup') choose(lane);
  };
  return {
    /** @param {any} event */
    onPointerDown: (event) => {
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.classList.add('is-held');
    },
    /** @param {any} event */
    onPointerMove: (event) => {
      if (!from.current) return;
      event.currentTarget.style.transform = `translate(${event.clientX - from.current.x}px, ${event.clientY - from.current.y}px)`;
      over.value = laneAt(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
