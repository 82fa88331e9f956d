// Which notes this phone supports, and what it says of it to a workshop that has forgotten.

/** The notes that this phone supports, as it said so. */
export const supported = (room: any): string[] =>
  room.memory.held.value.kept.support ?? room.part('own_support')?.notes ?? [];

/** After the server has lost its memory: what this phone supports, as the notes are called now. */
export function supportAgain(room: any) {
  const held = room.part('own_support')?.notes ?? [];
  const notes = room.part('formulation')?.notes ?? [];
  const lost = supported(room)
    .filter((id) => !held.includes(id))
    .map((id) => notes.find((n: any) => n.merged.includes(id))?.id ?? id);
  for (const note of new Set(lost))
    room.post('formulation.support', { note, on: true }, { about: `support ${note}` });
}
