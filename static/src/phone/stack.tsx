// Alike notes together: each can be seen and supported by itself; whether they are one idea, every phone says for itself.

import type { NoteShown, StackShown } from '../contract';
import type { Phone } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Note } from './note';
import type { OfNote } from './note';
import { saidIdeas } from './said';

type Of = Omit<OfNote, 'note'>;

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
        <button class="sup" type="button" aria-pressed={mine} onClick={() => sayIdea(room, stack, !mine)}>
          <Icon name={mine ? 'check' : 'people'} />
          {say('phone.formulation.stack.one')}
        </button>
      </div>
    </li>
  );
}

function sayIdea(room: Phone, { id: stack, notes }: StackShown, on: boolean) {
  const others = saidIdeas(room).filter((s) => s !== stack);
  room.memory.note('ideas', on ? [...others, stack] : others);
  room.post('formulation.idea', { stack, notes, on }, { about: `idea ${stack}` });
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
