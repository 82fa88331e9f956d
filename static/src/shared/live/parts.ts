// What a client knows of the room: the newest revision of each part. Pure; the law it keeps is tested:
// old parts + frames = fresh parts.

import type { Parts, Role } from '../../contract';

/** A frame as it came; a workshop of before says less in it. */
export type Frame<R extends Role = Role> = {
  epoch: string;
  rev: number;
  now?: number;
  full?: boolean;
  protocol?: number;
  parts: Partial<Parts[R]>;
};
export type Known<R extends Role = Role> = {
  epoch: string;
  revs: Record<string, number>;
  parts: Partial<Parts[R]>;
};

export const NOTHING = Object.freeze({ epoch: '', revs: {}, parts: {} });

/** Parts that are this phone's own: a frame for everybody says nothing of them. */
const isOwn = (name: string) => name.startsWith('own_');

/**
 * What is known after a frame. A new epoch forgets everything; a full frame forgets the parts that it does
 * not name; an older revision of a part is dropped.
 */
export function after<R extends Role>(known: Known<R>, frame: Frame<R>): Known<R> {
  const before = frame.epoch === known.epoch ? known : NOTHING;
  const parts: Record<string, unknown> = { ...before.parts };
  const revs = { ...before.revs };
  if (frame.full) forgetAbsent(parts, revs, frame);
  for (const [name, data] of Object.entries(frame.parts)) {
    if (frame.rev < (revs[name] ?? 0)) continue;
    parts[name] = data;
    revs[name] = frame.rev;
  }
  return { epoch: frame.epoch, revs, parts: parts as Partial<Parts[R]> };
}

function forgetAbsent(parts: Record<string, unknown>, revs: Record<string, number>, frame: Frame) {
  for (const name of Object.keys(parts)) {
    if (name in frame.parts || isOwn(name) || revs[name] > frame.rev) continue;
    delete parts[name];
    delete revs[name];
  }
}
