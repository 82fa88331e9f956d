// Lines between boxes: sideways between columns, upright between neighbours, round the outside of a column otherwise.

/** @typedef {{x: number, y: number, w: number, h: number, column: number}} Box */
/** @typedef {'left' | 'right' | 'up' | 'down'} Towards */
/** @typedef {[x: number, y: number]} Point */

const AWAY = 4; // between a line's end and the box
const BOW = 84; // how far a line goes round

/**
 * @param {Box} from @param {Box} to @param {Box[]} all @param {number} inset where an upright line leaves, from the box's start
 * @returns {{line: string, end: Point, towards: Towards}}
 */
export function linkPath(from, to, all, inset) {
  if (from.column !== to.column) return sideways(from, to);
  const between = all.some((box) => box !== from && box !== to && box.column === from.column && (box.y - from.y) * (box.y - to.y) < 0);
  return between ? round(from, to) : upright(from, to, inset);
}

/** @param {Box} from @param {Box} to @returns {ReturnType<typeof linkPath>} */
function sideways(from, to) {
  const right = from.x < to.x;
  const x1 = right ? from.x + from.w : from.x;
  const x2 = right ? to.x - AWAY : to.x + to.w + AWAY;
  const middle = (x1 + x2) / 2;
  const [y1, y2] = [centre(from), centre(to)];
  return { line: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`, end: [x2, y2], towards: right ? 'right' : 'left' };
}

/** @param {Box} from @param {Box} to @param {number} inset @returns {ReturnType<typeof linkPath>} */
function upright(from, to, inset) {
  const x = Math.round(from.x + inset);
  const down = from.y < to.y;
  const y1 = down ? from.y + from.h : from.y;
  const y2 = down ? to.y - AWAY : to.y + to.h + AWAY;
  return { line: `M${x} ${y1}L${x} ${y2}`, end: [x, y2], towards: down ? 'down' : 'up' };
}

/** The last column's lines go round its near side, the others' round the far one. @param {Box} from @param {Box} to @returns {ReturnType<typeof linkPath>} */
function round(from, to) {
  const left = from.column === 2;
  const x = left ? from.x : from.x + from.w;
  const end = left ? to.x - AWAY : to.x + to.w + AWAY;
  const bow = left ? x - BOW : x + BOW;
  const [y1, y2] = [centre(from), centre(to)];
  return { line: `M${x} ${y1}C${bow} ${y1} ${bow} ${y2} ${end} ${y2}`, end: [end, y2], towards: left ? 'right' : 'left' };
}

/** @param {Box} box */
const centre = (box) => box.y + box.h / 2;

/** An open arrowhead that ends at a point. @param {Point} end @param {Towards} towards @param {number} [size] */
export function arrow([x, y], towards, size = 13) {
  const back = { left: [size, 0], right: [-size, 0], up: [0, size], down: [0, -size] }[towards];
  const side = back[0] ? [0, size] : [size, 0];
  return `M${x + back[0] - side[0]} ${y + back[1] - side[1]}L${x} ${y}L${x + back[0] + side[0]} ${y + back[1] + side[1]}`;
}
