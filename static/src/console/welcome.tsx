// The lobby: who is here, who has agreed, and the screen that must stand before anybody can join.

import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { Ready } from './parts';
import { smallRoom } from './talk';

export const isTall = () => true;

export function Console({ room }: { room: Desk }) {
  const session = room.part('session');
  const agreed = room.part('welcome')?.agreed ?? 0;
  const link = (
    <>
      {say('console.welcome.screen_more')}{' '}
      <a class="linkish" href={`/screen/${room.session}`} target="_blank" rel="noopener">
        {say('console.welcome.open')}
      </a>
    </>
  );
  const before = (
    <>
      {say('console.welcome.before_more')}{' '}
      <a class="linkish" href={`/facilitate/${room.session}/setup`}>
        {say('console.welcome.change')}
      </a>
    </>
  );
  return (
    <Ready
      title={say('console.welcome.title')}
      rows={[
        ['screen', say('console.welcome.screen'), link],
        ['people', say('console.welcome.joined', { n: session.devices }), say('console.welcome.joined_more')],
        ...smallRoom(room),
        [
          'check',
          agreed ? say('console.welcome.agreed', { n: agreed }) : say('console.welcome.agreed_few'),
          say('console.welcome.agreed_more'),
        ],
        ['ask', say('console.welcome.before'), before],
        ['info', say('console.welcome.material'), session.content_note],
      ]}
    />
  );
}
