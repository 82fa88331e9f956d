// Wordings that this phone offers for the sentences: kept in its memory until the facilitator gathers. Then every phone
// sends one sheet, with or without wordings, as long as any other; it lets go of a wording when the room has it.

import { effect, untracked } from '@preact/signals';
import type { Commands, OffersPart } from '../contract';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { tidy } from '../shared/ui/words';
import { padded } from './envelope';

export type Said = keyof OffersPart['parts'];
type Kept = Partial<Record<Said, { text: string; sent: number }>>;
type Of = Pick<Phone, 'part' | 'memory' | 'post'>;

export const wordings = ({ memory }: Pick<Phone, 'memory'>): Kept => memory.held.value.kept.wordings ?? {};

const each = (kept: Kept) => Object.entries(kept) as [Said, { text: string; sent: number }][];

/** Whether the room sees it. One that did not fit waits for the next gathering. */
const isThere = (
  { shown, parts }: OffersPart,
  [part, { text, sent }]: [Said, { text: string; sent: number }],
) => shown.includes(sent) && parts[part].some((one) => tidy(one.text) === tidy(text));

/** Whenever the room moves: what it has is let go of here, and at the word the sheet goes, once. */
export function handInWordings(room: Of) {
  const part = room.part('offers');
  if (!part) return;
  const mine = each(wordings(room));
  const rest = mine.filter((one) => !isThere(part, one));
  if (rest.length !== mine.length) room.memory.note('wordings', Object.fromEntries(rest));
  if (part.state !== 'called' || room.memory.held.value.kept.sheet === part.number) return;
  room.memory.note('sheet', part.number);
  const none = { because: '', kept_going: '', eased: '', unsure: '', rival: '' };
  const said = Object.fromEntries(rest.map(([id, { text }]) => [id, text]));
  room.post('formulation.offer', padded({ gathering: part.number, ...none, ...said }));
}

/** The workshop has the sheet; what it refused stays on this phone. */
export function handedInWordings(room: Of, { name, body }: Operation, ok: boolean) {
  if (name !== 'formulation.offer' || !ok) return;
  const { gathering, ...said } = body as Commands['formulation.offer'];
  const sent = each(wordings(room)).map(([id, one]) => [
    id,
    said[id] === one.text ? { ...one, sent: gathering } : one,
  ]);
  room.memory.note('wordings', Object.fromEntries(sent));
  handInWordings(room);
}

/** Sentence → the wording that this phone prefers, as it said so; else what the server holds. */
export const preferred = (room: Pick<Phone, 'memory' | 'part'>): Partial<Record<Said, string>> => {
  const kept = room.memory.held.value.kept.preferred;
  const since = room.part('offers')?.choosing;
  return kept && kept.since === since ? kept.parts : (room.part('own_preferred')?.parts ?? {});
};

export function prefer(room: Of, part: Said, wording: string) {
  const parts = { ...preferred(room), [part]: wording };
  room.memory.note('preferred', { since: room.part('offers').choosing, parts });
  room.post('formulation.prefer', { part, wording }, { about: `prefer ${part}` });
}

/** What is done with them from now on, whatever is drawn. Returns nothing to undo: it is for as long as the page lives. */
export function offering(room: Of & Pick<Phone, 'outbox'>) {
  const { outbox } = room;
  const others = outbox.onSettled;
  outbox.onSettled = (operation, ok) => {
    others(operation, ok);
    handedInWordings(room, operation, ok);
  };
  effect(() => {
    if (room.part('offers')) untracked(() => handInWordings(room));
  });
  effect(() => {
    if (room.part('own_preferred')) untracked(() => preferAgain(room));
  });
}

/** After the server has lost its memory: what this phone prefers, of what is shown. */
export function preferAgain(room: Of) {
  const held = room.part('own_preferred')?.parts ?? {};
  const part = room.part('offers');
  if (!part?.choosing) return;
  for (const [id, wording] of Object.entries(preferred(room)) as [Said, string][])
    if (wording && held[id] !== wording && part.parts[id].some((one) => one.id === wording))
      prefer(room, id, wording);
}
