// Who was in when the room began with the case, and who reads it first (case.tsx).

import type { Phone } from '../shared/live/room';

const HERE = 'here'; // that this phone was in when the case began, or has read it

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
