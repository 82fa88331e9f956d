// Two notes become one: a field with the words of both, so that nobody's vanish by a tap.

import { useSignal } from '@preact/signals';
import type { Commands } from '../../contract';
import { LIMITS } from '../../limits';
import type { Ack } from '../live/connection';
import type { DraftName } from '../live/drafts';
import type { Room } from '../live/room';
import { Words } from './asking';
import { say } from './say';

export type Note = { id: string; text: string; version: number };

/** The words of both, once when they are the same. */
export function together(into: string, note: string) {
  if (into.toLowerCase().includes(note.toLowerCase())) return into;
  if (note.toLowerCase().includes(into.toLowerCase())) return note;
  return /[.!?;]$/.test(into) ? `${into} ${note}` : `${into}; ${note}`;
}

/** What changes meanwhile is shown, and taken as read. */
export function Merging({
  room,
  notes,
  note,
  into,
  label,
  button,
  onSend,
}: {
  room: Room;
  notes: Note[];
  note: Note;
  into: Note;
  label: string;
  button: string;
  onSend: (body: Commands['formulation.merge']) => Promise<Ack> | void;
}) {
  const where: DraftName = `merge-${note.id}-${into.id}`;
  const first = useSignal(
    room.memory.drafted<Record<string, number>>(where)?.base ?? {
      [note.id]: note.version,
      [into.id]: into.version,
    },
  );
  const now = { note: find(notes, note), into: find(notes, into) };
  const changed = [now.note, now.into].filter((n) => first.value[n.id] !== n.version);
  const send = (text: string) =>
    onSend({ note: note.id, into: into.id, text, base: now.into.version, note_base: now.note.version });
  return (
    <>
      <p class="quote small typed">{now.into.text}</p>
      {changed.map((n) => (
        <p key={n.id} class="state" role="alert">
          {say('common.changed_to')} “<span class="typed">{n.text}</span>”
        </p>
      ))}
      <Words
        room={room}
        where={where}
        base={first.value}
        label={label}
        start={together(into.text, note.text)}
        limit={LIMITS['formulation.merge'].text}
        long={true}
        button={button}
        aid={say('common.no_names')}
        onSend={send}
      />
    </>
  );
}

/** As it is now; as it was when it has gone, and the workshop will say so. */
const find = (notes: Note[], note: Note) => notes.find((n) => n.id === note.id) ?? note;
