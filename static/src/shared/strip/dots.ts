// Where the dots of a strip go. Mirrors workshop/drawing/strip_dots.py, function for function; both
// are tested against tests/messages/strip/*.json.

export const GAP = 0.36; // the gap between dots as a share of their radius
export const GAP_OF_PAIRS = 0.5;
const BAND_SHARE = 0.84; // of a band's width that dots may fill
const BUMP = 0.25; // standard deviation of a bump as a share of the band
const STEPS = 24; // points of the shape in one band

export type Fit = { r: number; columns: number; lane_columns: number; gap: number };
export type Place = [step: number, row: number];

/**
 * The largest dots at which every pile fits; among equals the fewest columns. `piles`: one list per strip
 * that shares this fit: its stages' counts, then the lane's. `pairs`: before and after, where the columns are
 * odd.
 */
export function fit(
  piles: number[][],
  band: number,
  lane: number,
  height: number,
  rmax: number,
  pairs: boolean = false,
): Fit {
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

function withColumns(
  columns: number,
  {
    most,
    off,
    band,
    lane,
    height,
    rmax,
    gap,
    pairs,
  }: {
    most: number;
    off: number;
    band: number;
    lane: number;
    height: number;
    rmax: number;
    gap: number;
    pairs: boolean;
  },
) {
  let r = Math.min(
    (BAND_SHARE * band) / span(columns, gap),
    height / span(Math.ceil(most / columns), gap),
    rmax,
  );
  let narrow = Math.max(1, Math.min(columns, Math.floor((lane / r + gap) / (2 + gap) + 1e-9)));
  if (pairs && narrow % 2 === 0) narrow -= 1;
  if (off && span(Math.ceil(off / narrow), gap) * r > height + 1e-9) {
    r = Math.min(r, lane / span(columns, gap));
    narrow = columns;
  }
  return { r, columns, lane_columns: narrow, gap };
}

/** Length of `count` dots in a line, in radii. */
export const span = (count: number, gap: number) => count * (2 + gap) - gap;

/** Places of a pile: from the line upwards, in a row from the centre outwards, left before right. */
export function places(count: number, columns: number): Place[] {
  const found: Place[] = [];
  for (let row = 0; row < Math.ceil(count / columns); row += 1) {
    for (const step of outwards(Math.min(columns, count - row * columns))) found.push([step, row]);
  }
  return found;
}

function outwards(width: number) {
  const steps = Array.from({ length: width }, (_, index) => index - (width - 1) / 2);
  return steps.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
}

/**
 * The places that `count` dots take among those of the larger of two counts: whole rows first; in a row only
 * partly filled, mirror pairs, outermost first, an odd one in the centre.
 */
export function filled(ofBoth: Place[], count: number): Place[] {
  const taken: Place[] = [];
  const rows = 1 + Math.max(-1, ...ofBoth.map(([, row]) => row));
  for (let row = 0; row < rows; row += 1) {
    const ofRow = ofBoth.filter((place) => place[1] === row);
    taken.push(...inRow(ofRow, Math.min(count - taken.length, ofRow.length)));
  }
  return taken;
}

function inRow(ofRow: Place[], count: number) {
  if (count >= ofRow.length || count <= 0) return ofRow.slice(0, Math.max(count, 0));
  const outermost = [...ofRow].sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]) || a[0] - b[0]);
  const centre = count % 2 ? ofRow.slice(0, 1) : [];
  return [...centre, ...outermost.filter((place) => !centre.includes(place)).slice(0, count - centre.length)];
}

/**
 * The outline over one band, [x, height above the ground], where every bump is a normal curve. Neighbouring
 * bands meet.
 */
export function shape(
  centre: number,
  band: number,
  bumps: [centre: number, height: number][],
): [number, number][] {
  const sd = BUMP * band;
  return Array.from({ length: STEPS + 1 }, (_, index) => {
    const x = centre + band * (index / STEPS - 0.5);
    return [
      x,
      bumps.reduce((high, [middle, height]) => high + height * Math.exp(-(((x - middle) / sd) ** 2) / 2), 0),
    ];
  });
}
