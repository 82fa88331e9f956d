// What a note says of itself: how sure it is, whose voice, from what. Set where it is written, and told beside its words.

import { useSignal } from '@preact/signals';
import type { CasePart } from '../../contract';
import { kindOf, OPEN } from '../live/note-kind';
import type { NoteKind } from '../live/note-kind';
import type { Room } from '../live/room';
import { say, sayEach } from './say';

type Case = Pick<CasePart, 'information' | 'cards'>;

/** Whether it is only thought, and does not say on what it rests. */
export const asksWhy = ({ sure, ground }: NoteKind) => sure === 'think' && !ground;

/** A card by its short words, information by its number; "" for what the room does not have. */
function groundWords(id: string, { information, cards }: Case) {
  const number = information.find((one) => one.id === id)?.number;
  if (number) return say('common.note.information', { number });
  return cards.find((card) => card.id === id)?.short ?? '';
}

/** In small words, each that was said; [] when nothing was. */
export function itself(note: NoteKind, parts: Case): string[] {
  const from = groundWords(note.ground, parts);
  return [
    note.sure && say(`names.sure.${note.sure}`),
    note.voice && say('common.note.of', { who: say(`names.voice.${note.voice}`) }),
    from && say('common.note.rests', { what: from }),
  ].filter(Boolean);
}

export function Itself({ note, parts }: { note: NoteKind; parts: Case }) {
  const words = itself(note, parts);
  return words.length ? <p class="faint small">{words.join(' · ')}</p> : null;
}

/** What is set for a note whose words have not gone yet; it survives a reload, as its draft does. `start`: before that. */
export function keptKind(room: Pick<Room, 'memory'>, where: string, start: Partial<NoteKind> = OPEN) {
  const name = `kind-${where}`;
  return {
    value: kindOf(room.memory.held.value.kept[name] ?? start),
    set: (kind: NoteKind) => room.memory.note(name, kind),
    /** It has gone. */
    drop: () => room.memory.note(name, undefined),
  };
}

/** Two rows of four and a list, each of which may be left open; what is only thought asks on what it rests. */
export function KindFields({
  where,
  kind,
  parts,
  onSet,
}: {
  where: string;
  kind: NoteKind;
  parts: Case;
  onSet: (kind: NoteKind) => void;
}) {
  return (
    <div>
      <Four name="sure" kind={kind} onSet={onSet} />
      <Four name="voice" kind={kind} onSet={onSet} />
      <label class="sr" for={`${where}-ground`}>
        {say('common.note.from')}
      </label>
      <select
        class="input slim"
        id={`${where}-ground`}
        value={kind.ground}
        onChange={(e) => onSet({ ...kind, ground: e.currentTarget.value })}
      >
        <option value="">{say('common.note.from_nothing')}</option>
        {[...parts.information.map(({ id }) => id), ...parts.cards.map(({ id }) => id)].map((id) => (
          <option key={id} value={id}>
            {say('common.note.rests', { what: groundWords(id, parts) })}
          </option>
        ))}
      </select>
      <div class="small quiet" role="status">
        {asksWhy(kind) && say('common.note.why')}
      </div>
    </div>
  );
}

function Four({
  name,
  kind,
  onSet,
}: {
  name: 'sure' | 'voice';
  kind: NoteKind;
  onSet: (kind: NoteKind) => void;
}) {
  return (
    <fieldset class="four">
      <legend>
        {say(`common.note.${name}`)} <span class="faint">{say('common.note.optional')}</span>
      </legend>
      {Object.entries(sayEach(`names.${name}`)).map(([id, words]) => (
        <button
          key={id}
          type="button"
          aria-pressed={kind[name] === id}
          onClick={() => onSet({ ...kind, [name]: kind[name] === id ? '' : id })}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

/** The same, folded: for a note that is written in one line. Open as long as something is set. */
export function FoldedKind(props: {
  where: string;
  kind: NoteKind;
  parts: Case;
  onSet: (kind: NoteKind) => void;
}) {
  const open = useSignal(itself(props.kind, props.parts).length > 0);
  return (
    <details
      class="plan-more"
      open={open.value}
      onToggle={(e) => {
        open.value = e.currentTarget.open;
      }}
    >
      <summary>{say('common.note.more')}</summary>
      <KindFields {...props} />
    </details>
  );
}
