// What a phone has not sent: a note goes with its key, so that its writer can change it as if it came from its field.

import type { Phone, Sent } from '../shared/live/room';
import { LeftSheet as Listed } from '../shared/ui/left-sheet';
import { keyed } from './note-keys';

const WITH_KEY = ['formulation.add', 'formulation.edit'];

/** Whether notes have keys here: what is written in another step has none. */
function hasKeys(room: Phone) {
  const { steps, position } = room.part('agenda');
  return steps[position].activity === 'formulation';
}

export const LeftSheet = ({ room, onClose }: { room: Phone; onClose: () => void }) => (
  <Listed
    room={room}
    post={(name, body, options) => {
      const sent = WITH_KEY.includes(name) && hasKeys(room) ? keyed(room, body) : body;
      room.post(...([name, sent, options] as unknown as Sent<'delegate'>));
    }}
    onClose={onClose}
  />
);
