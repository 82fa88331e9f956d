// Lines between boxes: sideways between columns, upright between neighbours, round the outside of a column otherwise.

export type Box = { x: number; y: number; w: number; h: number; column: number };
type Towards = 'left' | 'right' | 'up' | 'down';
export type Point = [x: number, y: number];

const AWAY = 4; // between a line's end and the box
const BOW = 84; // how far a line goes round

/** `inset`: where an upright line leaves, from the box's start */
export function linkPath(
  from: Box,
  to: Box,
  all: Box[],
  inset: number,
): { line: string; end: Point; towards: Towards } {
  if (from.column !== to.column) return sideways(from, to);
  const between = all.some(
    (box) =>
      box !== from && box !== to && box.column === from.column && (box.y - from.y) * (box.y - to.y) < 0,
  );
  return between ? round(from, to) : upright(from, to, inset);
}

function sideways(from: Box, to: Box): ReturnType<typeof linkPath> {
  const right = from.x < to.x;
  const x1 = right ? from.x + from.w : from.x;
  const x2 = right ? to.x - AWAY : to.x + to.w + AWAY;
  const middle = (x1 + x2) / 2;
  const [y1, y2] = [centre(from), centre(to)];
  return {
    line: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`,
    end: [x2, y2],
    towards: right ? 'right' : 'left',
  };
}

function upright(from: Box, to: Box, inset: number): ReturnType<typeof linkPath> {
  const x = Math.round(from.x + inset);
  const down = from.y < to.y;
  const y1 = down ? from.y + from.h : from.y;
  const y2 = down ? to.y - AWAY : to.y + to.h + AWAY;
  return { line: `M${x} ${y1}L${x} ${y2}`, end: [x, y2], towards: down ? 'down' : 'up' };
}

/** The last column's lines go round its near side, the others' round the far one. */
function round(from: Box, to: Box): ReturnType<typeof linkPath> {
  const left = from.column === 2;
  const x = left ? from.x : from.x + from.w;
  const end = left ? to.x - AWAY : to.x + to.w + AWAY;
  const bow = left ? x - BOW : x + BOW;
  const [y1, y2] = [centre(from), centre(to)];
  return {
    line: `M${x} ${y1}C${bow} ${y1} ${bow} ${y2} ${end} ${y2}`,
    end: [end, y2],
    towards: left ? 'right' : 'left',
  };
}

const centre = (box: Box) => box.y + box.h / 2;

/** An open arrowhead that ends at a point. */
export function arrow([x, y]: Point, towards: Towards, size: number = 13) {
  const back = { left: [size, 0], right: [-size, 0], up: [0, size], down: [0, -size] }[towards];
  const side = back[0] ? [0, size] : [size, 0];
  return `M${x + back[0] - side[0]} ${y + back[1] - side[1]}L${x} ${y}L${x + back[0] + side[0]} ${y + back[1] + side[1]}`;
}
