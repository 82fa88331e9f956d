// That a phone is stepped out, for as long as it is; what is seen meanwhile is in out.tsx.

import { signal } from '@preact/signals';
import type { Phone } from '../shared/live/room';
import { standing } from './missed';
import type { Then } from './missed';

const OUT = 'out';
/** It is looked at what was missed. */
export const isBack = signal(false);

export const thenOf = ({ memory }: Pick<Phone, 'memory'>): Then | null => memory.held.value.kept[OUT] ?? null;

/** The page stands still from now on, also when it is loaded again. */
export function stepOut(room: Phone) {
  isBack.value = false;
  if (thenOf(room)) return;
  room.memory.note(OUT, standing(room.part('case'), room.part('board')?.round ?? null));
  room.post('session.away', { away: true }, { about: 'away' });
}

/** And is in again. */
export function join(room: Phone) {
  isBack.value = false;
  room.memory.note(OUT, null);
  room.post('session.away', { away: false }, { about: 'away' });
}
