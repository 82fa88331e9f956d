// The formulation on the projector: where boxes, lines, lanes and bundles go.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bundled,
  chosen,
  lanes,
  openNotes,
  openSection,
} from '../../static/src/screen/formulation/lanes-layout';
import { arrow, linkPath } from '../../static/src/screen/formulation/links';
import { isFew, picture } from '../../static/src/screen/formulation/picture-layout';

const SECTIONS = [
  ['known', ''],
  ['presenting', 'presenting'],
  ['before', 'because'],
  ['now', 'because'],
  ['going', 'kept_going'],
  ['helps', 'eased'],
  ['family', ''],
  ['harmed', ''],
  ['rival', 'rival'],
].map(([id, role]) => ({ id, title: id, role }));
let made = 0;
const note = (
  section: string,
  support: number = 0,
  text: string = 'Some words on a note of ordinary length',
) => ({ id: `n${(made += 1)}`, section, text, support });
const link = (source: { id: string }, target: { id: string }, kind: string = 'because') => ({
  id: `${source.id}>${target.id}`,
  source: source.id,
  target: target.id,
  kind,
});
const part = (notes: any[], links: any[] = [], lane: string = '') => ({
  sections: SECTIONS,
  notes,
  links,
  lane,
});

/** Two boxes that share a point. */
const overlap = (a: any, b: any) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
/** All numbers of a path, in pairs. */
const points = (path: string) =>
  (path.match(/-?[\d.]+/g) ?? []).map(Number).reduce((all, n, at) => {
    if (at % 2) all[all.length - 1].push(n);
    else all.push([n]);
    return all;
  }, [] as number[][]);

test('eight notes and seven links are a picture; nine or eight are lanes', () => {
  const notes = Array.from({ length: 9 }, () => note('known'));
  const links = notes.slice(1).map((n) => link(n, notes[0]));
  assert.ok(isFew(part(notes.slice(0, 8), links.slice(0, 7))));
  assert.ok(!isFew(part(notes, [])));
  assert.ok(!isFew(part(notes.slice(0, 8), links)));
});

for (const width of [1440, 1728, 1920]) {
  test(`in a picture ${width} wide no box touches another, and all stand between head and sentence`, () => {
    const notes = ['before', 'before', 'now', 'presenting', 'going', 'going', 'helps', 'rival'].map(
      (section, at) => note(section, at, 'word '.repeat(4 + 5 * at)),
    );
    const drawn = picture(part(notes), width);
    assert.ok(drawn);
    assert.equal(drawn.boxes.length, 8);
    drawn.boxes.forEach((a, at) => drawn.boxes.slice(at + 1).forEach((b) => assert.ok(!overlap(a, b))));
    assert.ok(
      drawn.boxes.every((b) => b.x >= 96 && b.x + b.w <= width - 95 && b.y >= 160 && b.y + b.h <= 815),
    );
  });
}

test('causes stand to the start, what is of concern in the middle, what keeps it going and the rival to the end', () => {
  const drawn = picture(part(['rival', 'going', 'helps', 'presenting', 'before'].map((s) => note(s))), 1920);
  const at = Object.fromEntries((drawn?.boxes ?? []).map((b) => [b.note.section, b]));
  assert.ok(at.before.x < at.presenting.x && at.presenting.x < at.going.x && at.going.x === at.rival.x);
  assert.ok(at.presenting.y < at.helps.y && at.going.y < at.rival.y);
});

test('sections without a part of their own fill the emptier columns', () => {
  const drawn = picture(part(['presenting', 'before', 'known', 'family'].map((s) => note(s))), 1920);
  const columns = Object.fromEntries((drawn?.boxes ?? []).map((b) => [b.note.section, b.column]));
  assert.equal(columns.known, 2);
  assert.equal(new Set([columns.known, columns.family, columns.before]).size, 2);
});

test('notes that do not fit a column are no picture', () => {
  assert.equal(
    picture(part(Array.from({ length: 8 }, () => note('presenting', 0, 'word '.repeat(30)))), 1440),
    null,
  );
});

test('an arrow leads from the cause to what it explains, from what eases to what is eased', () => {
  const [effect, cause, help] = [note('presenting'), note('before'), note('helps')];
  const drawn = picture(
    part([effect, cause, help], [link(effect, cause), link(help, effect, 'eases')]),
    1920,
  );
  const box = (n: any) => drawn?.boxes.find((b) => b.id === n.id) as any;
  const [because, eases] = drawn?.links ?? [];
  assert.equal(points(because.line)[0][0], box(cause).x + box(cause).w);
  assert.ok(Math.abs((points(because.line).at(-1) as number[])[0] - box(effect).x) <= 4);
  assert.equal(points(eases.line)[0][1], box(help).y);
  assert.ok((points(eases.line).at(-1) as number[])[1] > box(effect).y + box(effect).h);
});

test('an upright line leaves clear of the heading between its boxes', () => {
  const [effect, help] = [note('presenting'), note('helps')];
  const sections = SECTIONS.map((s) => (s.id === 'helps' ? { ...s, title: 'A heading of some length' } : s));
  const wide = (text: string) => 14 * text.length;
  const drawn = picture({ ...part([effect, help], [link(help, effect, 'eases')]), sections }, 1920, {
    words: wide,
    titles: wide,
  });
  const heading = drawn?.headings.find((h) => h.title.startsWith('A heading')) as any;
  assert.ok(points(drawn?.links[0].line ?? '')[0][0] >= heading.x + wide(heading.title));
});

test('in one column a line goes round what stands between', () => {
  const boxes = [0, 1, 2].map((row) => ({ x: 100, y: 200 * row, w: 400, h: 100, column: 0 }));
  const round = linkPath(boxes[2], boxes[0], boxes, 200);
  assert.ok(Math.max(...points(round.line).map(([x]) => x)) > 500);
  assert.equal(round.towards, 'left');
  assert.equal(linkPath(boxes[1], boxes[0], boxes, 200).towards, 'up');
});

test('an arrowhead ends where the line ends', () => {
  assert.deepEqual(points(arrow([50, 50], 'right', 10)), [
    [40, 40],
    [50, 50],
    [40, 60],
  ]);
  assert.deepEqual(points(arrow([50, 50], 'up', 10)), [
    [40, 60],
    [50, 50],
    [60, 60],
  ]);
});

test('the open lane is the one chosen, else what is of concern, else the fullest', () => {
  const notes = [note('known'), note('known'), note('presenting')];
  assert.equal(openSection(part(notes, [], 'family')), 'family');
  assert.equal(openSection(part(notes, [], 'not a section')), 'presenting');
  assert.equal(openSection(part(notes.slice(0, 2))), 'known');
});

test('links are bundled per pair of sections and kind, from cause to effect', () => {
  const [a, b, c, d] = [note('before'), note('before'), note('presenting'), note('helps')];
  assert.deepEqual(
    bundled(
      part([a, b, c, d], [link(c, a), link(c, b), link(d, c, 'eases'), { ...link(c, a), target: 'gone' }]),
    ),
    [
      { from: 'before', to: 'presenting', kind: 'because', n: 2 },
      { from: 'helps', to: 'presenting', kind: 'eases', n: 1 },
    ],
  );
});

test('lanes keep the order of their sections; those joined to the open one come before fuller ones', () => {
  const joined = note('harmed');
  const open = note('presenting');
  const found = chosen(
    part([open, joined, note('known'), note('known'), note('before'), note('family')], [link(joined, open)]),
    3,
  );
  assert.deepEqual(
    found.map((s) => s.id),
    ['presenting', 'before', 'harmed'],
  );
});

for (const width of [1440, 1728, 1920]) {
  test(`lanes ${width} wide fill the width, the open one widest, and say what lies beside them`, () => {
    const notes = SECTIONS.map((s) => note(s.id));
    const found = lanes(part(notes), width);
    const last = found.lanes.at(-1) as any;
    assert.equal(Math.round(last.x + last.w), width - 96);
    found.lanes
      .slice(1)
      .forEach((lane, at) => assert.ok(Math.abs(found.lanes[at].x + found.lanes[at].w + 28 - lane.x) < 0.01));
    const open = found.lanes.find((l) => l.open) as any;
    assert.ok(found.lanes.every((l) => l.open || l.w < open.w));
    assert.equal(found.beside.notes + found.lanes.length, notes.length);
  });
}

test('a closed lane is never narrower than the longest word of its title', () => {
  const wide = (text: string) => 30 * text.length;
  const found = lanes(part(SECTIONS.map((s) => note(s.id))), 1920, wide);
  assert.ok(found.lanes.filter((l) => !l.open).every((l) => l.w >= wide(l.section.title)));
});

test('only bundles of the open lane are thick and counted; they get thicker with their links', () => {
  const [a, b, c, d] = [note('before'), note('presenting'), note('going'), note('going')];
  const found = lanes(part([a, b, c, d], [link(b, c), link(b, d), link(c, a)], 'presenting'), 1920).bundles;
  const [thin, full] = [found.find((x) => x.to === 'going'), found.find((x) => x.to === 'presenting')];
  assert.deepEqual([thin?.full, thin?.label, thin?.thick], [false, null, 3]);
  assert.equal(full?.thick, 3 + 1.6 * 2);
  assert.ok(full?.label);
});

test('counts on bundles do not cover one another', () => {
  const open = note('presenting');
  const others = ['before', 'now', 'going', 'helps', 'rival'].map((s) => note(s));
  const found = lanes(
    part(
      [open, ...others],
      others.map((o) => link(open, o)),
    ),
    1920,
  ).bundles.map((b) => b.label as { x: number; y: number });
  assert.equal(found.length, 5);
  found.forEach((a, at) =>
    found.slice(at + 1).forEach((b) => assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 50)),
  );
});

test('arcs from lanes on one side lie within one another: the nearer ends first', () => {
  const open = note('rival');
  const [near, far] = [note('harmed'), note('before')];
  const found = lanes(part([open, near, far], [link(open, near), link(open, far)], 'rival'), 1920).bundles;
  const ends = (from: string) => {
    const all = points((found.find((b) => b.from === from) as any).line);
    return [all[0][0], all[all.length - 1][0]];
  };
  const [[farFrom, farTo], [nearFrom, nearTo]] = [ends('before'), ends('harmed')];
  assert.ok(farFrom < nearFrom && nearTo < farTo);
});

test('five notes stand in the open lane and it says how many more; fewer where they are long, none over its foot', () => {
  const many = (n: number, long: number) =>
    Array.from({ length: n }, () => note('going', 0, 'word '.repeat(long)));
  const [short, long] = [openNotes(many(8, 3), 553, 508), openNotes(many(8, 30), 553, 508)];
  assert.deepEqual([short.shown.length, short.more], [5, 3]);
  assert.ok(long.shown.length < 5 && long.shown.length + long.more === 8);
  assert.deepEqual(
    [openNotes(many(5, 8), 553, 532).shown.length, openNotes(many(1, 60), 553, 508).shown[0].lines],
    [5, 4],
  );
  for (const { shown, more } of [short, long])
    assert.ok(shown.reduce((sum, { lines }) => sum + 12 + 41 * lines + 9, 15) + (more ? 44 : 0) <= 508);
});
