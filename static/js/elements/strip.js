// The strip as the browser draws it: lying on the projector, on pages and in lists; upright on phones.
// Where everything goes is in strip-geometry.js; this file only draws.

import { classes, html, useEffect, useRef, useState } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { SIZES, layout } from './strip-geometry.js';
import { Upright } from './strip-upright.js';
import { inWords, movementParts } from './strip-words.js';

/** @typedef {import('./strip-geometry.js').Strip} Drawing */
/** @typedef {import('./strip-geometry.js').Label} Label */
/** @typedef {{id: string, name: string}} Choice */
/** @typedef {{first: number, last: number, n: number, reasons: readonly string[]}} Camp */
/**
 * @typedef {object} StripProps
 * @property {{stages: Choice[]}} scale
 * @property {number[] | null} tallies placements by stage, in order; null when they are withheld
 * @property {number} needToKnow
 * @property {{tallies: number[], need_to_know: number} | null} [before] the earlier round, for before and after
 * @property {string | null} [own] id of this phone's stage; "" for need to know more; null when not placed
 * @property {string | null} [label] settled, neighbouring, spread, split
 * @property {string | null} [median] id of the median stage
 * @property {{low: Camp, high: Camp} | null} [camps] reasons as words, commonest first
 * @property {readonly string[]} [topics] what people would need to know, as words, commonest first
 * @property {'screen' | 'page' | 'report' | 'rows' | 'list' | 'phone'} [size]
 * @property {number} [width] units; measured from the page when absent
 * @property {number} [height] room for dots, in units
 * @property {boolean} [fills] takes the height that a flex column leaves it, and makes the dots fit
 * @property {readonly (readonly number[])[]} [among] piles (stages, then the lane) of every strip in the same list
 * @property {'reveal' | 'shift' | null} [motion]
 * @property {boolean} [rtl]
 */

const WIDEST_UPRIGHT = 480; // px: a page narrower than this stands the line up
const LIKELY = { screen: 1728, page: 760, report: 682, rows: 735, list: 240, phone: 328 };

/** The strip. Below five placements it draws nothing and says so. @param {StripProps} props */
export function Strip(props) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const size = props.size ?? 'page';
  const { width, room } = useRoom(box, props.width, size);
  const spoken = speech(props);
  const upright = size === 'phone' || (size === 'page' && width <= WIDEST_UPRIGHT);
  const drawing = upright ? null : drawn(props, size, width, props.fills ? room : 0);
  const shown = upright ? html`<${Upright} ...${props} width=${width} spoken=${spoken} own=${ownPosition(props)} />`
    : drawing ? html`<${Lying} ...${{ drawing, size, spoken, own: ownPosition(props), motion: props.motion, placed: total(props.tallies ?? []) }} />` : html`<span class="sr">${spoken}</span>`;
  return html`<div class=${classes('strip-box', props.fills && 'fills')} ref=${box}>${shown}</div>`;
}

/** @param {StripProps} props */
function speech({ scale, tallies, needToKnow, label, before, camps, ...rest }) {
  const names = scale.stages.map((stage) => stage.name);
  const own = ownPosition({ scale, tallies, needToKnow, ...rest });
  const ends = label === 'split' && camps ? [camps.low, camps.high] : [];
  return inWords(names, tallies, needToKnow, { label, before, own, camps: ends.map((camp) => [camp.n, camp.reasons]) });
}

/** Position of this phone's stage, -1 for the lane, null when it has none. @param {StripProps} props */
function ownPosition({ scale, own = null }) {
  if (own === null) return null;
  if (own === '') return -1;
  const found = scale.stages.findIndex((stage) => stage.id === own);
  return found < 0 ? null : found;
}

/**
 * @param {StripProps} props @param {string} size @param {number} width @param {number} room height to fill, 0 for any
 */
function drawn({ scale, tallies, needToKnow, before, label, median, camps, topics, height, among, rtl }, size, width, room) {
  if (!tallies) return null;
  const middle = scale.stages.findIndex((stage) => stage.id === median);
  /** @type {[Camp, Camp] | null} */
  const ends = camps ? [camps.low, camps.high] : null;
  const options = {
    width, size, before, label, among, topics, names: scale.stages.map((stage) => stage.name), lane_name: say('common.strip.lane'),
    median: middle < 0 ? null : middle, camps: ends, rtl: rtl ?? document.documentElement.dir === 'rtl',
  };
  const first = layout(tallies, needToKnow, { ...options, height });
  if (!first || !room) return first;
  const dots = Math.max(60, Math.min(280, room - (first.height - first.ground + (first.lanes.length ? 1.35 * SIZES[size].count : 2))));
  return layout(tallies, needToKnow, { ...options, height: dots });
}

/** @param {readonly number[]} counts */
const total = (counts) => counts.reduce((sum, n) => sum + n, 0);

/**
 * @param {{drawing: Drawing, size: string, spoken: string, own: number | null,
 *   motion?: string | null, placed: number}} props
 */
function Lying({ drawing, size, spoken, own, motion, placed }) {
  const { segments, lanes, dotted, median } = drawing;
  const look = SIZES[size];
  const thick = Math.max(1.5, Math.min(4.5, 0.2 * drawing.r));
  const number = drawing.names[0]?.size ?? 0;
  const moving = classes('strip', `of${segments.length}`, motion === 'reveal' && 'is-revealing', motion === 'shift' && 'is-shifting');
  return html`<svg class=${moving} role="img" aria-label=${spoken} viewBox=${`0 0 ${trim(drawing.width)} ${trim(drawing.height)}`} width=${trim(drawing.width)} height=${trim(drawing.height)}>
    ${lanes.map((lane) => html`<rect class="lane" x=${trim(lane.x)} y="0" width=${trim(lane.w)} height=${trim(lane.h)} rx=${Math.min(8, look.line * 0.3)} />`)}
    ${segments.map((box, at) => html`<rect class=${`seg seg${at + 1}`} x=${trim(box.x)} y=${trim(box.y)} width=${trim(box.w)} height=${box.h} rx=${Math.min(3, look.line / 4)} />`)}
    ${number > 0 && segments.map((box, at) => html`<text class=${`number on${at + 1}`} x=${trim(box.x + box.w / 2)} y=${trim(box.y + box.h / 2 + 0.35 * number)} font-size=${trim(number)}>${at + 1}</text>`)}
    <line class="off-line" x1=${trim(dotted.x)} x2=${trim(dotted.x + dotted.w)} y1=${trim(dotted.y)} y2=${trim(dotted.y)} stroke-width=${trim(thick)} stroke-dasharray=${`0.1 ${trim(Math.max(4.5, 2.75 * thick))}`} />
    <g class="piles">${drawing.kind === 'shape' && html`<path class="dot now" d=${outline(drawing.piles.filter((pile) => pile.stage >= 0).flatMap((pile) => pile.shape), drawing.ground)} />`}
      ${drawing.piles.map((pile) => html`<${Pile} pile=${pile} drawing=${drawing} own=${own === pile.stage} />`)}</g>
    ${median && html`<path class="median" d=${`M${trim(median[0])} ${trim(median[1])}l${trim(0.55 * look.line)} ${trim(0.8 * look.line)}h${trim(-1.1 * look.line)}z`} />`}
    ${drawing.names.map((name, at) => html`<${Lines} label=${name} kind=${at < segments.length ? 'stage-name' : 'stage-name soft'} leading=${1.18} />`)}
    ${drawing.topics && html`<${Lines} label=${drawing.topics} kind="soft" leading=${1.18} />`}
    ${drawing.brackets.map((bracket) => html`<${Bracket} bracket=${bracket} weight=${Math.max(2, 0.1 * look.line)} share=${say('common.strip.share', { n: placed })} />`)}
  </svg>`;
}

/** @param {{pile: Drawing['piles'][number], drawing: Drawing, own: boolean}} props */
function Pile({ pile, drawing, own }) {
  const off = pile.stage < 0 ? ' off' : '';
  const pairs = drawing.kind === 'pairs';
  const r = pairs ? 0.74 * drawing.r : drawing.r;
  const mark = own ? (pile.now[0] ?? (pile.shape.length ? [pile.x, drawing.ground - drawing.r] : null)) : null;
  return html`<g>
    ${pile.was.map(([x, y]) => html`<circle class=${`was${off}`} cx=${trim(x)} cy=${trim(y)} r=${trim(drawing.r)} stroke-width=${trim(0.14 * drawing.r)} />`)}
    <g class="now">
      ${off && pile.shape.length > 0 && html`<path class="dot off" d=${outline(pile.shape, drawing.ground)} />`}
      ${pile.now.map(([x, y]) => html`<circle class=${`dot${off}`} cx=${trim(x)} cy=${trim(y)} r=${trim(r)} />`)}
      ${mark && html`<circle class="mine" cx=${trim(mark[0])} cy=${trim(mark[1])} r=${trim(r)} /><circle class="mine-eye" cx=${trim(mark[0])} cy=${trim(mark[1])} r=${trim(0.4 * r)} />`}
    </g>
    ${pile.count && html`<${Lines} label=${pile.count} kind=${off ? 'count soft' : 'count'} leading=${1} />`}
  </g>`;
}

/** @param {[number, number][]} shape @param {number} ground */
function outline(shape, ground) {
  const points = [[shape[0][0], ground], ...shape, [shape[shape.length - 1][0], ground]];
  return `M${points.map(([x, y]) => `${trim(x)} ${trim(y)}`).join('L')}z`;
}

/** @param {{label: Label, kind: string, leading: number}} props */
function Lines({ label, kind, leading }) {
  return label.lines.map((line, at) => html`<text class=${kind} x=${trim(label.x)} y=${trim(label.y + at * leading * label.size)} font-size=${trim(label.size)}>${line}</text>`);
}

/** @param {{bracket: Drawing['brackets'][number], weight: number, share: string}} props */
function Bracket({ bracket, weight, share }) {
  const { x, w, y, tick } = bracket;
  const corner = Math.min(tick / 2, w / 2);
  const path = `M${trim(x)} ${trim(y)}v${trim(tick - corner)}q0 ${trim(corner)} ${trim(corner)} ${trim(corner)}H${trim(x + w - corner)}q${trim(corner)} 0 ${trim(corner)} ${trim(-corner)}v${trim(corner - tick)}`;
  return html`<g><path class="bracket" stroke-width=${trim(weight)} d=${path} />
    <text x=${trim(bracket.share.x)} y=${trim(bracket.share.y)} font-size=${trim(bracket.share.size)}><tspan class="n" font-size=${trim(1.15 * bracket.share.size)}>${bracket.n}</tspan><tspan class="soft">${` ${share}`}</tspan></text>
    <${Lines} label=${bracket.reasons} kind="" leading=${1.25} /></g>`;
}

/** @param {number} value */
const trim = (value) => Math.round(value * 10) / 10;

/**
 * Width and height in the drawing's units: as told, else measured. On the projector one unit is a 1080th of the height.
 * @param {{current: HTMLElement | null}} box @param {number | undefined} told @param {keyof typeof LIKELY} size
 */
function useRoom(box, told, size) {
  const [found, setFound] = useState({ width: told ?? LIKELY[size], room: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const units = size === 'screen' || size === 'rows' ? window.innerHeight / 1080 : 1;
      const width = told ?? Math.round(element.clientWidth / units);
      if (width) setFound((was) => (was.width === width && was.room === Math.round(element.clientHeight / units) ? was : { width, room: Math.round(element.clientHeight / units) }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [told, size]);
  return found;
}

/** The numbers above a list of strips, once. @param {{stages: number, lane?: string}} props */
export function Axis({ stages, lane = '' }) {
  const centre = (/** @type {number} */ at) => `${((at + 0.5) * 83.5) / stages}%`;
  return html`<div class="strip-axis" aria-hidden="true">
    ${Array.from({ length: stages }, (_, at) => html`<span style=${{ insetInlineStart: centre(at) }}>${at + 1}</span>`)}
    ${lane && html`<span class="k" style=${{ insetInlineStart: '93.25%' }}>${lane}</span>`}
  </div>`;
}

/** What an outline and a dot mean. @param {{before: string, now: string}} props */
export function Key({ before, now }) {
  return html`<span class="strip-key"><svg viewBox="0 0 34 34" aria-hidden="true"><circle class="ring" cx="17" cy="17" r="14" /></svg>${before}<svg viewBox="0 0 34 34" aria-hidden="true"><circle cx="17" cy="17" r="12" /></svg>${now}</span>`;
}

/**
 * The sentence of movement: left, middle, right, as the line lies.
 * @param {{movement: any, ends: string[], page?: boolean}} props
 */
export function Movement({ movement, ends, page = false }) {
  const parts = movementParts(movement, ends);
  if (!parts.length) return null;
  return html`<div class=${classes('move', page && 'move--page')}>${parts.map(({ side, n, text }) => html`<p class=${side}>
    ${side === 'low' && !page && html`<svg viewBox="0 0 60 24" aria-hidden="true"><path d="M57 12H4M13 3 4 12l9 9" /></svg>`}
    <span>${n !== null && html`<b>${n}</b> `}${text}</span>
    ${side === 'high' && !page && html`<svg viewBox="0 0 60 24" aria-hidden="true"><path d="M3 12h53M47 3l9 9-9 9" /></svg>`}
  </p>`)}</div>`;
}
