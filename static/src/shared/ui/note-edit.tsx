// Other words for a note, and what it says of itself: the same on a phone and at the desk.

import type { ComponentProps } from 'preact';
import type { Commands, FormulationPart, NoteShown } from '../../contract';
import { LIMITS } from '../../limits';
import type { DraftName } from '../live/drafts';
import { Words } from './asking';
import { keptKind, KindFields } from './note-kind';
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
  const where: DraftName = `edit-${note.id}`;
  const kind = keptKind(look.room, where, note);
  return (
    <Words
      {...look}
      where={where}
      start={note.text}
      limit={LIMITS['formulation.edit'].text}
      long={true}
      base={now.version}
      now={now.text}
      onBehind={say('common.left.own')}
      between={() => <KindFields where="edit" kind={kind.value} parts={parts} onSet={kind.set} />}
      onSend={(text: string, base: number) => {
        const answer = onSend({ note: note.id, text, base, ...kind.value });
        void Promise.resolve(answer).then((ack) => ack?.ok !== false && kind.drop()); // refused words stay, and so does it
        return answer;
      }}
    />
  );
}
