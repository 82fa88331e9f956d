// What stood on this page when the person last looked: what others do meanwhile waits below a line, and nothing moves from
// under a finger. What this phone does itself is seen at once, and what was taken away is gone at once.

import { useReducer, useRef } from 'preact/hooks';
import type { FormulationPart, NoteShown, StacksPart } from '../contract';
import type { Phone } from '../shared/live/room';
import { notesIn } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { wrote } from './note-keys';

export interface Seen {
  part: FormulationPart;
  stacks: StacksPart;
}

const NO_STACKS: StacksPart = { offered: [], folded: [] };

/** The notes and stacks of an area as they stood; `own`: ids of what this phone did something to since; `look`: see all of it. */
export function useStill(room: Phone, area: Area) {
  const live: Seen = { part: room.part('formulation'), stacks: room.part('stacks') ?? NO_STACKS };
  const place = `${area} ${live.part.phase}`;
  const stood = useRef({ place, own: new Set<string>(), ...live });
  const [, draw] = useReducer((n: number) => n + 1, 0);
  if (stood.current.place !== place) stood.current = { place, own: new Set(), ...live };
  const { own } = stood.current;
  const shown = still(stood.current, live, new Set([...own, ...wrote(room)]));
  return {
    ...shown,
    own,
    fresh: freshIn(area, shown, live),
    look: () => {
      stood.current = { place, own: new Set(), ...live };
      draw(0);
    },
  };
}

/** What stood, with what this phone did to it. */
export function still(stood: Seen, live: Seen, own: Set<string>): Seen {
  const now = new Map(live.part.notes.map((n) => [n.id, n]));
  const known = new Set(stood.part.notes.map((n) => n.id));
  const kept = stood.part.notes.flatMap((n) => (own.has(n.id) ? (now.get(n.id) ?? []) : n));
  const added = live.part.notes.filter((n) => !known.has(n.id) && own.has(n.text));
  const isOwn = (x: { source: string; target: string }) => own.has(x.source) || own.has(x.target);
  const links = [...stood.part.links.filter((x) => !isOwn(x)), ...live.part.links.filter(isOwn)];
  return { part: { ...live.part, notes: [...kept, ...added], links }, stacks: stood.stacks };
}

/** How many notes of an area are new, or not as they are shown. */
export function freshIn(area: Area, shown: Seen, live: Seen): number {
  const looks = new Map(notesIn(shown.part, area).map((n) => [n.id, look(n, shown)]));
  return notesIn(live.part, area).filter((n) => looks.get(n.id) !== look(n, live)).length;
}

/** All of a note that takes room on the page. */
const look = ({ id, text, section, beside }: NoteShown, { part, stacks }: Seen) =>
  JSON.stringify([
    [text, section, beside],
    part.links.filter((x) => x.source === id).map((x) => x.id),
    stacks.offered.find((s) => s.notes.includes(id))?.id,
    stacks.folded.find((f) => f.note === id)?.beneath.length,
  ]);

/** Keys in the order in which this page saw them first: what comes later stands last, and nothing moves. */
export function useInOrder(place: string, keys: string[]): string[] {
  const seen = useRef({ place, keys });
  const before = seen.current.place === place ? seen.current.keys : [];
  seen.current = { place, keys: [...before, ...keys.filter((key) => !before.includes(key))] };
  return seen.current.keys.filter((key) => keys.includes(key));
}
