// The case over whatever step the room is in; and the same as a page of its own, for whoever comes late.

import { useEffect } from 'preact/hooks';
import type { Phone } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { TheCase } from '../shared/ui/the-case';
import { Top } from './controls';

const READ = 'case_read'; // the newest information that was in sight when the case was closed
const HERE = 'here'; // that this phone was in when the case began, or has read it

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

/** Whether this phone came when the room had begun with the case, and has not read it. */
export const isLate = ({ memory, part }: Pick<Phone, 'memory' | 'part'>) => {
  const { kept, rounds } = memory.held.value;
  const placed = Object.values(rounds).some((cards) => Object.keys(cards).length > 0);
  return !kept[HERE] && !placed && part('case').rounds.length > 0;
};

/** Notes that this phone was here before the case began, or has caught up. */
export function caughtUp({ memory, part }: Pick<Phone, 'memory' | 'part'>, read = false) {
  const { kept } = memory.held.value;
  if (!kept[HERE] && (read || !part('case').rounds.length)) memory.note(HERE, true);
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
