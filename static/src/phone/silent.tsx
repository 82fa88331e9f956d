// Writing alone: a note is kept on this phone. The band says where the notes are, and shows them when asked.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FormulationPart } from '../contract';
import { newId } from '../shared/live/connection';
import { letGo, SHOWN } from '../shared/live/left';
import { kindOf, OPEN } from '../shared/live/note-kind';
import type { Phone } from '../shared/live/room';
import { areas, homeOf, sectionsOf } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { Words } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { Itself, keptKind, KindFields } from '../shared/ui/note-kind';
import { say } from '../shared/ui/say';
import { LONGEST, silent, SLOTS } from './envelope';
import { putBack } from './unsent';

type Of = { room: Phone; part: FormulationPart };

/** The draft of a note that is written alone. */
const ALONE = 'silent';

export function Silent({ room, part }: Of) {
  const begun = room.memory.drafted<{ section: string }>(ALONE);
  const chosen = useSignal('');
  const at =
    part.sections.find((s) => s.id === (begun?.base?.section || chosen.value)) ?? homeOf(part, 'happened');
  const area = at?.area ?? 'happened';
  const sections = sectionsOf(part, area);
  const choose = (section = '') => {
    chosen.value = section;
    if (begun) room.memory.draft(ALONE, begun.text, { section });
  };
  const kind = keptKind(room, ALONE);
  const keep = (text: string) => {
    if (!at) return;
    const note = { id: newId(), key: newId(), section: at.id, text, sent: 0, ...kind.value };
    room.memory.note('silent', [...silent(room), note]);
    kind.set(OPEN);
  };
  return (
    <div class="alone">
      <label class="eyebrow" for="silent-area">
        {say('phone.formulation.area')}
      </label>
      <select
        class="input"
        id="silent-area"
        value={area}
        onChange={(e) => choose(homeOf(part, e.currentTarget.value as Area)?.id)}
      >
        {areas().map(([id, name]) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      {sections.length > 1 && (
        <select
          class="input slim"
          aria-label={say('phone.formulation.exactly')}
          value={at?.id}
          onChange={(e) => choose(e.currentTarget.value)}
        >
          {sections.map((s) => (
            <option value={s.id}>{s.title}</option>
          ))}
        </select>
      )}
      {at?.prompt && <p class="small quiet">{at.prompt}</p>}
      {silent(room).length < SLOTS ? (
        <Words
          room={room}
          where={ALONE}
          base={{ section: at?.id ?? '' }}
          label={say('phone.formulation.field')}
          hideLabel={true}
          limit={LONGEST}
          long={true}
          button={say('phone.formulation.keep')}
          aid={say('common.no_names')}
          between={() => (
            <KindFields where={ALONE} kind={kind.value} parts={room.part('case')} onSet={kind.set} />
          )}
          onSend={keep}
        />
      ) : (
        <p class="quiet">{say('phone.formulation.twelve')}</p>
      )}
    </div>
  );
}

/** Whether words are written alone here: in that phase, and while notes are gathered by whoever had begun. */
export const writesAlone = ({ memory }: Phone, { phase }: FormulationPart) =>
  phase === 'silent' || (phase === 'gather' && Boolean(memory.drafted(ALONE)));

/** Where notes are added one by one, words that were begun alone go on in the field of their area, which is returned. */
export function carriedOver(room: Phone, part: FormulationPart): Area | '' {
  const begun = room.memory.drafted<{ section: string }>(ALONE);
  if (!begun || part.phase === 'silent' || part.phase === 'gather') return '';
  const at = part.sections.find((s) => s.id === begun.base?.section) ?? homeOf(part, 'happened');
  if (!at) return '';
  const [was, now] = [keptKind(room, ALONE), keptKind(room, `note-${at.area}`)];
  if (!room.memory.drafted(`note-${at.area}`)) now.set(was.value);
  putBack(room, `note-${at.area}`, begun.text, { section: at.id });
  letGo(room.memory, ALONE);
  return at.area;
}

/** Where the notes of this phone are, and which; one that was handed in cannot be taken back. */
export function KeptHere({ room, part }: Of) {
  const open = useSignal(false);
  useEffect(() => room.memory.shows(SHOWN.silent), []);
  const notes = silent(room);
  if (!notes.length) return null;
  return (
    <section class="kept-here">
      <p>
        <Icon name="lock" />
        <b>{say('phone.formulation.kept', { n: notes.length })}</b>
      </p>
      <button
        class="linkish"
        type="button"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {open.value ? say('phone.formulation.hide_kept') : say('phone.formulation.see_kept')}
      </button>
      {open.value && (
        <ul class="notes-list">
          {notes.map((note) => (
            <li key={note.id} class="sheet">
              <p class="faint small">{part.sections.find((s) => s.id === note.section)?.title}</p>
              <p class="typed">{note.text}</p>
              <Itself note={kindOf(note)} parts={room.part('case')} />
              {part.gathering.state !== 'called' && (
                <button
                  class="sup"
                  type="button"
                  onClick={() =>
                    room.memory.note(
                      'silent',
                      silent(room).filter((n) => n.id !== note.id),
                    )
                  }
                >
                  {say('common.drop')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
