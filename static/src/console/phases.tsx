// The phases of the explanation, below its step in the agenda: a press goes to one, forward or back, and nothing is lost.

import type { Desk } from '../shared/live/room';
import { isDone } from '../shared/ui/another';
import { say } from '../shared/ui/say';

export function Phases({ room }: { room: Desk }) {
  const { activity } = room.part('agenda').steps[room.part('agenda').position];
  const part = activity === 'formulation' && room.part('formulation');
  if (!part) return null;
  const at = part.phases.indexOf(part.phase);
  return (
    <ol class="phases" aria-label={say('console.rail.phases')}>
      {part.phases.map((phase, index) => (
        <li key={phase} class={index === at ? 'is-here' : index < at && isDone(part, phase) ? 'is-past' : ''}>
          <button
            type="button"
            aria-current={index === at ? 'step' : undefined}
            onClick={() => index !== at && room.post('formulation.phase', { phase })}
          >
            <i />
            <span>{say(`names.phase.${phase}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
