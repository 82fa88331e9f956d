// The case and its people, over whatever step the room is in: what it begins with, and who is in it.

import type { Phone } from '../shared/live/room';
import { called } from '../shared/ui/people';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

export function CaseSheet({ room, onClose }: { room: Phone; onClose: () => void }) {
  const { opening, people, scenario_title: title } = room.part('session');
  return (
    <Sheet title={say('phone.case.title')} onClose={onClose}>
      <p class="faint small">{title}</p>
      <p class="opening">{opening}</p>
      <h3>{say('phone.case.people')}</h3>
      <ul class="who">
        {people.map((p) => (
          <li key={p.id}>
            {called(p) && <b>{called(p)}</b>}
            <span class="quiet">{p.note}</span>
          </li>
        ))}
      </ul>
      <p class="aid">{say('phone.case.aid')}</p>
    </Sheet>
  );
}
