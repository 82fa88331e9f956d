// Keys of the notes that this phone wrote. Each opens one note, as long as the phase goes on in which the note came; which
// note it is, the phone knows by its words alone, and nobody else knows.

import type { NoteShown } from '../contract';
import { newId } from '../shared/live/connection';
import type { Phone } from '../shared/live/room';

type Of = Pick<Phone, 'part' | 'memory'>;
type Kept = { text: string; key: string; phase: string };

const here = (room: Of): Kept[] => {
  const { phase } = room.part('formulation');
  const kept: Kept[] = room.memory.held.value.kept.keys ?? [];
  return kept.filter((k) => k.phase === phase);
};

/** Notes of this phone stand in the room now, with these words and keys; keys of an earlier phase go. */
export function keep(room: Of, notes: { text: string; key?: string }[]) {
  const { phase } = room.part('formulation');
  const added = notes.flatMap(({ text, key }) => (key ? { text, key, phase } : []));
  if (added.length) room.memory.note('keys', [...here(room), ...added]);
}

/** What is of an earlier phase goes, with its words, as soon as the room has moved on. */
export function letGo(room: Of) {
  const kept: Kept[] = room.memory.held.value.kept.keys ?? [];
  const left = room.part('formulation') ? here(room) : [];
  if (left.length < kept.length) room.memory.note('keys', left);
}

/** The key that goes with words that are sent by themselves: a new one, unless the note has one. */
export function keyFor(room: Of, text: string, key = newId()) {
  keep(room, [{ text, key }]);
  return key;
}

/** The words that this phone sent in this phase. */
export const wrote = (room: Of) => here(room).map((k) => k.text);

/** The key of a note, if this phone wrote it; else "". Of words that were sent again, the newest: it is the note's. */
export const keyOf = (room: Of, { text }: Pick<NoteShown, 'text'>) =>
  here(room)
    .filter((k) => k.text === text)
    .at(-1)?.key ?? '';

type Body = { text: string; note?: string };

/** A note's words as they are sent, with their key: of a note that this phone wrote it is the same. */
export function keyed<B extends Body>(room: Of, body: B): B & { key: string } {
  const was = body.note && room.part('formulation').notes.find(({ id }) => id === body.note);
  return { ...body, key: keyFor(room, body.text, (was && keyOf(room, was)) || undefined) };
}
