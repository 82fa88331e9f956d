// The words of a strip: stage names, topics, and the brackets of a split with their reasons.
// Mirrors workshop/drawing/strip_labels.py.

import { breakName, joinReasons, sizeFor, textWidth } from './text';
import type { Bracket, Camp, Label, Setting, Strip } from './geometry';
import type { Size } from './sizes';

export function withWords(
  strip: Strip,
  setting: Setting,
  names: readonly string[],
  laneName: string,
  median: number | null,
  camps: [Camp, Camp] | null,
  topics: readonly string[],
): Strip {
  const { size } = setting;
  const bottom = strip.segments[0].y + size.line;
  const all = [...names, laneName];
  const widths = all.map((_, index) => (index < names.length ? setting.band : setting.lane));
  const text = sizeFor(
    all.map((name, index) => [name, widths[index]]),
    size.text,
    size.floor,
  );
  const first = bottom + (median === null ? 0 : size.line) + 1.3 * text;
  const labels = all.map((name, index) => ({
    lines: breakName(name, widths[index], text),
    x: setting.centre(index),
    y: first,
    size: text,
  }));
  const named = namedTopics(labels[labels.length - 1], topics, setting, text);
  const last =
    first + 1.18 * text * (Math.max(...labels.slice(0, -1).map((label) => label.lines.length)) - 1);
  const brackets = camps ? bracketsOf(camps, setting, last + 0.37 * text) : [];
  const ends = [
    ...labels,
    ...(named ? [named] : []),
    ...brackets.flatMap((bracket) => [bracket.reasons, bracket.share]),
  ].map(bottomOf);
  const mark: [number, number] | null =
    median === null ? null : [setting.centre(median), bottom + 0.18 * size.line];
  return { ...strip, height: Math.max(...ends), median: mark, names: labels, topics: named, brackets };
}

function namedTopics(lane: Label, topics: readonly string[], setting: Setting, text: number): Label | null {
  const { topic } = setting.size;
  const room = 1.15 * setting.lane;
  for (const several of [
    ...(topics.length > 1 ? [topics.slice(0, 2).join(', ')] : []),
    ...topics.slice(0, 1),
  ]) {
    if (textWidth(several, topic) <= room || several === topics[0]) {
      return {
        lines: breakName(several, room, topic),
        x: lane.x,
        y: lane.y + 1.18 * text * (lane.lines.length - 1) + 1.45 * topic,
        size: topic,
      };
    }
  }
  return null;
}

function bracketsOf(camps: [Camp, Camp], setting: Setting, y: number): Bracket[] {
  const inset = 0.06 * setting.band;
  const ends = camps.map((camp) => {
    const stages = Array.from({ length: camp.last - camp.first + 1 }, (_, index) => camp.first + index);
    const held = stages.filter((stage) => setting.piles[stage]);
    const occupied = held.length ? held : [camp.first, camp.last];
    return {
      camp,
      left: occupied[0] * setting.band + inset,
      right: (occupied[occupied.length - 1] + 1) * setting.band - inset,
    };
  });
  const middle = (ends[0].right + ends[1].left) / 2;
  return [
    bracket(ends[0], 0, middle, setting.size, y),
    bracket(ends[1], middle, setting.width, setting.size, y),
  ];
}

function bracket(
  { camp, left, right }: { camp: Camp; left: number; right: number },
  from: number,
  to: number,
  size: Size,
  y: number,
): Bracket {
  const tick = 0.52 * size.line;
  const room = to - from;
  const lines = joinReasons(camp.reasons, room, size.reason);
  const half = Math.max(0, ...lines.map((line) => textWidth(line, size.reason))) / 2;
  const centre = (left + right) / 2;
  const beside = 2 * half < room ? Math.min(Math.max(centre, from + half), to - half) : (from + to) / 2;
  const share = { lines: [], x: centre, y: y + tick + 1.3 * size.share, size: size.share };
  const reasons = { lines, x: beside, y: share.y + 1.5 * size.reason, size: size.reason };
  return { x: left, w: right - left, y, tick, n: camp.n, share, reasons };
}

const bottomOf = (label: Label) =>
  label.y + 1.25 * label.size * Math.max(0, label.lines.length - 1) + 0.3 * label.size;
