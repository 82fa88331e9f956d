// The board on a phone: wait for the round, place, wait for the reveal, see it.

import type { Phone } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { Placing } from './board/placing';
import { Talk } from './board/talk';
import { Top } from './controls';
import { Coming, later } from './rest';

export function Delegate({ room }: { room: Phone }) {
  const board = room.part('board');
  if (board.talk) return <Talk room={room} />;
  const state = board.round?.state ?? 'revealed';
  if (board.round && state === 'open') return <Placing key={board.round.id} room={room} />;
  if (board.results) return later.value ? <later.value.Shown room={room} /> : <Coming />;
  return state === 'ready' ? <Opening room={room} /> : <Closed state={state} />;
}

/** Before the round opens: the case, or the new information, to read. */
function Opening({ room }: { room: Phone }) {
  const { opening, people, devices, scenario_title: title } = room.part('session');
  const { information, round } = room.part('board');
  const warm = round?.cause === 'warm_up';
  const first = warm || round?.cause === 'first';
  return (
    <>
      <Top title={warm ? say('phone.board.warm_up') : ''} />
      <main id="main" tabindex={-1}>
        <h1>{warm ? say('phone.board.soon') : title}</h1>
        {information ? (
          <p class="quote lead">
            <b>{say('phone.board.information')}</b>
            {information.text}
          </p>
        ) : (
          !warm && (
            <>
              <p class="lead">{opening}</p>
              <ul class="people">
                {people.map((p) => (
                  <li>
                    <b>{nameOf(p.id)}</b> {p.note}
                  </li>
                ))}
              </ul>
            </>
          )
        )}
        <p class={warm ? 'quiet lead' : 'quiet'}>
          {warm ? say('phone.board.soon_warm') : say('phone.board.soon_read')}
        </p>
        {first && <p class="small">{say('phone.welcome.look', { n: devices })}</p>}
        <p class="aid end">{say('common.page.aid')}</p>
      </main>
    </>
  );
}

/** A fictional person's id is the name, in small letters. */
const nameOf = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

function Closed({ state }: { state: string }) {
  return (
    <>
      <Top title="" />
      <main id="main" tabindex={-1}>
        <h1>{say('phone.board.closed')}</h1>
        {state === 'closed' && <p class="quiet lead">{say('phone.board.closed_why')}</p>}
      </main>
    </>
  );
}
