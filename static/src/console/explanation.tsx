// The shared explanation in words: five fields that are saved as one types.

import type { FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { aloud } from '../shared/ui/aloud';
import { say, sayEach } from '../shared/ui/say';
import { TwoExplanations } from './another';
import { Earlier } from './earlier';
import { SavedField } from './saved-field';
import { Offered, Suggestions } from './suggestions';

export function Explanation({ room, part }: { room: Desk; part: FormulationPart }) {
  return (
    <section class="explaining">
      <h2>{say('console.formulation.shared')}</h2>
      <p class="small quiet">{say('console.formulation.shared_more')}</p>
      <Suggestions room={room} />
      {part.aloud && <p class="quote small">{aloud(part.aloud)}</p>}
      {Object.entries(sayEach('console.formulation.parts')).map(([id, words]) => (
        <SavedField
          key={id}
          room={room}
          writing={room.writing}
          id={id}
          words={words}
          now={part.explanation[id as 'because']}
        >
          <Earlier room={room} of="explanation" id={id} />
          <Offered room={room} id={id as 'because'} />
        </SavedField>
      ))}
      <TwoExplanations room={room} part={part} />
    </section>
  );
}
