// The case over whatever step the room is in; and the same as a page of its own, for whoever comes late.

import { useEffect } from 'preact/hooks';
import type { Phone } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { TheCase } from '../shared/ui/the-case';
import { Top } from './controls';
import { caughtUp } from './late';

const READ = 'case_read'; // the newest information that was in sight when the case was closed

/** Puts away what is read. */
function useRead(room: Phone) {
  const newest = room.part('case').information[0]?.id ?? '';
  const { kept } = room.memory.held.value;
  useEffect(() => () => room.memory.note(READ, newest), [newest]);
  return newest !== '' && kept[READ] !== newest;
}

export function CaseSheet({ room, onClose }: { room: Phone; onClose: () => void }) {
  const fresh = useRead(room);
  return (
    <Sheet title={say('phone.case.title')} onClose={onClose}>
      <p class="faint small">{room.part('session').scenario_title}</p>
      <TheCase session={room.part('session')} parts={room.part('case')} fresh={fresh} />
      <p class="aid">{say('phone.case.aid')}</p>
    </Sheet>
  );
}

/** A late joiner reads the case first. */
export function ReadFirst({ room }: { room: Phone }) {
  return (
    <>
      <Top title={say('phone.case.title')} />
      <main id="main" tabindex={-1}>
        <h1>{room.part('session').scenario_title}</h1>
        <p class="quiet lead">{say('phone.case.late')}</p>
        <TheCase session={room.part('session')} parts={room.part('case')} />
        <div class="end">
          <button class="button button--wide" type="button" onClick={() => caughtUp(room, true)}>
            {say('phone.case.late_go')}
          </button>
          <p class="aid">{say('common.page.aid')}</p>
        </div>
      </main>
    </>
  );
}
