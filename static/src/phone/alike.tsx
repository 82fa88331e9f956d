// A note that stands alone, and the other notes of its area: whether two of them are one idea, every phone says for itself.

import { useRef } from 'preact/hooks';
import type { FormulationPart, NoteShown } from '../contract';
import type { Phone } from '../shared/live/room';
import { areaOf, notesIn } from '../shared/ui/areas';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { sayPair, saysPair } from './said';

type Of = { room: Phone; part: FormulationPart; note: NoteShown };

/** The other notes of its area. */
export function others(part: FormulationPart, note: NoteShown): NoteShown[] {
  const area = areaOf(part, note.section);
  return area ? notesIn(part, area).filter((n) => n.id !== note.id) : [];
}

export function Alike({ room, part, note }: Of) {
  const stood = useRef(others(part, note)).current; // what comes meanwhile moves nothing from under a finger
  const left = new Set(part.notes.map((n) => n.id));
  return (
    <>
      <p class="small quiet">
        {say(stood.length ? 'phone.formulation.alike.say' : 'phone.formulation.alike.none')}
      </p>
      <div class="rows">
        {stood.map((other) => {
          const mine = saysPair(room, note, other);
          return (
            <button
              key={other.id}
              class="row-link typed"
              type="button"
              aria-pressed={mine}
              disabled={!left.has(other.id)}
              onClick={() => sayPair(room, note, other, !mine)}
            >
              <Icon name={mine ? 'check' : 'plus'} />
              {other.text}
            </button>
          );
        })}
      </div>
    </>
  );
}
