// How large everything about a strip is, by where it stands.

export type Size = {
  line: number;
  rmax: number;
  height: number;
  text: number;
  floor: number;
  count: number;
  share: number;
  reason: number;
  topic: number;
};

const LIST = { text: 0, floor: 0, count: 0, share: 0, reason: 0, topic: 0 };

/** How large the parts are. A size without `text` is for lists: no counts, no names, no lanes. */
export const SIZES: Record<string, Size> = {
  screen: {
    line: 46,
    rmax: 28,
    height: 200,
    text: 34,
    floor: 32.4,
    count: 46,
    share: 52,
    reason: 40,
    topic: 32.4,
  },
  page: { line: 26, rmax: 15, height: 130, text: 17, floor: 13, count: 19, share: 20, reason: 16, topic: 15 },
  report: {
    line: 19,
    rmax: 15,
    height: 100,
    text: 12.5,
    floor: 11.5,
    count: 15,
    share: 15,
    reason: 12.5,
    topic: 11.5,
  },
  rows: { ...LIST, line: 12, rmax: 8, height: 60 },
  list: { ...LIST, line: 6, rmax: 4, height: 24 },
};
