// What a client knows of the room: the newest revision of each part. Pure; the law it keeps is tested:
// old parts + frames = fresh parts.

/**
 * @typedef {{epoch: string, rev: number, now?: number, full?: boolean, protocol?: number, parts: Record<string, any>}} Frame
 * @typedef {{epoch: string, revs: Record<string, number>, parts: Record<string, any>}} Known
 */

/** @type {Known} */
export const NOTHING = Object.freeze({ epoch: '', revs: {}, parts: {} });

/** Parts that are this phone's own: a frame for everybody says nothing of them. @param {string} name */
const isOwn = (name) => name.startsWith('own_');

/**
 * What is known after a frame. A new epoch forgets everything; a full frame forgets the parts that it does not name;
 * an older revision of a part is dropped.
 * @param {Known} known @param {Frame} frame @returns {Known}
 */
export function after(known, frame) {
  const before = frame.epoch === known.epoch ? known : NOTHING;
  const parts = { ...before.parts };
  const revs = { ...before.revs };
  if (frame.full) forgetAbsent(parts, revs, frame);
  for (const [name, data] of Object.entries(frame.parts)) {
    if (frame.rev < (revs[name] ?? 0)) continue;
    parts[name] = data;
    revs[name] = frame.rev;
  }
  return { epoch: frame.epoch, revs, parts };
}

/** @param {Record<string, any>} parts @param {Record<string, number>} revs @param {Frame} frame */
function forgetAbsent(parts, revs, frame) {
  for (const name of Object.keys(parts)) {
    if (name in frame.parts || isOwn(name) || revs[name] > frame.rev) continue;
    delete parts[name];
    delete revs[name];
  }
}
