// Where a note names somebody by an act, or the like: another wording, at this desk only. It names no writer, puts nothing
// right by itself, and what was left does not come back.

import { useMemo } from 'preact/hooks';
import type { NoteShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { first, prompts, put } from '../shared/ui/gentler-rule';
import type { Found } from '../shared/ui/gentler-rule';
import { say } from '../shared/ui/say';

const LEFT = 'wordings_left';
type InNote = { note: NoteShown; found: Found };

/** The first words of a note that could be others, if they were not left at this desk. `left`: note and prompt. */
export function inNotes(notes: readonly NoteShown[], left: readonly string[]): InNote | null {
  const all = prompts();
  for (const note of notes) {
    const here = left.flatMap((one) => (one.startsWith(`${note.id} `) ? one.slice(note.id.length + 1) : []));
    const found = first(all, note.text, here);
    if (found) return { note, found };
  }
  return null;
}

/** The same, looked for anew only when notes have changed. */
export function useWording(room: Pick<Desk, 'memory'>, notes: readonly NoteShown[]) {
  const left: string[] | undefined = room.memory.held.value.kept[LEFT];
  return useMemo(() => inNotes(notes, left ?? []), [notes, left]);
}

export function NoteWording({ room, note, found }: { room: Pick<Desk, 'memory' | 'post'> } & InNote) {
  const { words, offer, prompt } = found;
  const about = offer
    ? say('console.formulation.could_read', { words, offer })
    : `${say('console.formulation.in_a_note', { words })} ${prompt.why}`;
  const leave = () =>
    room.memory.note(LEFT, [...(room.memory.held.value.kept[LEFT] ?? []), `${note.id} ${prompt.id}`]);
  const change = () =>
    room.post('formulation.edit', { note: note.id, text: put(note.text, found), base: note.version });
  return (
    <li>
      <span title={prompt.why}>{about}</span> <span class="faint">{prompt.source}</span>
      <span class="nudge-do">
        {offer && (
          <button
            class="linkish"
            type="button"
            aria-label={`${say('gentler.use')}: ${offer}. ${prompt.why}`}
            onClick={() => void change()}
          >
            {say('gentler.use')}
          </button>
        )}
        <button
          class="linkish"
          type="button"
          aria-label={`${say('gentler.leave')}: ${about}`}
          onClick={leave}
        >
          {say('gentler.leave')}
        </button>
      </span>
    </li>
  );
}
