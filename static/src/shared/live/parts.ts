// What a client knows of the room: the newest revision of each part. Pure; the law it keeps is tested:
// old parts + frames = fresh parts.

import type { Parts, Role } from '../../contract';
import { applied } from './differences';
import type { Operation } from './differences';

/** What makes the part of one mark that of another. */
export type Change = { from: string; to: string; ops: Operation[] };
/** A frame as it came; a workshop of before says less in it. */
export type Frame<R extends Role = Role> = {
  epoch: string;
  rev: number;
  now?: number;
  full?: boolean;
  protocol?: number;
  parts: Partial<Parts[R]>;
  marks?: Record<string, string>;
  changes?: Record<string, Change>;
};
/** `marks` of large parts; `lacks`: parts of which something changed that is not here, and as of which revision. */
export type Known<R extends Role = Role> = {
  epoch: string;
  revs: Record<string, number>;
  marks: Record<string, string | undefined>;
  lacks: ReadonlyMap<string, number>;
  parts: Partial<Parts[R]>;
};

export const NOTHING = Object.freeze({
  epoch: '',
  revs: {},
  marks: {},
  lacks: new Map<string, number>(),
  parts: {},
});

/** Parts that are this phone's own: a frame for everybody says nothing of them. */
const isOwn = (name: string) => name.startsWith('own_');

/**
 * What is known after a frame. A new epoch forgets everything; a full frame forgets the parts that it does
 * not name; an older revision of a part is dropped; a change is put over the very part of which it was made.
 */
export function after<R extends Role>(known: Known<R>, frame: Frame<R>): Known<R> {
  const { revs, marks, lacks, parts } = frame.epoch === known.epoch ? known : NOTHING;
  const now: Now = {
    epoch: frame.epoch,
    revs: { ...revs },
    marks: { ...marks },
    lacks: new Map(lacks),
    parts: { ...parts },
  };
  if (frame.full) forgetAbsent(now, frame);
  for (const [name, data] of Object.entries(frame.parts)) take(now, frame, name, data, frame.marks?.[name]);
  for (const [name, { from, to, ops }] of Object.entries(frame.changes ?? {})) {
    const part = now.parts[name];
    if (now.marks[name] === from) take(now, frame, name, applied(part, ops), to);
    else if (now.marks[name] === to) take(now, frame, name, part, to);
    else if (!isOlder(now, frame, name)) now.lacks.set(name, Math.max(frame.rev, now.lacks.get(name) ?? 0));
  }
  return { ...now, parts: now.parts as Partial<Parts[R]> };
}

type Now = Omit<Known, 'parts' | 'lacks'> & {
  lacks: Map<string, number>;
  parts: Record<string, unknown>;
};

const isOlder = (now: Now, frame: Frame, name: string) => frame.rev < (now.revs[name] ?? 0);

function take(now: Now, frame: Frame, name: string, data: unknown, mark: string | undefined) {
  if (isOlder(now, frame, name)) return;
  now.parts[name] = data;
  now.revs[name] = frame.rev;
  now.marks[name] = mark;
  isHere(now, frame, name);
}

/** What was missing has come, unless that was newer: a frame may have overtaken this one. */
function isHere(now: Now, frame: Frame, name: string) {
  if ((now.lacks.get(name) ?? 0) <= frame.rev) now.lacks.delete(name);
}

function forgetAbsent(now: Now, frame: Frame) {
  for (const name of [...Object.keys(now.parts), ...now.lacks.keys()]) {
    if (name in frame.parts || isOwn(name) || isOlder(now, frame, name)) continue;
    delete now.parts[name];
    delete now.revs[name];
    delete now.marks[name];
    isHere(now, frame, name);
  }
}
