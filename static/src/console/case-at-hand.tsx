// The case at hand, at the desk; and on the screen for as long as the room wants to look at it.

import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { TheCase } from '../shared/ui/the-case';

export function CaseAtHand({ room, onClose }: { room: Desk; onClose: () => void }) {
  const session = room.part('session');
  const shown = session.case_shown;
  return (
    <Sheet title={say('console.case.title')} onClose={onClose}>
      <p class="both">
        <button
          class="button button--second button--slim"
          type="button"
          aria-pressed={shown}
          onClick={() => room.post('session.show_case', { shown: !shown })}
        >
          {say(shown ? 'console.case.take' : 'console.case.show')}
        </button>
        <span class="small quiet">{say('console.case.more')}</span>
      </p>
      <TheCase session={session} parts={room.part('case')} />
    </Sheet>
  );
}
