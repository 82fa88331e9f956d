// Two explanations, held until something tells them apart: what is asked of both.

import type { FormulationPart } from '../../contract';

export const APART = ['apart1', 'apart2', 'apart3'] as const;

/** Whether there is another explanation, and of both it is said what they do not account for. Else the phase was left. */
export const accounted = ({ explanation: told }: Pick<FormulationPart, 'explanation'>) =>
  (['rival', 'ours_leaves', 'rival_leaves'] as const).every((id) => told[id].text);

/** Whether a phase that the room has left behind is done with. */
export const isDone = (part: Pick<FormulationPart, 'explanation'>, phase: string) =>
  phase !== 'another' || accounted(part);
