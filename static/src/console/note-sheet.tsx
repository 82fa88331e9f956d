// What can be done with one note: change its words, move it, join it with another, merge it into another.

import { useSignal } from '@preact/signals';
import type { Commands, FormulationPart, NoteShown } from '../contract';
import type { Ack } from '../shared/live/connection';
import type { Desk, Sent } from '../shared/live/room';
import { byArea } from '../shared/ui/areas';
import { Merging } from '../shared/ui/merging';
import { EditNote } from '../shared/ui/note-edit';
import { say, sayEach } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

export function NoteSheet({
  room,
  part,
  kind,
  note,
  onClose,
}: {
  room: Desk;
  part: FormulationPart;
  kind: string;
  note: NoteShown;
  onClose: () => void;
}) {
  const send = async (...sent: Sent<'facilitator'>) => {
    const ack = await room.post(...sent);
    if (ack.ok) onClose();
    return ack;
  };
  const title = {
    edit: say('console.formulation.edit'),
    move: say('console.formulation.to'),
    join: say('console.formulation.joining'),
    merge: say('console.formulation.merge_into'),
  }[kind as 'edit'];
  const Form = { edit: Edit, move: Move, join: Join, merge: Merge }[kind as 'edit'];
  return (
    <Sheet title={title} onClose={onClose}>
      <p class="quote typed">{note.text}</p>
      <Form room={room} part={part} note={note} send={send} />
      {room.said.value && (
        <p class="state state--refused" role="alert">
          {room.said.value}
        </p>
      )}
    </Sheet>
  );
}

type Kind = Commands['formulation.link']['kind'];
type Send = (...sent: Sent<'facilitator'>) => Promise<Ack>;
type Of = { part: FormulationPart; note: NoteShown; send: Send };

function Edit({ room, part, note, send }: Of & { room: Desk }) {
  return (
    <EditNote
      {...{ room, part, note }}
      parts={room.part('case')}
      label={say('console.formulation.edit')}
      button={say('console.save')}
      aid={say('console.no_names')}
      onSend={(body) => send('formulation.edit', body)}
    />
  );
}

function Move({ part, note, send }: Of) {
  const others = byArea(part).filter((s) => s.id !== note.section);
  return (
    <ul class="choices">
      {others.map((s) => (
        <li>
          <button type="button" onClick={() => send('formulation.move', { note: note.id, section: s.id })}>
            {say(`names.area.${s.area}`)}: {s.title}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Join({ part, note, send }: Of) {
  const kind = useSignal<Kind>('because');
  return (
    <>
      <div class="shows" role="group" aria-label={say('console.formulation.kind')}>
        {(Object.entries(sayEach('console.formulation.kinds')) as [Kind, string][]).map(([id, words]) => (
          <button
            type="button"
            aria-pressed={kind.value === id}
            onClick={() => {
              kind.value = id;
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <Others
        part={part}
        note={note}
        onPick={(n) => send('formulation.link', { source: note.id, target: n.id, kind: kind.value })}
      />
    </>
  );
}

function Merge({ room, part, note, send }: Of & { room: Desk }) {
  const into = useSignal<NoteShown | null>(null);
  if (!into.value)
    return (
      <Others
        part={part}
        note={note}
        onPick={(n) => {
          into.value = n;
        }}
      />
    );
  return (
    <Merging
      room={room}
      notes={part.notes}
      note={note}
      into={into.value}
      label={say('console.formulation.words')}
      button={say('console.formulation.merged')}
      onSend={(body) => send('formulation.merge', body)}
    />
  );
}

/** The other notes, by section. */
function Others({ part, note, onPick }: Omit<Of, 'send'> & { onPick: (note: NoteShown) => void }) {
  const groups = byArea(part).map((s) => ({
    ...s,
    notes: part.notes.filter((n) => n.section === s.id && n.id !== note.id),
  }));
  return (
    <div class="others">
      {groups
        .filter((g) => g.notes.length)
        .map((g) => (
          <>
            <h3 class="eyebrow">{g.title}</h3>
            <ul class="choices">
              {g.notes.map((n) => (
                <li>
                  <button class="typed" type="button" onClick={() => onPick(n)}>
                    {n.text}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ))}
    </div>
  );
}
