// What a second trainer sent, at the lead's desk: it waits here, and what comes of it the lead does.

import type { Commands, SaidShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';

type Offer = Commands['session.offer']['offer'];
type Doing = (room: Desk, said: SaidShown) => Promise<unknown> | unknown;

const offers =
  (offer: Offer): Doing =>
  (room) =>
    room.post('session.offer', { offer });
const marks =
  (state: Commands['questions.mark']['state']): Doing =>
  (room, { question }) =>
    room.post('questions.mark', { question, state });

/** What the lead can do by one press; what is not here is read, and seen. */
const DOES: Partial<Record<SaidShown['what'], Doing>> = {
  blank: (room) => room.post('session.curtain', { curtain: 'blank' }),
  break_soon: offers('break'),
  break: offers('break'),
  support: offers('support'),
  quiet: offers('quiet'),
  trainer: offers('trainer'),
  procedure: offers('procedure'),
  question: marks('shown'),
  park: marks('parked'),
};

export function FromCare({ room }: { room: Desk }) {
  const waiting = room.part('care').said.filter((one) => !one.seen);
  if (!waiting.length) return null;
  return (
    <section class="from-care" role="status">
      <h2>{say('console.care.from')}</h2>
      <ul>
        {waiting.map((one) => (
          <Said key={one.id} room={room} said={one} />
        ))}
      </ul>
    </section>
  );
}

function Said({ room, said }: { room: Desk; said: SaidShown }) {
  const does = DOES[said.what];
  const asked = room.part('questions')?.inbox.find((q) => q.id === said.question);
  const seen = () => room.post('session.seen', { id: said.id });
  const act = async () => {
    await does?.(room, said);
    await seen();
  };
  return (
    <li>
      <p>
        <b>{say(`console.care.said.${said.what}`)}</b>
      </p>
      {said.question && <p class="typed small">{asked ? asked.text : say('console.care.gone')}</p>}
      <div>
        {does && (!said.question || asked) && (
          <button class="linkish" type="button" onClick={act}>
            {say('console.care.do')}
          </button>
        )}
        <button class="linkish" type="button" onClick={seen}>
          {say('console.care.noted')}
        </button>
      </div>
    </li>
  );
}
