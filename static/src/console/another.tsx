// What each of the two explanations fits with and does not account for, and what would tell them apart: fields saved as one types.

import type { FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { accounted, APART } from '../shared/ui/another';
import { say } from '../shared/ui/say';
import { Earlier } from './earlier';
import { SavedField } from './saved-field';

const OF_BOTH = ['ours_fits', 'rival_fits', 'ours_leaves', 'rival_leaves'] as const;

export function TwoExplanations({ room, part }: { room: Desk; part: FormulationPart }) {
  const written = [...OF_BOTH, ...APART].some((id) => part.explanation[id].text);
  if (part.phase !== 'another' && !written) return null;
  return (
    <section class="explaining">
      <h2>{say('console.another.title')}</h2>
      <p class="small quiet">{say(accounted(part) ? 'console.another.say' : 'console.another.open')}</p>
      {[...OF_BOTH, ...APART].map((id) => (
        <SavedField
          key={id}
          room={room}
          writing={room.writing}
          id={id}
          words={say(`console.another.fields.${id}`)}
          now={part.explanation[id]}
        >
          <Earlier room={room} of="explanation" id={id} />
        </SavedField>
      ))}
    </section>
  );
}
