// People of a case: known by their id where that is a name.

import type { PersonShown } from '../../contract';

/** "Ash"; "" where the id is no name. */
export const called = ({ id }: Pick<PersonShown, 'id'>) =>
  /^[a-z]{2,}$/.test(id) ? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` : '';

/** "Ash: 15, Year 10". */
export const person = (of: Pick<PersonShown, 'id' | 'note'>) =>
  called(of) ? `${called(of)}: ${of.note}` : of.note;
