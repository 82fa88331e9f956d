// What the explanation lacks, and a note that could say it otherwise: at most three at a time, each with its source, and a button that opens its area for everybody.
// What was left does not come back at this desk in this session.

import type { FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { NoteWording, useWording } from './note-wording';

const MOST = 3;
const LEFT = 'nudges_left';

/** Those that nobody left at this desk, the first few. */
export function shownNudges(room: Pick<Desk, 'memory'>, nudges: FormulationPart['nudges']) {
  const left: string[] = room.memory.held.value.kept[LEFT] ?? [];
  return nudges.filter(({ id }) => !left.includes(id)).slice(0, MOST);
}

export function Nudges({ room, part }: { room: Desk; part: FormulationPart }) {
  const wording = useWording(room, part.notes);
  const shown = shownNudges(room, part.nudges).slice(0, wording ? MOST - 1 : MOST);
  if (!shown.length && !wording) return null;
  const leave = (id: string) => room.memory.note(LEFT, [...(room.memory.held.value.kept[LEFT] ?? []), id]);
  return (
    <>
      <h3 class="t">{say('console.formulation.lacking')}</h3>
      <ul class="nudges">
        {shown.map(({ id, words, source, opens }) => (
          <li key={id}>
            {words} <span class="faint">{source}</span>
            <span class="nudge-do">
              {opens && (
                <button
                  class="linkish"
                  type="button"
                  onClick={() => room.post('formulation.lane', { section: opens })}
                >
                  {say('console.formulation.open_area')}
                </button>
              )}
              <button
                class="linkish"
                type="button"
                aria-label={say('console.formulation.leave_more', { words })}
                onClick={() => leave(id)}
              >
                {say('console.formulation.leave')}
              </button>
            </span>
          </li>
        ))}
        {wording && <NoteWording room={room} {...wording} />}
      </ul>
    </>
  );
}
