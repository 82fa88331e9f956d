// The strip: one line, its stages, and the room as dots. Geometry only; nothing here draws.
// Mirrors workshop/drawing/strip.py, function for function; both are tested against
// tests/messages/strip/*.json. Lengths are in the drawing's own units, y grows downwards.

import { filled, fit, places, shape, span } from './dots';
import { withWords } from './labels';
import { SIZES } from './sizes';
import type { Fit, Place } from './dots';
import type { Size } from './sizes';
import type { Counts } from './words';

export const FEWEST = 5; // fewer placements: nothing is drawn
export const MOST_DOTS = 150; // more: a shape instead of dots
const LANE = 0.135; // of the width: the lane *need to know more*
const LANE_GAP = 0.03;

export type Point = [x: number, y: number];
export type Box = { x: number; y: number; w: number; h: number };
export type Label = { lines: string[]; x: number; y: number; size: number };
export type Camp = { first: number; last: number; n: number; reasons: readonly string[] };
export type Pile = {
  stage: number;
  x: number;
  now: Point[];
  was: Point[];
  shape: Point[];
  count: Label | null;
};
export type Bracket = {
  x: number;
  w: number;
  y: number;
  tick: number;
  n: number;
  share: Label;
  reasons: Label;
};
export type Strip = {
  kind: 'dots' | 'shape' | 'pairs';
  width: number;
  height: number;
  r: number;
  columns: number;
  ground: number;
  lanes: Box[];
  segments: Box[];
  piles: Pile[];
  dotted: Box;
  median: Point | null;
  names: Label[];
  topics: Label | null;
  brackets: Bracket[];
};
export type Setting = {
  size: Size;
  width: number;
  band: number;
  lane: number;
  piles: number[];
  earlier: number[];
  kind: Strip['kind'];
  fit: Fit;
  dots: number;
  tallest: number;
  centre: (index: number) => number;
};

/**
 * Where everything in a strip goes, or null below five placements (then nothing is drawn). `tallies`:
 * placements by stage, in order. `options`: median: position of the median stage, never drawn on a split;
 * among: the piles (stages, then the lane) of every strip in the same list.
 */
export function layout(
  tallies: readonly number[],
  needToKnow: number,
  options: {
    width: number;
    size?: string;
    height?: number | null;
    names?: readonly string[];
    lane_name?: string;
    before?: Counts | null;
    label?: string | null;
    median?: number | null;
    camps?: [Camp, Camp] | null;
    topics?: readonly string[];
    among?: readonly (readonly number[])[];
    rtl?: boolean;
  },
): Strip | null {
  const {
    before = null,
    label = null,
    median = null,
    camps = null,
    names = [],
    lane_name = '',
    topics = [],
    rtl = false,
  } = options;
  if (sum(tallies) < FEWEST || (before && sum(before.tallies) < FEWEST)) return null;
  const setting = settingOf(tallies, needToKnow, options);
  let strip = lineAndPiles(setting);
  if (setting.size.text) {
    const split = label === 'split';
    strip = withWords(strip, setting, names, lane_name, split ? null : median, split ? camps : null, topics);
  }
  return rtl ? mirrored(strip) : strip;
}

function settingOf(
  tallies: readonly number[],
  needToKnow: number,
  { width, size = 'page', height = null, before = null, among = [] }: Parameters<typeof layout>[2],
): Setting {
  const sizes = SIZES[size];
  const lane = LANE * width;
  const band = (width - lane - LANE_GAP * width) / tallies.length;
  const piles = [...tallies, needToKnow];
  const earlier = before ? [...before.tallies, before.need_to_know] : [];
  const together = [piles, ...(before ? [earlier] : []), ...among.map((pile) => [...pile])];
  const kind = Math.max(...together.map(sum)) > MOST_DOTS ? 'shape' : before ? 'pairs' : 'dots';
  const room = height ?? sizes.height;
  const fitted =
    kind === 'shape'
      ? { r: 0.46 * sizes.line, columns: 1, lane_columns: 1, gap: 0 }
      : fit(together, band, lane, room, sizes.rmax, kind === 'pairs');
  const used = kind === 'shape' ? room : Math.max(...together.map((pile) => pileHeight(pile, fitted)));
  const centre = (index: number) => (index === tallies.length ? width - lane / 2 : (index + 0.5) * band);
  return {
    size: sizes,
    width,
    band,
    lane,
    piles,
    earlier,
    kind,
    fit: fitted,
    dots: Math.max(used, Math.min(room, 2 * sizes.line)),
    tallest: Math.max(...together.flat()),
    centre,
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);

function pileHeight(pile: number[], fitted: Fit) {
  const rows = Math.max(
    Math.ceil(Math.max(...pile.slice(0, -1)) / fitted.columns),
    Math.ceil(pile[pile.length - 1] / fitted.lane_columns),
  );
  return Math.max(0, span(rows, fitted.gap) * fitted.r);
}

function lineAndPiles(setting: Setting): Strip {
  const { size, band, width, lane, piles } = setting;
  const apart = Math.max(2, 0.18 * size.line);
  const ground = (size.text ? 1.35 * size.count : 2) + setting.dots;
  const under = ground + 0.55 * setting.fit.r + 2;
  const top = size.text ? under + apart : under;
  const boxes = piles.slice(0, -1).map((_, index) => ({ x: index * band + apart / 2, w: band - apart }));
  const edge = Math.min(4, 0.05 * lane);
  return {
    kind: setting.kind,
    width,
    height: top + size.line + 2,
    r: setting.fit.r,
    columns: setting.fit.columns,
    ground,
    lanes: size.text ? boxes.map(({ x, w }) => ({ x, y: 0, w, h: under })) : [],
    segments: boxes.map(({ x, w }) => ({ x, y: top, w, h: size.line })),
    piles: piles.map((_, index) => pileAt(setting, index, ground)),
    dotted: { x: width - lane + edge, y: top + size.line / 2, w: lane - 2 * edge, h: 0 },
    median: null,
    names: [],
    topics: null,
    brackets: [],
  };
}

function pileAt(setting: Setting, index: number, ground: number): Pile {
  const { piles, kind, fit: fitted } = setting;
  const inLane = index === piles.length - 1;
  const columns = inLane ? fitted.lane_columns : fitted.columns;
  const x = setting.centre(index);
  const count = piles[index];
  const earlier = setting.earlier[index] ?? 0;
  const stage = inLane ? -1 : index;
  if (kind === 'shape') {
    const rise = (setting.dots * count) / setting.tallest;
    const up = count || !inLane ? outline(setting, index) : [];
    return {
      stage,
      x,
      now: [],
      was: [],
      shape: up.map(([px, high]) => [px, ground - high]),
      count: countLabel(setting, x, ground - rise, count, earlier),
    };
  }
  const both = places(Math.max(count, earlier), columns);
  const pitch = fitted.r * (2 + fitted.gap);
  const at = (taken: Place[]): Point[] =>
    taken.map(([step, row]) => [x + step * pitch, ground - fitted.r - row * pitch]);
  const top =
    ground - Math.max(0, span(Math.ceil(Math.max(count, earlier) / columns), fitted.gap) * fitted.r);
  return {
    stage,
    x,
    now: at(filled(both, count)),
    was: at(filled(both, earlier)),
    shape: [],
    count: countLabel(setting, x, top, count, earlier),
  };
}

function outline(setting: Setting, index: number): Point[] {
  const stages = setting.piles.length - 1;
  const ours = index === stages ? [index] : setting.piles.slice(0, -1).map((_, at) => at);
  const band = index === stages ? setting.lane : setting.band;
  return shape(
    setting.centre(index),
    band,
    ours.map((at) => [setting.centre(at), (setting.dots * setting.piles[at]) / setting.tallest]),
  );
}

function countLabel(setting: Setting, x: number, top: number, count: number, earlier: number): Label | null {
  if (!setting.size.text || !(count || earlier)) return null;
  const words = setting.earlier.length && count !== earlier ? `${earlier} → ${count}` : String(count);
  return { lines: [words], x, y: top - 0.36 * setting.size.count, size: setting.size.count };
}

/** The same strip for a right-to-left page. */
export function mirrored(strip: Strip): Strip {
  const w = strip.width;
  const point = ([x, y]: Point) => [w - x, y] as Point;
  const box = (b: Box) => ({ ...b, x: w - b.x - b.w });
  const label = (found: Label) => ({ ...found, x: w - found.x });
  const maybe = (found: Label | null) => found && label(found);
  return {
    ...strip,
    lanes: strip.lanes.map(box),
    segments: strip.segments.map(box),
    dotted: box(strip.dotted),
    piles: strip.piles.map((p) => ({
      ...p,
      x: w - p.x,
      now: p.now.map(point),
      was: p.was.map(point),
      shape: p.shape.map(point),
      count: maybe(p.count),
    })),
    median: strip.median && point(strip.median),
    names: strip.names.map(label),
    topics: maybe(strip.topics),
    brackets: strip.brackets.map((b) => ({
      ...b,
      x: w - b.x - b.w,
      share: label(b.share),
      reasons: label(b.reasons),
    })),
  };
}
