// What can be done with a note on a phone: join up, change, move, take one's own word for a link back.

import type { FormulationPart, NoteShown } from '../contract';
import type { Phone, Sent } from '../shared/live/room';
import { byArea } from '../shared/ui/areas';
import { EditNote } from '../shared/ui/note-edit';
import { Itself } from '../shared/ui/note-kind';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { Alike } from './alike';
import { JoinUp } from './join-up';
import { keyed, keyOf } from './note-keys';
import { saidLinks, takeBack } from './said';

const areaName = (area: string) => say(`names.area.${area}`);
export const kindWords = (kind: string) => say(`phone.formulation.kinds.${kind}`);

export function Menu({
  room,
  part,
  kind,
  note,
  onClose,
  onKind,
}: {
  room: Phone;
  part: FormulationPart;
  kind: string;
  note: NoteShown;
  onClose: () => void;
  onKind: (kind: string) => void;
}) {
  const now = part.notes.find((n) => n.id === note.id) ?? note;
  const key = keyOf(room, now);
  const wording = key ? say('phone.formulation.edit') : say('phone.formulation.suggest');
  const mine = saidLinks(room).filter(
    (x) => x.phase === part.phase && [x.source, x.target].includes(note.id),
  );
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const send = (...sent: Sent<'delegate'>) => {
    room.post(...sent);
    onClose();
  };
  const rows: Record<string, [words: string, act: () => void][]> = {
    move: byArea(part)
      .filter((s) => s.id !== note.section)
      .map((s): [string, () => void] => [
        `${areaName(s.area)}: ${s.title}`,
        () => send('formulation.move', { note: note.id, section: s.id }),
      ]),
    menu: [
      [wording, () => onKind('edit')],
      [say('phone.formulation.move'), () => onKind('move')],
      ...mine.map((x): [string, () => void] => [
        say('phone.formulation.take_back', {
          one: words(x.source),
          kind: kindWords(x.kind),
          other: words(x.target),
        }),
        () => {
          takeBack(room, x);
          onClose();
        },
      ]),
    ],
  };
  const title = {
    join: say('phone.formulation.join.title'),
    alike: say('phone.formulation.alike.title'),
    move: say('phone.formulation.choose_section'),
    edit: wording,
    menu: say('phone.formulation.menu'),
  }[kind as 'menu'];
  return (
    <Sheet title={title} onClose={onClose}>
      <p class="cardline typed">{note.text}</p>
      <Itself note={now} parts={room.part('case')} />
      {kind === 'edit' ? (
        <EditNote
          {...{ room, part, note }}
          parts={room.part('case')}
          label={wording}
          aid={[!key && say('phone.formulation.suggest_aid'), say('common.no_names')]
            .filter(Boolean)
            .join(' ')}
          onSend={(body) => {
            send('formulation.edit', keyed(room, body));
          }}
        />
      ) : kind === 'join' ? (
        <JoinUp {...{ room, part, note, onClose }} />
      ) : kind === 'alike' ? (
        <Alike {...{ room, part, note }} />
      ) : (
        <div class="rows">
          {(rows[kind] ?? []).map(([words, act]) => (
            <button class="plain typed" type="button" onClick={act}>
              {words}
            </button>
          ))}
        </div>
      )}
    </Sheet>
  );
}
