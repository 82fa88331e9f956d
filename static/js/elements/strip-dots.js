// Where the dots of a strip go. Mirrors workshop/domain/strip_dots.py, function for function; both
// are tested against tests/messages/strip/*.json.

export const GAP = 0.36; // the gap between dots as a share of their radius
export const GAP_OF_PAIRS = 0.5;
const BAND_SHARE = 0.84; // of a band's width that dots may fill
const BUMP = 0.25; // standard deviation of a bump as a share of the band
const STEPS = 24; // points of the shape in one band

/** @typedef {{r: number, columns: number, lane_columns: number, gap: number}} Fit */
/** @typedef {[step: number, row: number]} Place */

/**
 * The largest dots at which every pile fits; among equals the fewest columns.
 * @param {number[][]} piles one list per strip that shares this fit: its stages' counts, then the lane's
 * @param {number} band @param {number} lane @param {number} height @param {number} rmax
 * @param {boolean} pairs before and after, where the columns are odd
 * @returns {Fit}
 */
export function fit(piles, band, lane, height, rmax, pairs = false) {
  const gap = pairs ? GAP_OF_PAIRS : GAP;
  const most = Math.max(1, ...piles.map((pile) => Math.max(...pile)));
  const off = Math.max(0, ...piles.map((pile) => pile[pile.length - 1]));
  let best = { r: 0, columns: 1, lane_columns: 1, gap };
  for (let columns = 1; columns <= most + 1; columns += pairs ? 2 : 1) {
    const found = withColumns(columns, { most, off, band, lane, height, rmax, gap, pairs });
    if (found.r > best.r + 1e-9) best = found;
  }
  return best;
}

/**
 * @param {number} columns
 * @param {{most: number, off: number, band: number, lane: number, height: number, rmax: number, gap: number, pairs: boolean}} room
 */
function withColumns(columns, { most, off, band, lane, height, rmax, gap, pairs }) {
  let r = Math.min((BAND_SHARE * band) / span(columns, gap), height / span(Math.ceil(most / columns), gap), rmax);
  let narrow = Math.max(1, Math.min(columns, Math.floor((lane / r + gap) / (2 + gap) + 1e-9)));
  if (pairs && narrow % 2 === 0) narrow -= 1;
  if (off && span(Math.ceil(off / narrow), gap) * r > height + 1e-9) {
    r = Math.min(r, lane / span(columns, gap));
    narrow = columns;
  }
  return { r, columns, lane_columns: narrow, gap };
}

/** Length of `count` dots in a line, in radii. @param {number} count @param {number} gap */
export const span = (count, gap) => count * (2 + gap) - gap;

/**
 * Places of a pile: from the line upwards, in a row from the centre outwards, left before right.
 * @param {number} count @param {number} columns @returns {Place[]}
 */
export function places(count, columns) {
  /** @type {Place[]} */
  const found = [];
  for (let row = 0; row < Math.ceil(count / columns); row += 1) {
    for (const step of outwards(Math.min(columns, count - row * columns))) found.push([step, row]);
  }
  return found;
}

/** @param {number} width */
function outwards(width) {
  const steps = Array.from({ length: width }, (_, index) => index - (width - 1) / 2);
  return steps.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
}

/**
 * The places that `count` dots take among those of the larger of two counts: whole rows first; in a
 * row only partly filled, mirror pairs, outermost first, an odd one in the centre.
 * @param {Place[]} ofBoth @param {number} count @returns {Place[]}
 */
export function filled(ofBoth, count) {
  /** @type {Place[]} */
  const taken = [];
  const rows = 1 + Math.max(-1, ...ofBoth.map(([, row]) => row));
  for (let row = 0; row < rows; row += 1) {
    const ofRow = ofBoth.filter((place) => place[1] === row);
    taken.push(...inRow(ofRow, Math.min(count - taken.length, ofRow.length)));
  }
  return taken;
}

/** @param {Place[]} ofRow @param {number} count */
function inRow(ofRow, count) {
  if (count >= ofRow.length || count <= 0) return ofRow.slice(0, Math.max(count, 0));
  const outermost = [...ofRow].sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]) || a[0] - b[0]);
  const centre = count % 2 ? ofRow.slice(0, 1) : [];
  return [...centre, ...outermost.filter((place) => !centre.includes(place)).slice(0, count - centre.length)];
}

/**
 * The outline over one band, [x, height above the ground], where every bump is a normal curve. Neighbouring bands meet.
 * @param {number} centre @param {number} band @param {[centre: number, height: number][]} bumps @returns {[number, number][]}
 */
export function shape(centre, band, bumps) {
  const sd = BUMP * band;
  return Array.from({ length: STEPS + 1 }, (_, index) => {
    const x = centre + band * (index / STEPS - 0.5);
    return [x, bumps.reduce((high, [middle, height]) => high + height * Math.exp(-(((x - middle) / sd) ** 2) / 2), 0)];
  });
}
