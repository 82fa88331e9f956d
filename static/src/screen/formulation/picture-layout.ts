// Few notes as a picture: three columns of sections, what is of concern in the middle, links between the boxes.
// Geometry only, in units; y grows downwards. Null when the notes do not fit: then they are drawn as lanes.

import { textWidth } from '../../shared/strip/text';
import { linesOf } from '../units';
import type { Measure } from '../units';
import { arrow, linkPath } from './links';

const MOST_NOTES = 8;
const MOST_LINKS = 7;
const TEXT_SIZE = 34;
const TITLE = 32.4;
const LEADING = 42;
const PAD = 17; // above and below a note's words
const TAB = 32; // before them
const MARGIN = 96;
const BETWEEN = 120; // columns
const TOP = 160;
const BOTTOM = 812;
const NOTE_GAP = 22;
const GROUP_GAP = [40, 100];
const MOST_LINES = 5;
const FEWEST_LINES = 2;
/** Where sections with a part in the explanation stand: column, then order in it. */
const STANDS: Record<string, [column: number, order: number]> = {
  because: [0, 1],
  presenting: [1, 0],
  eased: [1, 2],
  kept_going: [2, 0],
  rival: [2, 2],
};
const ESTIMATE = { words: textWidth, titles: textWidth };
const FREE = 1; // order of the others

/** how the words of notes and of headings are measured */
export type Pens = { words: Measure; titles: Measure };
/** and how wide a box is */
export type Wide = Pens & { box: number };
export type Section = { id: string; title: string; role: string };
export type Note = { id: string; section: string; text: string; support: number | null };
export type Link = { id: string; source: string; target: string; kind: string };
export type Box = {
  id: string;
  note: Note;
  role: string;
  column: number;
  x: number;
  y: number;
  w: number;
  h: number;
  lines: number;
};
type Group = { section: Section; notes: Note[]; order: number; title: number };
type Heading = { title: string; x: number; y: number; w: number };

/** Whether there are few enough to be a picture. */
export const isFew = ({ notes, links }: { notes: Note[]; links: Link[] }) =>
  notes.length <= MOST_NOTES && links.length <= MOST_LINKS;

export function picture(
  part: { sections: Section[]; notes: Note[]; links: Link[] },
  width: number,
  pens: Pens = ESTIMATE,
): {
  headings: Heading[];
  boxes: Box[];
  links: { id: string; kind: string; line: string; head: string }[];
} | null {
  const wide = { box: (width - 2 * MARGIN - 2 * BETWEEN) / 3, ...pens };
  const columns = arranged(part, wide);
  const most = columns.map((groups) => linesThatFit(groups, wide));
  return most.every((lines) => lines >= FEWEST_LINES) ? placed(part, columns, wide, most) : null;
}

/** How many lines the notes of a column may take: the most at which they fit; 0 when none does. */
function linesThatFit(groups: Group[], wide: Wide) {
  for (let most = MOST_LINES; most >= FEWEST_LINES; most -= 1) {
    if (columnHeight(groups, wide, most, GROUP_GAP[0]) <= BOTTOM - TOP) return most;
  }
  return 0;
}

/**
 * Sections that hold notes, in three columns; those without a part of their own go where there is most room.
 */
function arranged({ sections, notes }: { sections: Section[]; notes: Note[] }, wide: Wide) {
  const columns: Group[][] = [[], [], []];
  const held = sections
    .map((section) => ({ section, notes: supported(notes.filter((n) => n.section === section.id)) }))
    .filter((group) => group.notes.length);
  const title = (section: Section) => linesOf(section.title, TITLE, wide.box, wide.titles);
  for (const group of held.filter(({ section }) => STANDS[section.role])) {
    const [column, order] = STANDS[group.section.role];
    columns[column].push({ ...group, order, title: title(group.section) });
  }
  for (const group of held.filter(({ section }) => !STANDS[section.role])) {
    const heights = columns.map((groups) => columnHeight(groups, wide, FEWEST_LINES, GROUP_GAP[0]));
    const roomiest = [0, 2, 1].reduce((best, at) => (heights[at] < heights[best] ? at : best));
    columns[roomiest].push({ ...group, order: FREE, title: title(group.section) });
  }
  return columns.map((groups) => groups.sort((a, b) => a.order - b.order));
}

/** The best supported first. */
export const supported = <N extends { text: string; support: number | null }>(notes: N[]) =>
  [...notes].sort((a, b) => (b.support ?? 0) - (a.support ?? 0) || (a.text < b.text ? -1 : 1));

const noteLines = (note: Note, wide: Wide, most: number) =>
  Math.min(most, linesOf(note.text, TEXT_SIZE, wide.box - TAB - 14, wide.words));

const noteHeight = (lines: number) => Math.round(2 * PAD + lines * LEADING);

const titleHeight = (lines: number) => Math.round(lines * TITLE * 1.15 + 14);

function columnHeight(groups: Group[], wide: Wide, most: number, gap: number) {
  const each = groups.map(
    ({ notes, title }) =>
      titleHeight(title) +
      notes.reduce((sum, note) => sum + noteHeight(noteLines(note, wide, most)), 0) +
      NOTE_GAP * (notes.length - 1),
  );
  return each.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, groups.length - 1);
}

/** `most`: lines by column */
function placed({ links }: { links: Link[] }, columns: Group[][], wide: Wide, most: number[]) {
  const room = BOTTOM - TOP;
  const gaps = columns.map((groups, at) =>
    Math.min(
      GROUP_GAP[1],
      GROUP_GAP[0] + (room - columnHeight(groups, wide, most[at], GROUP_GAP[0])) / Math.max(1, groups.length),
    ),
  );
  const heights = columns.map((groups, at) => columnHeight(groups, wide, most[at], gaps[at]));
  const tallest = Math.max(...heights);
  const start = TOP + Math.min(90, (room - tallest) / 2);
  const headings: Heading[] = [];
  const boxes: Box[] = [];
  columns.forEach((groups, column) => {
    const x = MARGIN + column * (wide.box + BETWEEN);
    let y = start + Math.min(90, (tallest - heights[column]) / 2);
    groups.forEach(({ section, notes, title }) => {
      headings.push({ title: section.title, x, y: Math.round(y), w: wide.box });
      y += titleHeight(title);
      for (const note of notes) {
        const lines = noteLines(note, wide, most[column]);
        boxes.push({
          id: note.id,
          note,
          role: section.role,
          column,
          x,
          y: Math.round(y),
          w: wide.box,
          h: noteHeight(lines),
          lines,
        });
        y += noteHeight(lines) + NOTE_GAP;
      }
      y += gaps[column] - NOTE_GAP;
    });
  });
  return { headings, boxes, links: joined(links, boxes, headings, wide.titles) };
}

/**
 * Arrows lead from what explains to what is explained: from the cause of a "because", from what eases, from
 * the rival.
 */
function joined(links: Link[], boxes: Box[], headings: Heading[], measure: Measure) {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return links.flatMap(({ id, source, target, kind }) => {
    const from = byId.get(kind === 'because' ? target : source);
    const to = byId.get(kind === 'because' ? source : target);
    if (!from || !to) return [];
    const route = linkPath(from, to, boxes, clearOf(from, to, headings, measure));
    return [{ id, kind, line: route.line, head: arrow(route.end, route.towards) }];
  });
}

/**
 * How far in from its start a box must be left upright, so that a heading between two boxes is not crossed.
 */
function clearOf(a: Box, b: Box, headings: Heading[], measure: Measure) {
  const [top, bottom] = a.y < b.y ? [a, b] : [b, a];
  const between = headings.filter((h) => h.x === a.x && h.y >= top.y + top.h && h.y < bottom.y);
  const widest = Math.max(0, ...between.map((h) => measure(h.title, TITLE)));
  return Math.min(a.w - 30, Math.max(a.w / 2, widest + 24));
}
