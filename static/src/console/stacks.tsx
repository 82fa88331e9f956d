// At the desk: notes of an area that may say the same, for one press; and what lies beneath a note, which can be taken apart.

import type { FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { areaOf } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { say } from '../shared/ui/say';

export function Offered({ room, part, area }: { room: Desk; part: FormulationPart; area: Area }) {
  const texts = new Map(
    part.notes.filter((n) => areaOf(part, n.section) === area).map((n) => [n.id, n.text]),
  );
  const offered = (room.part('stacks')?.offered ?? []).filter((s) => s.notes.every((id) => texts.has(id)));
  if (!offered.length) return null;
  return (
    <div class="offered">
      <p class="small quiet" title={say('console.formulation.stacks.more')}>
        {say('console.formulation.stacks.title')}
      </p>
      {offered.map(({ id, notes }) => (
        <p key={id} class="offer small">
          <span class="typed">{notes.map((n) => `“${texts.get(n) ?? ''}”`).join(' ')}</span>{' '}
          <button
            class="linkish"
            type="button"
            aria-label={`${say('console.formulation.stacks.fold')}: ${texts.get(notes[0]) ?? ''}`}
            onClick={() => room.post('formulation.fold', { stack: id, notes })}
          >
            {say('console.formulation.stacks.fold')}
          </button>
        </p>
      ))}
    </div>
  );
}

export function Beneath({ room, id }: { room: Desk; id: string }) {
  const folded = room.part('stacks')?.folded.find((f) => f.note === id);
  if (!folded) return null;
  return (
    <div class="beneath">
      {folded.beneath.map((b) => (
        <p key={b.id} class="small quiet typed">
          {b.text}
        </p>
      ))}
      <p class="small">
        {folded.said ? `${say('console.formulation.stacks.said', { n: folded.said })} · ` : ''}
        <button
          class="linkish"
          type="button"
          aria-label={`${say('console.formulation.stacks.unfold')}: ${folded.beneath[0]?.text ?? ''}`}
          onClick={() => room.post('formulation.unfold', { note: id })}
        >
          {say('console.formulation.stacks.unfold')}
        </button>
      </p>
    </div>
  );
}
