// What this phone says of links and of stacks: its own memory knows it, and tells a workshop that has forgotten.

import type { Commands, LinkShown } from '../contract';
import type { Phone } from '../shared/live/room';

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

function ideasAgain(room: Said & Pick<Phone, 'post'>) {
  const held = room.part('own_ideas')?.stacks ?? [];
  for (const { id: stack, notes } of room.part('stacks')?.offered ?? [])
    if (saidIdeas(room).includes(stack) && !held.includes(stack))
      room.post('formulation.idea', { stack, notes, on: true }, { about: `idea ${stack}` });
}
