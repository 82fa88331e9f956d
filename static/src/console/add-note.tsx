// A note that the facilitator adds, into any section of any area.

import { useSignal } from '@preact/signals';
import type { FormulationPart } from '../contract';
import { LIMITS } from '../limits';
import { OPEN } from '../shared/live/note-kind';
import type { Desk } from '../shared/live/room';
import { areas, homeOf, sectionsOf } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { Words } from '../shared/ui/asking';
import { FoldedKind, keptKind } from '../shared/ui/note-kind';
import { say } from '../shared/ui/say';

export function AddNote({ room, part, start }: { room: Desk; part: FormulationPart; start: Area | '' }) {
  const section = useSignal('');
  const at =
    section.value ||
    room.memory.drafted<{ section: string }>('note')?.base?.section ||
    (start && homeOf(part, start)?.id) ||
    part.sections[0].id;
  const take = (id: string) => {
    const { text } = room.memory.drafted('note') ?? {};
    section.value = id;
    if (text) room.memory.draft('note', text, { section: id });
  };
  const kind = keptKind(room, 'note');
  return (
    <div class="add-note">
      <label class="eyebrow" for="add-section">
        {say('console.formulation.add')}
      </label>
      <div class="add-line">
        <select class="input" id="add-section" value={at} onChange={(e) => take(e.currentTarget.value)}>
          {areas().map(([area, name]) => (
            <optgroup label={name}>
              {sectionsOf(part, area).map((s) => (
                <option value={s.id}>{s.title}</option>
              ))}
            </optgroup>
          ))}
        </select>
        <Words
          room={room}
          where="console-note"
          draft="note"
          base={{ section: at }}
          label={say('console.formulation.add')}
          hideLabel={true}
          limit={LIMITS['formulation.add'].text}
          button={say('common.add')}
          aid={say('console.no_names')}
          between={() => (
            <FoldedKind where="add" kind={kind.value} parts={room.part('case')} onSet={kind.set} />
          )}
          onSend={async (text: string) => {
            const ack = await room.post('formulation.add', { section: at, text, ...kind.value });
            if (ack.ok) kind.set(OPEN);
            return ack;
          }}
        />
      </div>
    </div>
  );
}
