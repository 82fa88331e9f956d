// What changed between two versions of the explanation, in words that desk, screen and phone share.

import type { ChangedPart, FormulationPart } from '../../contract';
import { say } from './say';

type Version = ChangedPart['versions'][number];

/** When a version was kept. */
export const occasion = (version: Version | undefined) =>
  version ? say(`common.changed.cause.${version.cause}`, { n: version.number }) : say('common.changed.now');

/** Where a note stood, how a link joins, or which sentence it is. */
export function placeOf(part: Pick<FormulationPart, 'sections'>, what: string, place: string): string {
  if (what === 'note') return part.sections.find((s) => s.id === place)?.title ?? '';
  return what === 'link' ? say('common.changed.joined') : say(`common.changed.parts.${place}`);
}
