// Which notes this phone supports and which actions it would do, and what it says of them to a workshop that has forgotten.
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
