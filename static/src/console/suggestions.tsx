// Wordings from phones: gathered at two words, chosen among, counted once. The facilitator takes one into the field, where
// she edits it, or hides one from everybody.

import type { OffersPart } from '../contract';
import type { Desk, Sent } from '../shared/live/room';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';

type Act = [words: string, sent: Sent<'facilitator'>];

/** What can be done next. */
function acts({ state, choosing }: OffersPart): Act[] {
  if (state === 'called') return [[say('console.suggestions.show'), ['formulation.show_wordings', {}]]];
  const again = say(state === 'none' ? 'console.suggestions.ask' : 'console.suggestions.ask_again');
  const ask: Act = [again, ['formulation.ask_wordings', {}]];
  return choosing ? [[say('console.suggestions.close'), ['formulation.close_wordings', {}]], ask] : [ask];
}

export function Suggestions({ room }: { room: Desk }) {
  const part = room.part('offers');
  if (!part) return null;
  const state = part.state === 'shown' && !part.choosing ? 'closed' : part.state;
  return (
    <section class="suggestions">
      <h3>{say('console.suggestions.title')}</h3>
      <p class="small quiet">
        {say(`console.suggestions.state.${state}`, { k: spelt(room.part('session').k) })}
      </p>
      <p class="row">
        {acts(part).map(([words, sent]) => (
          <button
            key={sent[0]}
            class="button button--second button--slim"
            type="button"
            onClick={() => room.post(...sent)}
          >
            {words}
          </button>
        ))}
      </p>
    </section>
  );
}

/** Below a field of the explanation: what phones offered for it. */
export function Offered({ room, id }: { room: Desk; id: keyof OffersPart['parts'] }) {
  const offered = room.part('offers')?.parts[id] ?? [];
  if (!offered.length) return null;
  return (
    <ul class="offered">
      {offered.map((one) => (
        <li key={one.id} class="small">
          <p class="typed">{one.text}</p>
          <p class="row quiet">
            {one.made && <span>{say('console.suggestions.made')}</span>}
            {one.support && <span>{say('console.suggestions.support', { n: one.support })}</span>}
            <button
              class="linkish"
              type="button"
              aria-label={`${say('console.suggestions.take')}: ${one.text}`}
              onClick={() => room.writing.take(id, one.text)}
            >
              {say('console.suggestions.take')}
            </button>
            <Sure
              label={`${say('console.suggestions.hide')} ${one.text}`}
              words={say('console.suggestions.hide')}
              sure={say('console.suggestions.hide_sure')}
              yes={say('console.suggestions.hide')}
              no={say('console.suggestions.keep')}
              onYes={() => room.post('formulation.drop_wording', { part: id, wording: one.id })}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}
