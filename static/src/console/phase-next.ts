// The phase that comes next in making the explanation, and the one before. Pure.

import { say } from '../shared/ui/say';
import type { Next } from './next';
import type { Seen } from './skips';

type Of = Pick<Seen, 'agenda' | 'formulation'>;

/** So many phases on from here; nothing where the step ends, or is no formulation. */
function phaseAt({ agenda, formulation: part }: Of, by: number) {
  const here = agenda?.steps[agenda.position].activity === 'formulation';
  return here && part ? part.phases[part.phases.indexOf(part.phase) + by] : undefined;
}

/** One phase after the other; after the last one the next step. */
export function nextPhase(known: Of): Partial<Next> | null {
  const state = phaseAt(known, 0) === 'gather' ? known.formulation?.gathering.state : '';
  if (state === 'none' || state === 'called') return gathering(state);
  const phase = phaseAt(known, 1);
  if (!phase) return null;
  return {
    label: say('console.next.phase'),
    about: say('console.next.next_phase'),
    title: say(`names.phase.${phase}`),
    name: 'formulation.phase',
    body: { phase },
  };
}

/** Phones hand in at a word; what came is shown at another. */
const gathering = (state: 'none' | 'called'): Partial<Next> => ({
  label: say(`console.next.gather.${state}`),
  about: say('console.next.next_phase'),
  title: say(`console.next.gather.${state}_title`),
  name: state === 'none' ? 'formulation.collect' : 'formulation.uncover',
  body: {},
});

export function phaseBefore(known: Of) {
  const phase = phaseAt(known, -1);
  return phase ? { name: 'formulation.phase', body: { phase } } : null;
}
