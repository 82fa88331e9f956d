// What can be done with a note on a phone: because of, change, move, merge, take a link away.

import { useSignal } from '@preact/signals';
import type { FormulationPart, NoteShown } from '../contract';
import { LIMITS } from '../limits';
import { kindOf } from '../shared/live/note-kind';
import type { Phone, Sent } from '../shared/live/room';
import { Words } from '../shared/ui/asking';
import { Merging } from '../shared/ui/merging';
import { Itself, KindFields } from '../shared/ui/note-kind';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

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
  const into = useSignal<NoteShown | null>(null);
  const gone = useSignal('');
  const itself = useSignal(kindOf(note));
  const others = part.notes.filter((n) => n.id !== note.id);
  const now = part.notes.find((n) => n.id === note.id) ?? note;
  const links = part.links.filter((x) => x.source === note.id);
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const send = (...sent: Sent<'delegate'>) => {
    room.post(...sent);
    onClose();
  };
  const rows: Record<string, [words: string, act: () => void][]> = {
    because: others.map((n): [string, () => void] => [
      n.text,
      () => send('formulation.link', { source: note.id, target: n.id, kind: 'because' }),
    ]),
    merge: others.map((n): [string, () => void] => [
      n.text,
      () => {
        into.value = n;
      },
    ]),
    move: part.sections
      .filter((s) => s.id !== note.section)
      .map((s): [string, () => void] => [
        `${areaName(s.area)}: ${s.title}`,
        () => send('formulation.move', { note: note.id, section: s.id }),
      ]),
    menu: [
      [say('phone.formulation.edit'), () => onKind('edit')],
      [say('phone.formulation.move'), () => onKind('move')],
      [say('phone.formulation.merge'), () => onKind('merge')],
      ...links.map((x): [string, () => void] => [
        `${say('phone.formulation.unlink')} ${kindWords(x.kind)} “${words(x.target)}”`,
        () => {
          gone.value = x.id;
          onKind('unlink');
        },
      ]),
    ],
    unlink: [
      [say('phone.formulation.unlink_yes'), () => send('formulation.unlink', { link: gone.value })],
      [say('common.left.stay'), onClose],
    ],
  };
  const title = {
    because: say('phone.formulation.choose_why'),
    merge: say('phone.formulation.choose_merge'),
    move: say('phone.formulation.choose_section'),
    edit: say('phone.formulation.edit'),
    menu: say('phone.formulation.menu'),
    unlink: say('phone.formulation.unlink_sure'),
  }[kind as 'menu'];
  return (
    <Sheet title={title} onClose={onClose}>
      <p class="cardline typed">{note.text}</p>
      <Itself note={now} parts={room.part('case')} />
      {kind === 'edit' ? (
        <Words
          room={room}
          where={`edit-${note.id}`}
          label={say('phone.formulation.edit')}
          start={note.text}
          limit={LIMITS['formulation.edit'].text}
          long={true}
          aid={say('common.no_names')}
          base={now.version}
          now={now.text}
          onBehind={say('common.left.own')}
          between={() => (
            <KindFields
              where="edit"
              kind={itself.value}
              parts={room.part('case')}
              onSet={(kind) => {
                itself.value = kind;
              }}
            />
          )}
          onSend={(text: string, base: number) =>
            send('formulation.edit', { note: note.id, text, base, ...itself.value })
          }
        />
      ) : into.value ? (
        <Merging
          room={room}
          notes={part.notes}
          note={note}
          into={into.value}
          label={say('phone.formulation.merge_words')}
          button={say('phone.formulation.merged')}
          onSend={(body) => send('formulation.merge', body)}
        />
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
