// Other words for a note, and what it says of itself: the same on a phone and at the desk.

import { useSignal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import type { Commands, FormulationPart, NoteShown } from '../../contract';
import { LIMITS } from '../../limits';
import { kindOf } from '../live/note-kind';
import { Words } from './asking';
import { KindFields } from './note-kind';
import { say } from './say';

type OfWords = ComponentProps<typeof Words>;

/** `parts`: the case's, for what a note can come from. */
export function EditNote({
  part,
  note,
  parts,
  onSend,
  ...look
}: Pick<OfWords, 'room' | 'label' | 'button' | 'aid'> & {
  part: FormulationPart;
  note: NoteShown;
  parts: ComponentProps<typeof KindFields>['parts'];
  onSend: (body: Commands['formulation.edit']) => ReturnType<OfWords['onSend']>;
}) {
  const now = part.notes.find((n) => n.id === note.id) ?? note;
  const itself = useSignal(kindOf(note));
  return (
    <Words
      {...look}
      where={`edit-${note.id}`}
      start={note.text}
      limit={LIMITS['formulation.edit'].text}
      long={true}
      base={now.version}
      now={now.text}
      onBehind={say('common.left.own')}
      between={() => (
        <KindFields
          where="edit"
          kind={itself.value}
          parts={parts}
          onSet={(kind) => {
            itself.value = kind;
          }}
        />
      )}
      onSend={(text: string, base: number) => onSend({ note: note.id, text, base, ...itself.value })}
    />
  );
}
