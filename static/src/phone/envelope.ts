// Silent notes: kept in this phone's memory until the facilitator gathers. Then every phone sends one envelope, with or
// without notes, as long as any other; it lets go of a note when the room has it.

import type { NoteKind } from '../shared/live/note-kind';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { keep } from './note-keys';

export const SLOTS = 12;
export const LONGEST = 140;
const SIZE = 9800; // bytes of a body: twelve notes of the widest letters fit, with all that they say of themselves
export type Silent = {
  id: string;
  section: string;
  text: string;
  sent: number;
  key?: string;
} & Partial<NoteKind>;
type Of = Pick<Phone, 'part' | 'memory' | 'post'>;

export const silent = ({ memory }: Pick<Phone, 'memory'>): Silent[] => memory.held.value.kept.silent ?? [];

const filled = (gathering: number, notes: Silent[]) => {
  const slots = Array.from({ length: SLOTS }, (_, i) => ({
    section: notes[i]?.section ?? '',
    text: notes[i]?.text ?? '',
    sure: notes[i]?.sure ?? '',
    voice: notes[i]?.voice ?? '',
    ground: notes[i]?.ground ?? '',
    key: notes[i]?.key ?? '',
  }));
  return padded({ gathering, slots });
};

/** Filled up to the length of any other. */
export function padded<T extends object>(body: T): T & { pad: string } {
  const size = new TextEncoder().encode(JSON.stringify({ ...body, pad: '' })).length;
  return { ...body, pad: '.'.repeat(Math.max(0, SIZE - size)) };
}

/** Whenever the room moves: what it has is let go of here, and at the word the envelope goes, once. */
export function handIn(room: Of) {
  const gathering = room.part('formulation')?.gathering;
  if (!gathering) return;
  const notes = silent(room);
  const isThere = (n: Silent) => gathering.shown.includes(n.sent);
  const isBack = (n: Silent) => gathering.state === 'few' && n.sent === gathering.number; // let go of there
  const rest = notes.filter((n) => !isThere(n)).map((n) => (isBack(n) ? { ...n, sent: 0 } : n));
  if (notes.some((n) => isThere(n) || isBack(n))) {
    keep(room, notes.filter(isThere));
    room.memory.note('silent', rest);
  }
  if (gathering.state !== 'called' || room.memory.held.value.kept.envelope?.number === gathering.number)
    return;
  const inside = rest.slice(0, SLOTS);
  room.memory.note('envelope', { number: gathering.number, ids: inside.map((n) => n.id) });
  room.post('formulation.envelope', filled(gathering.number, inside));
}

/** The workshop has the envelope; what it refused stays a note of this phone. */
export function handedIn(room: Of, { name, body }: Operation, ok: boolean) {
  const envelope = room.memory.held.value.kept.envelope;
  if (name !== 'formulation.envelope' || !ok || envelope?.number !== body.gathering) return;
  const sent = (n: Silent) => (envelope.ids.includes(n.id) ? { ...n, sent: body.gathering } : n);
  room.memory.note('silent', silent(room).map(sent));
  handIn(room);
}
