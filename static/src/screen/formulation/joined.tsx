// The sentence beneath the picture, its joining words in bold; without one, what is usually missing.

import type { FormulationPart } from '../../contract';
import { classes } from '../../shared/ui/classes';
import { sayEach } from '../../shared/ui/say';
import { reading } from './reading';

export function Joined({ part, low = false }: { part: FormulationPart; low?: boolean }) {
  const pieces = reading(part, sayEach('screen.formulation.joins'), sayEach('screen.formulation.parts'));
  if (!pieces.length && !part.nudges.length) return null;
  const words = pieces.length
    ? pieces.map(({ lead, text }) => (
        <>
          {lead && <b>{lead}</b>}
          {text}{' '}
        </>
      ))
    : part.nudges[0].words;
  return (
    <p class={classes('joined', low && 'joined--low')}>
      <span class="cut">{words}</span>
    </p>
  );
}
