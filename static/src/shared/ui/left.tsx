// Words that are on this device and nowhere else: told in one line wherever the room is. All are found in one list
// (left-sheet.tsx).

import { wordsLeft } from '../live/left';
import type { Room } from '../live/room';
import { Icon } from './icons';
import { say } from './say';

/** What is left that cannot be seen on the page. `all`: also what can be seen. */
export const leftOf = (room: Room, all: boolean = false) =>
  wordsLeft({
    held: room.memory.held.value,
    operations:
      'outbox' in room ? room.outbox.operations.value.filter((o) => all || o.state === 'refused') : undefined,
    parts: room.connection.parts.value,
    shown: all ? undefined : room.memory.shown.value,
  }).filter((left) => all || !('unsaved' in room) || left.kind !== 'explanation' || room.unsaved(left.key));

/** One line, while there is any. */
export function LeftLine({ room }: { room: Room }) {
  const { length } = leftOf(room);
  if (!length) return null;
  return (
    <p class="banner banner--do offer">
      <Icon name="pencil" />
      <span>{say('common.left.some', { n: length })}</span>
      <button class="linkish" type="button" onClick={() => room.open('left')}>
        {say('common.left.look')}
      </button>
    </p>
  );
}
