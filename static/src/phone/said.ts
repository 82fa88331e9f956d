// What this phone says of links and of stacks: its own memory knows it, and tells a workshop that has forgotten.

import type { Commands, LinkShown, NoteShown, StackShown } from '../contract';
import type { Phone } from '../shared/live/room';
import { sha256 } from '../shared/ui/digest';

type Said = Pick<Phone, 'memory' | 'part'>;
type Ends = Commands['formulation.link'];
export type Word = Ends & { phase: string };

const same = (a: Ends, b: Ends) => a.source === b.source && a.target === b.target && a.kind === b.kind;

/** The links that this phone says, as notes and links are called now, each with the phase in which it said so. */
export function saidLinks(room: Said): (LinkShown & { phase: string })[] {
  const { notes, links } = room.part('formulation');
  const now = (id: string) => notes.find((n) => n.merged.includes(id))?.id ?? id;
  const own = room.part('own_links');
  const words: Word[] | undefined = room.memory.held.value.kept.links;
  return links.flatMap((link) => {
    const word = words?.find((w) => same(link, { ...w, source: now(w.source), target: now(w.target) }));
    if (word) return [{ ...link, phase: word.phase }];
    if (words || !own?.links.includes(link.id)) return [];
    return [{ ...link, phase: own.newest.includes(link.id) ? own.phase : '' }];
  });
}

/** This phone says it: of a link that is there already it is one more word. */
export function sayLink(room: Said & Pick<Phone, 'post'>, ends: Ends) {
  const { phase } = room.part('formulation');
  const before = saidLinks(room).filter((x) => !same(x, ends));
  const words = [...before.map(wordOf), { ...ends, phase }];
  room.memory.note('links', words);
  room.post('formulation.link', ends);
}

/** It takes its word back; the link stays. */
export function takeBack(room: Said & Pick<Phone, 'post'>, link: LinkShown) {
  room.memory.note(
    'links',
    saidLinks(room)
      .filter((x) => x.id !== link.id)
      .map(wordOf),
  );
  room.post('formulation.take_back', { link: link.id });
}

const wordOf = ({ source, target, kind, phase }: Word): Word => ({ source, target, kind, phase });

/** What this phone says of links and stacks that are still there, to a workshop that does not hold it (any more). */
export function sayAgain(room: Said & Pick<Phone, 'post'>) {
  linksAgain(room);
  ideasAgain(room);
}

function linksAgain(room: Said & Pick<Phone, 'post'>) {
  const held = room.part('own_links')?.links ?? [];
  for (const { id, source, target, kind } of saidLinks(room))
    if (!held.includes(id)) room.post('formulation.link', { source, target, kind });
}

/** The stacks of which this phone says that they are one idea. */
export const saidIdeas = (room: Said): string[] =>
  room.memory.held.value.kept.ideas ?? room.part('own_ideas')?.stacks ?? [];

/** This phone's word that these notes are one idea, or that word taken back. */
export function sayIdea(room: Said & Pick<Phone, 'post'>, stack: string, notes: string[], on: boolean) {
  const others = saidIdeas(room).filter((s) => s !== stack);
  room.memory.note('ideas', on ? [...others, stack] : others);
  room.post('formulation.idea', { stack, notes, on }, { about: `idea ${stack}` });
}

/** Two notes that this phone found alike itself, under the name that they had in those words. */
type Pair = Pick<StackShown, 'id' | 'notes'>;

const pairs = (room: Said): Pair[] => room.memory.held.value.kept.pairs ?? [];

/** The name of notes in the words that they have, as the workshop names them (formulation_fold.py). */
export const stackOf = (notes: readonly Pick<NoteShown, 'id' | 'version'>[]) =>
  sha256(
    notes
      .map(({ id, version }) => `${id}.${version}`)
      .sort()
      .join(' '),
  ).slice(0, 16);

/** The notes that stand for those of a pair now; none where one is gone, or says something else by now. */
function standing(room: Said, { id, notes: two }: Pair): string[] {
  const { notes } = room.part('formulation');
  const as = two.map((one) => notes.find((n) => n.id === one || n.merged.includes(one)));
  const now = as.flatMap((note) => note ?? []);
  const changed = now.every((note) => two.includes(note.id)) && stackOf(now) !== id;
  return now.length < 2 || changed ? [] : now.map((note) => note.id);
}

const pairOf = (room: Said, one: NoteShown, other: NoteShown): Pair | undefined => {
  const id = stackOf([one, other]);
  const isThis = (pair: Pair) => {
    const now = standing(room, pair);
    return now.includes(one.id) && now.includes(other.id);
  };
  const kept = pairs(room).find(isThis);
  return kept ?? (saidIdeas(room).includes(id) ? { id, notes: [one.id, other.id] } : undefined);
};

/** Whether this phone says that these two are one idea. */
export const saysPair = (room: Said, one: NoteShown, other: NoteShown) => Boolean(pairOf(room, one, other));

/** Whether this phone says so of this note and any other. */
export const hasPair = (room: Said, { id }: NoteShown) =>
  pairs(room).some((pair) => {
    const now = standing(room, pair);
    return now.includes(id) && now[0] !== now[1];
  });

/** This phone's word that two notes are one idea, or that word taken back. */
export function sayPair(room: Said & Pick<Phone, 'post'>, one: NoteShown, other: NoteShown, on: boolean) {
  const pair = pairOf(room, one, other) ?? { id: stackOf([one, other]), notes: [one.id, other.id] };
  const others = pairs(room).filter(({ id }) => id !== pair.id);
  room.memory.note('pairs', on ? [...others, pair] : others);
  sayIdea(room, pair.id, pair.notes, on);
}

function ideasAgain(room: Said & Pick<Phone, 'post'>) {
  const held = room.part('own_ideas')?.stacks ?? [];
  const there = pairs(room).filter((pair) => standing(room, pair).join() === pair.notes.join());
  for (const { id: stack, notes } of [...(room.part('stacks')?.offered ?? []), ...there])
    if (saidIdeas(room).includes(stack) && !held.includes(stack))
      room.post('formulation.idea', { stack, notes, on: true }, { about: `idea ${stack}` });
}
