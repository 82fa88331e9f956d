// The areas of an explanation: five columns and what lies around. Sections are kept in the data, each in one area.

import type { FormulationPart, NoteShown, SectionShown } from '../../contract';
import { sayEach } from './say';

export type Area = SectionShown['area'];

/** Area → its name, in their order. */
export const areas = () => Object.entries(sayEach('names.area')) as [Area, string][];

export const sectionsOf = (part: FormulationPart, area: Area) => part.sections.filter((s) => s.area === area);

/** All sections, each area once: in the order in which the areas stand everywhere else. */
export const byArea = (part: FormulationPart) => areas().flatMap(([area]) => sectionsOf(part, area));

/** Where a note of an area goes if nobody says more exactly: the section that has a role, else the widest. */
export function homeOf(part: FormulationPart, area: Area): SectionShown | undefined {
  const own = sectionsOf(part, area);
  return own.find((s) => s.role) ?? own.at(-1);
}

/** The area of a section, or the area itself; "" for none. */
export const areaOf = (part: FormulationPart, lane: string): Area | '' =>
  part.sections.find((s) => s.id === lane)?.area ?? areas().find(([area]) => area === lane)?.[0] ?? '';

/** The notes of an area: the best supported first, never by time. */
export const notesIn = (part: FormulationPart, area: Area): NoteShown[] =>
  part.notes
    .filter((n) => areaOf(part, n.section) === area)
    .sort((a, b) => (b.support ?? 0) - (a.support ?? 0) || (a.text < b.text ? -1 : 1));
