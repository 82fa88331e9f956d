// Before the end the room talks. The phone rests: a quiet minute, and support, for whoever wants them.

import type { Phone } from '../shared/live/room';
import { Line } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Support } from '../shared/ui/support';
import { Top } from './controls';

export function Delegate({ room }: { room: Phone }) {
  return (
    <>
      <Top title="" />
      <main id="main" tabindex={-1}>
        <Line />
        <h1>{say('phone.debrief.title')}</h1>
        <p class="quiet lead">{say('phone.debrief.text')}</p>
        <button class="button button--second button--wide" type="button" onClick={() => room.open('quiet')}>
          {say('phone.quiet.title')}
        </button>
        <h2>{say('phone.support')}</h2>
        <Support resources={room.part('session').resources} />
      </main>
    </>
  );
}
