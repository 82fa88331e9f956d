// Many notes: each section a lane, one of them open, links bundled per pair of sections beneath the lanes.
// Geometry only, in units.

import { textWidth } from '../../shared/strip/text';
import { linesOf } from '../units';
import type { Measure } from '../units';
import { arrow } from './links';
import { supported } from './picture-layout';
import type { Link, Note, Section } from './picture-layout';

export type Lane = { section: Section; notes: Note[]; open: boolean; x: number; w: number };
type Pair = { from: string; to: string; kind: string; n: number };
export type Bundle = Pair & {
  line: string;
  head: string;
  full: boolean;
  thick: number;
  label: { x: number; y: number } | null;
};

const LANE_BOTTOM = 792;
const LANE_TOP = 132; // where the titles begin
const COUNT = 50; // the line that counts the notes
const TITLE_LINE = 36.3;
const NOTE_SIZE = 34;
const MOST_SHOWN = 5;
const MARGIN = 96;
const GAP = 28;
const OPEN = 0.32; // of the width within the margins
const FEWEST_LANES = 3;
const MOST_LANES = 6;
const NARROWEST = 180; // a closed lane
const WIDEST = 260;
const TITLE = 32.4;
const LEAST_OPEN = 0.29; // of the width, where long words make the other lanes wider
const NOTE_GAP = 9;
const LEADING = 41;
const MOST_LINES = 4;
const FEWEST_LINES = 2;
const NOTE_PAD = 12;
const MORE = 44; // the line "and 3 more"
const DEPTHS = [34, 48, 62, 74]; // of a bundle's curve by the distance of its lanes
const LABEL_APART = 72;

/** The section whose lane is open: as the facilitator chose; else what is of concern, else the fullest. */
export function openSection({ sections, notes, lane }: { sections: Section[]; notes: Note[]; lane: string }) {
  if (sections.some((s) => s.id === lane)) return lane;
  const count = (id: string) => notes.filter((n) => n.section === id).length;
  const presenting = sections.find((s) => s.role === 'presenting' && count(s.id));
  return presenting?.id ?? sections.reduce((best, s) => (count(s.id) > count(best.id) ? s : best)).id;
}

/** Links per pair of sections and kind; an arrow leads from what explains to what is explained. */
export function bundled({ notes, links }: { notes: Note[]; links: Link[] }): Pair[] {
  const home = new Map(notes.map((n) => [n.id, n.section]));
  const pairs: Map<string, Pair> = new Map();
  for (const { source, target, kind } of links) {
    const [from, to] = (kind === 'because' ? [target, source] : [source, target]).map((id) => home.get(id));
    if (!from || !to) continue;
    const key = `${from} ${to} ${kind}`;
    pairs.set(key, { from, to, kind, n: (pairs.get(key)?.n ?? 0) + 1 });
  }
  return [...pairs.values()];
}

/**
 * Which sections have a lane, in their own order: the open one, those joined to it, those with a part in the
 * explanation, those with most notes; as many as the screen is wide enough for.
 */
export function chosen(
  part: { sections: Section[]; notes: Note[]; links: Link[]; lane: string },
  most: number,
): Section[] {
  const open = openSection(part);
  const pairs = bundled(part).filter((p) => (p.from === open) !== (p.to === open));
  const worth = (s: Section) => {
    const ties = pairs.filter((p) => p.from === s.id || p.to === s.id).reduce((sum, p) => sum + p.n, 0);
    const notes = part.notes.filter((n) => n.section === s.id).length;
    return s.id === open ? Infinity : notes && 1e6 * ties + (s.role ? 1e3 : 0) + notes;
  };
  const best = part.sections
    .filter((s) => worth(s) > 0)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, most);
  return part.sections.filter((s) => best.includes(s));
}

/**
 * Sections and the width of a closed lane: as many as leave the open one room, and none narrower than a word
 * of its title.
 */
function fitted(part: Parameters<typeof chosen>[0], inner: number, measure: Measure) {
  const word = (s: Section) => Math.max(...s.title.split(/\s+/).map((w) => measure(w, TITLE)));
  for (let most = MOST_LANES; ; most -= 1) {
    const sections = chosen(part, most);
    const others = sections.length - 1;
    if (!others) return { sections, thin: 0 };
    const share = (inner * (1 - OPEN)) / others - GAP;
    const thin = Math.min(WIDEST, Math.max(NARROWEST, share, ...sections.map(word)));
    if (inner - others * (thin + GAP) >= LEAST_OPEN * inner || sections.length <= FEWEST_LANES)
      return { sections, thin };
  }
}

/** Returns titles: what the titles take; height: of a lane */
export function lanes(
  part: { sections: Section[]; notes: Note[]; links: Link[]; lane: string },
  width: number,
  measure: Measure = textWidth,
): {
  lanes: Lane[];
  bundles: Bundle[];
  titles: number;
  height: number;
  beside: { notes: number; sections: number };
} {
  const open = openSection(part);
  const inner = width - 2 * MARGIN;
  const { sections, thin } = fitted(part, inner, measure);
  const wide = inner - (thin + GAP) * (sections.length - 1);
  let x = MARGIN;
  const all = sections.map((section) => {
    const lane = {
      section,
      notes: supported(part.notes.filter((n) => n.section === section.id)),
      open: section.id === open,
      x,
      w: section.id === open ? wide : thin,
    };
    x += lane.w + GAP;
    return lane;
  });
  const shown = new Set(sections.map((s) => s.id));
  const rest = part.notes.filter((n) => !shown.has(n.section));
  const within = bundled(part).filter((p) => shown.has(p.from) && shown.has(p.to));
  const titles =
    TITLE_LINE * Math.max(2, ...all.map((lane) => linesOf(lane.section.title, TITLE, lane.w, measure)));
  const height = LANE_BOTTOM - LANE_TOP - titles - COUNT;
  return {
    lanes: all,
    bundles: curves(within, all, open),
    titles,
    height,
    beside: { notes: rest.length, sections: new Set(rest.map((n) => n.section)).size },
  };
}

/**
 * The open lane's notes that fit, five at most, and how many more there are. Rather a note more than a line
 * more of each. `notes`: best supported first.
 */
export function openNotes(notes: Note[], wide: number, high: number, measure: Measure = textWidth) {
  const lines = notes.map((note) => linesOf(note.text, NOTE_SIZE, wide - 24 - 54, measure));
  for (let count = Math.min(MOST_SHOWN, notes.length); count > 0; count -= 1) {
    const room = high - 24 - (notes.length > count ? MORE : 0);
    for (let most = MOST_LINES; most >= FEWEST_LINES; most -= 1) {
      const used =
        lines.slice(0, count).reduce((sum, n) => sum + NOTE_PAD + LEADING * Math.min(most, n), 0) +
        NOTE_GAP * (count - 1);
      if (used <= room)
        return {
          shown: notes.slice(0, count).map((note, at) => ({ note, lines: Math.min(most, lines[at]) })),
          more: notes.length - count,
        };
    }
  }
  return { shown: [], more: notes.length };
}

function curves(pairs: Pair[], all: Lane[], open: string): Bundle[] {
  const place = new Map(all.map((lane, at) => [lane.section.id, at]));
  const ports = portsOf(pairs, all, place);
  const labels: { x: number; y: number }[] = [];
  const ordered = pairs
    .map((pair) => ({ pair, full: pair.from === open || pair.to === open }))
    .sort((a, b) => Number(a.full) - Number(b.full));
  return ordered.map(({ pair, full }) => {
    const [x1, x2] = [ports.get(`${key(pair)} from`) ?? 0, ports.get(`${key(pair)} to`) ?? 0];
    const apart = Math.abs((place.get(pair.from) ?? 0) - (place.get(pair.to) ?? 0));
    const depth = DEPTHS[Math.min(apart, DEPTHS.length - 1)];
    const thick = full ? 3 + 1.6 * pair.n : 3;
    const y1 = LANE_BOTTOM;
    const y2 = LANE_BOTTOM + (full ? 18 : 12);
    const line = `M${x1} ${y1}C${x1} ${y1 + depth / 0.75} ${x2} ${y1 + depth / 0.75} ${x2} ${y2}`;
    return {
      ...pair,
      line,
      head: arrow([x2, LANE_BOTTOM + 4], 'up', full ? 13 : 9),
      full,
      thick,
      label: full ? labelAt(x1, x2, depth, labels, pair.to === open) : null,
    };
  });
}

const key = (pair: Pair) => `${pair.from} ${pair.to} ${pair.kind}`;

/**
 * Where bundles meet a lane: those to the start first, the nearest first; then those to the end, the furthest
 * first. So arcs lie within one another and do not cross.
 */
function portsOf(pairs: Pair[], all: Lane[], place: Map<string, number>) {
  const ports: Map<string, number> = new Map();
  all.forEach((lane, here) => {
    const ends = pairs.flatMap((pair) =>
      ['from', 'to']
        .filter((end) => pair[end as 'from' | 'to'] === lane.section.id)
        .map((end) => {
          const there = place.get(end === 'from' ? pair.to : pair.from) ?? 0;
          const order =
            there === here
              ? [1, end === 'from' ? 0 : 1]
              : there < here
                ? [0, here - there]
                : [2, here - there];
          return {
            name: `${key(pair)} ${end}`,
            order,
            kind: there < here ? pair.kind : reversed(pair.kind),
            both: pair.from < pair.to,
          };
        }),
    );
    ends.sort(
      (a, b) =>
        a.order[0] - b.order[0] ||
        a.order[1] - b.order[1] ||
        (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : Number(a.both) - Number(b.both)),
    );
    ends.forEach(({ name }, at) =>
      ports.set(name, Math.round(lane.x + lane.w * (0.14 + (0.72 * (at + 0.5)) / ends.length))),
    );
  });
  return ports;
}

/**
 * Kinds in the opposite order at the other end, so that two arcs between the same lanes lie within one
 * another.
 */
const reversed = (kind: string) => [...kind].map((c) => String.fromCharCode(0x7f - c.charCodeAt(0))).join('');

/**
 * A place on the curve for its count: the middle, or nearer to the closed lane where others are in the way.
 * `inwards`: the arrow leads to the open lane.
 */
function labelAt(x1: number, x2: number, depth: number, taken: { x: number; y: number }[], inwards: boolean) {
  const at = (t: number) => {
    const s = 1 - t;
    return {
      x: s * s * (s + 3 * t) * x1 + t * t * (3 * s + t) * x2,
      y: LANE_BOTTOM + 3 * s * t * (depth / 0.75),
    };
  };
  const free =
    [0.5, 0.42, 0.35, 0.28, 0.22, 0.58, 0.65, 0.72]
      .map((t) => at(inwards ? t : 1 - t))
      .find((p) => taken.every((o) => Math.hypot(p.x - o.x, p.y - o.y) >= LABEL_APART)) ?? at(0.5);
  const found = { x: Math.round(free.x), y: Math.round(free.y) };
  taken.push(found);
  return found;
}
