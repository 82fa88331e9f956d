// Confidence: how many have answered, and nothing of what they said.

import type { Desk } from '../shared/live/room';
import { named, say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Ready } from './parts';
import type { Row } from './parts';

export const isTall = () => true;

export function Console({ room }: { room: Desk }) {
  const part = room.part('confidence');
  if (!part) return null;
  const { devices } = room.part('session');
  const { k } = room.part('session');
  const closed = part.state === 'closed';
  const answered = say(part.answered ? 'console.answered' : 'console.answered_few', {
    n: part.answered,
    of: Math.max(devices, part.answered),
    k: spelt(k),
  });
  const rows: Row[] = closed
    ? [
        [
          'check',
          say('console.confidence.closed'),
          part.few ? say('console.confidence.few', { k: spelt(k) }) : say('console.confidence.closed_more'),
        ],
      ]
    : [
        ['open', say('console.confidence.open'), say('console.confidence.open_more')],
        ['people', `${answered}.`, ''],
      ];
  return (
    <Ready title={say('console.confidence.title')} rows={rows}>
      {closed ? (
        <p>
          <Sure
            look="button button--second button--slim"
            words={say('console.confidence.again')}
            sure={say('console.confidence.again_sure')}
            yes={say('console.confidence.again')}
            no={say('console.confidence.open_no')}
            onYes={() => room.post('confidence.reopen', { round: part.round })}
          />
        </p>
      ) : (
        <progress
          class="progress"
          value={part.answered}
          max={Math.max(1, devices, part.answered)}
          aria-label={answered}
        />
      )}
      <details class="asked">
        <summary>{say('console.confidence.asked')}</summary>
        <ul class="plain-list">
          {named('item', part.items).map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </details>
    </Ready>
  );
}
