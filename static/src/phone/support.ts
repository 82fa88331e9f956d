// What this phone says of notes, links, stacks and actions, and what it says again to a workshop that has forgotten.
import type { Commands, LinkShown } from '../contract';
import type { Phone } from '../shared/live/room';

/** The notes that this phone supports, as it said so. */
export const supported = (room: Pick<Phone, 'memory' | 'part'>): string[] =>
  room.memory.held.value.kept.support ?? room.part('own_support')?.notes ?? [];

/** After the server has lost its memory: what this phone supports, as the notes are called now. */
export function supportAgain(room: Pick<Phone, 'memory' | 'part' | 'post'>) {
  const held = room.part('own_support')?.notes ?? [];
  const notes = room.part('formulation')?.notes ?? [];
  const lost = supported(room)
    .filter((id) => !held.includes(id))
    .map((id) => notes.find((n) => n.merged.includes(id))?.id ?? id);
  for (const note of new Set(lost))
    room.post('formulation.support', { note, on: true }, { about: `support ${note}` });
}

/** The actions that this phone would do, as it said so. */
export const wouldDo = (room: Pick<Phone, 'memory' | 'part'>): string[] =>
  room.memory.held.value.kept.would ?? room.part('own_would')?.actions ?? [];

/** After the server has lost its memory: what this phone would do, of the actions that are still there. */
export function wouldAgain(room: Pick<Phone, 'memory' | 'part' | 'post'>) {
  const [held, part] = [room.part('own_would')?.actions ?? [], room.part('plan')];
  for (const id of wouldDo(room))
    if (!held.includes(id) && part?.actions.some((a) => a.id === id))
      room.post('plan.would', { id, on: true }, { about: `would ${id}` });
}

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

/** After the server has lost its memory: what this phone says of links that are still there. */
export function linksAgain(room: Said & Pick<Phone, 'post'>) {
  if (!room.part('formulation')) return;
  const held = room.part('own_links')?.links ?? [];
  for (const { id, source, target, kind } of saidLinks(room))
    if (!held.includes(id)) room.post('formulation.link', { source, target, kind });
}

/** The stacks of which this phone says that they are one idea. */
export const saidIdeas = (room: Said): string[] =>
  room.memory.held.value.kept.ideas ?? room.part('own_ideas')?.stacks ?? [];

/** After the server has lost its memory: the same of stacks that are still offered. */
export function ideasAgain(room: Said & Pick<Phone, 'post'>) {
  const held = room.part('own_ideas')?.stacks ?? [];
  for (const { id: stack, notes } of room.part('stacks')?.offered ?? [])
    if (saidIdeas(room).includes(stack) && !held.includes(stack))
      room.post('formulation.idea', { stack, notes, on: true }, { about: `idea ${stack}` });
}
