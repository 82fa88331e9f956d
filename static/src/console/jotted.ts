// What a text of the jotter is about, and what it is called at the desk. Pure.

import type { JottingShown } from '../contract';

export type About = Pick<JottingShown, 'about' | 'id'>;

/** Its draft and its field are called so. */
export const nameOf = ({ about, id }: About) => `${about}:${id}`;

export function aboutOf(name: string): About {
  const at = name.indexOf(':');
  return { about: name.slice(0, at) as About['about'], id: name.slice(at + 1) };
}
