// Alike notes together: each can be seen and supported by itself; whether they are one idea, every phone says for itself.

import type { NoteShown, StackShown } from '../contract';
import type { Phone } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Note } from './note';
import type { OfNote } from './note';
import { saidIdeas, sayIdea } from './said';
import type { Seen } from './still';

type Of = Omit<OfNote, 'note'>;

/** Notes one by one; where the phase is for sorting, alike ones together. */
export function Notes({ room, part, stacks, notes, onMenu }: Seen & Of & { notes: NoteShown[] }) {
  const sorts = part.phase === part.phases.find((phase) => ['sort', 'join', 'say'].includes(phase));
  const drawn = new Set<string>();
  return (
    <>
      {notes.map((note) => {
        const stack = sorts ? stacks.offered.find((s) => s.notes.includes(note.id)) : undefined;
        if (!stack) return <Note key={note.id} {...{ room, part, note, onMenu }} sorts={sorts} />;
        if (drawn.has(stack.id)) return null;
        drawn.add(stack.id);
        const inside = notes.filter((n) => stack.notes.includes(n.id));
        return <Stack key={stack.id} {...{ room, part, stack, onMenu }} notes={inside} />;
      })}
    </>
  );
}

export function Stack({ stack, notes, ...of }: Of & { stack: StackShown; notes: NoteShown[] }) {
  const { room } = of;
  const mine = saidIdeas(room).includes(stack.id);
  return (
    <li class="sheet">
      <p class="faint small">{say('phone.formulation.stack.alike')}</p>
      <ul class="notes-list">
        {notes.map((note) => (
          <Note key={note.id} {...of} note={note} />
        ))}
      </ul>
      <div class="note-foot">
        <button
          class="sup"
          type="button"
          aria-pressed={mine}
          onClick={() => sayIdea(room, stack.id, stack.notes, !mine)}
        >
          <Icon name={mine ? 'check' : 'people'} />
          {say('phone.formulation.stack.one')}
        </button>
      </div>
    </li>
  );
}

/** What lies beneath a note that stands for others. */
export function Beneath({ room, id }: { room: Phone; id: string }) {
  const folded = room.part('stacks')?.folded.find((f) => f.note === id);
  if (!folded) return null;
  return (
    <div class="beneath">
      <p class="small quiet">
        {folded.said
          ? say('phone.formulation.stack.said', { n: folded.said })
          : say('phone.formulation.stack.folded')}
      </p>
      {folded.beneath.map((b) => (
        <p key={b.id} class="quiet typed">
          {b.text}
        </p>
      ))}
    </div>
  );
}
