// What rises over the plan on a phone: notes to mark as needs, actions without a need, signs.

import type { PlanPart } from '../../contract';
import type { Start } from '../../shared/live/left';
import type { Phone } from '../../shared/live/room';
import { placeName } from '../../shared/ui/places';
import type { Place } from '../../shared/ui/places';
import { say } from '../../shared/ui/say';
import { Sheet } from '../../shared/ui/sheet';
import { Signs } from '../../shared/ui/signs';
import { Unsent, unsentOf } from '../unsent';
import { Action } from './action';

/** Notes that may be a need of this place; one tap marks one. */
export function Mark({
  room,
  part,
  place,
  onClose,
}: {
  room: Phone;
  part: PlanPart;
  place: Place;
  onClose: () => void;
}) {
  return (
    <Sheet title={say('phone.plan.mark')} onClose={onClose}>
      <p class="quiet">{placeName(part, place)}</p>
      <ul class="mark-list">
        {part.asked.map((n) => (
          <li key={n.note}>
            <button
              class="option typed"
              type="button"
              onClick={() => {
                const { target, kind } = place;
                room.post('plan.need', { note: n.note, target, kind, on: true });
                onClose();
              }}
            >
              {n.text}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Actions without a need, each with the question what it is for. */
export function Loose({
  room,
  part,
  onEdit,
  onClose,
}: {
  room: Phone;
  part: PlanPart;
  onEdit: (start: Start) => void;
  onClose: () => void;
}) {
  return (
    <Sheet title={say('common.plan.loose', { n: part.loose.length })} onClose={onClose}>
      <p class="quiet">{say('common.plan.each_for')}</p>
      <div class="actions">
        {part.actions
          .filter((a) => part.loose.includes(a.id))
          .map((a) => (
            <div key={a.id}>
              <Action room={room} action={a} onEdit={() => onEdit({ ...a })} />
              <div class="chips" role="group" aria-label={`${say('common.plan.each_for')} ${a.action}`}>
                {part.kinds.map((k) => (
                  <button
                    key={k.id}
                    class="chip chip--slim"
                    type="button"
                    onClick={() => room.post('plan.move', { id: a.id, target: a.target, kind: k.id })}
                  >
                    {k.name}
                  </button>
                ))}
              </div>
            </div>
          ))}
      </div>
    </Sheet>
  );
}

/** Signs to do more or less, and the review. */
export function SignsSheet({ room, part, onClose }: { room: Phone; part: PlanPart; onClose: () => void }) {
  const again = unsentOf(room, 'plan.sign', [], () => true);
  return (
    <Sheet title={say('common.plan.signs.title')} onClose={onClose}>
      <Signs
        room={room}
        part={part}
        onWrite={(body) => {
          room.post('plan.sign', body);
          return true;
        }}
      />
      <ul class="notes-list">
        <Unsent
          room={room}
          operations={again}
          again={say('common.send')}
          onAgain={({ id, body }) => {
            room.outbox.drop(id);
            room.post('plan.sign', { ...body, id: null, base: 0 } as never);
          }}
        />
      </ul>
    </Sheet>
  );
}
