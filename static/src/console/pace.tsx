// The pace: how many have answered; once closed, what the room is told, and no more.

import type { PacePart } from '../contract';
import type { Desk } from '../shared/live/room';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Ready } from './parts';
import type { Row } from './parts';

export const isTall = () => true;

export function Console({ room }: { room: Desk }) {
  const part = room.part('pace');
  if (!part) return null;
  const { devices, k } = room.part('session');
  const words = { n: part.answered, of: Math.max(devices, part.answered), k: spelt(k) };
  const answered = say(part.answered ? 'console.answered' : 'console.answered_few', words);
  const rows: Row[] =
    part.state === 'closed'
      ? [['check', say('console.pace.closed'), told(part, words.k)]]
      : [
          ['open', say('console.pace.open'), say('console.pace.open_more')],
          ['people', `${answered}.`, ''],
        ];
  return (
    <Ready title={say('console.pace.title')} rows={rows}>
      {part.state !== 'closed' && (
        <progress class="progress" value={part.answered} max={Math.max(1, words.of)} aria-label={answered} />
      )}
      {part.few && (
        <p>
          <Sure
            look="button button--second button--slim"
            words={say('console.confidence.again')}
            sure={say('console.confidence.again_sure')}
            yes={say('console.confidence.again')}
            no={say('console.confidence.open_no')}
            onYes={() => room.post('pace.reopen', { round: part.round })}
          />
        </p>
      )}
    </Ready>
  );
}

function told({ told }: PacePart, k: string) {
  if (!told) return say('console.pace.few', { k });
  if (told === 'divided') return say('console.pace.divided');
  return say('console.pace.told', { pace: say(`names.pace.${told}`) });
}
