// What a note says of itself, each "" where nobody said. Pure.

import type { NoteShown } from '../../contract';

export type NoteKind = Pick<NoteShown, 'sure' | 'voice' | 'ground'>;

export const OPEN: NoteKind = { sure: '', voice: '', ground: '' };

/** Of what may hold more, or less, than a note says of itself. */
export const kindOf = ({ sure, voice, ground }: Partial<NoteKind>): NoteKind => ({
  sure: sure ?? '',
  voice: voice ?? '',
  ground: ground ?? '',
});
