// Devices as dots in the lobby: as large as fit, in rows from the start. Nobody's dot has a place of its own.

const LARGEST = 13; // units
const PITCH = 3.23; // from centre to centre, in radii

export function crowd(
  count: number,
  width: number,
  height: number,
): { r: number; at: [x: number, y: number][] } {
  if (count < 1) return { r: 0, at: [] };
  const r = largest(count, width, height);
  const pitch = PITCH * r;
  const columns = perRow(r, width);
  const rows = Math.ceil(count / columns);
  const top = (height - ((rows - 1) * pitch + 2 * r)) / 2 + r;
  return {
    r,
    at: Array.from({ length: count }, (_, i) => [
      round(r + (i % columns) * pitch),
      round(top + Math.floor(i / columns) * pitch),
    ]),
  };
}

function largest(count: number, width: number, height: number) {
  for (let r = LARGEST; r > 0.5; r -= 0.25) {
    const rows = Math.ceil(count / perRow(r, width));
    if ((rows - 1) * PITCH * r + 2 * r <= height) return r;
  }
  return 0.5;
}

const perRow = (r: number, width: number) => Math.max(1, Math.floor((width - 2 * r) / (PITCH * r)) + 1);

const round = (n: number) => Math.round(10 * n) / 10;
