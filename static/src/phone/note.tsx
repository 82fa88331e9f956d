// One note on a phone: its words, what it is joined to, and what can be done with it in this phase.

import { useRef } from 'preact/hooks';
import type { FormulationPart, NoteShown } from '../contract';
import type { Phone } from '../shared/live/room';
import { homeOf } from '../shared/ui/areas';
import { Icon } from '../shared/ui/icons';
import { Itself } from '../shared/ui/note-kind';
import { say } from '../shared/ui/say';
import type { Act } from './formulation';
import { kindWords } from './note-menu';
import { hasPair } from './said';
import { Beneath } from './stack';
import { supported } from './support';

export interface OfNote {
  room: Phone;
  part: FormulationPart;
  note: NoteShown;
  onMenu: Act;
  /** Whether notes are sorted here, and this one stands in no stack. */
  sorts?: boolean;
}

export function Note({ room, part, note, onMenu, sorts }: OfNote) {
  const links = part.links.filter((x) => x.source === note.id);
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const section = part.sections.find((s) => s.id === note.section);
  const now = room.part('formulation').notes.find((n) => n.id === note.id);
  const high = useRef(0);
  if (!now) return <Gone high={high.current} />;
  return (
    <li
      class="sheet"
      ref={(node) => {
        high.current = node?.offsetHeight || high.current;
      }}
    >
      <p class="typed">{note.text}</p>
      {section && section !== homeOf(part, section.area) && <p class="faint small">{section.title}</p>}
      <Itself note={note} parts={room.part('case')} />
      {note.beside && <p class="faint small">{say('phone.formulation.beside')}</p>}
      <Beneath room={room} id={note.id} />
      {links.map((x) => (
        <p key={x.id} class="small">
          <Icon name="chain" /> {kindWords(x.kind)} <b class="typed">{words(x.target)}</b>
          {x.support ? ` · ${say('common.formulation.phones', { n: x.support })}` : ''}
        </p>
      ))}
      <Foot {...{ room, part, onMenu, sorts }} note={now} />
    </li>
  );
}

/** Where a note stood that is not there any more: as high as it was, until the person looks anew. */
const Gone = ({ high }: { high: number }) => (
  <li class="sheet" style={{ minHeight: `${high}px` }}>
    <p class="quiet small">{say('phone.formulation.gone')}</p>
  </li>
);

/** What can be done with a note in this phase; where a phase is passed over, the next one opens what it would have. */
function Foot({ room, part, note, onMenu, sorts }: OfNote) {
  const same = [note.id, ...note.merged]; // a note that was merged into this one was supported under its own id
  const mine = supported(room).some((n) => same.includes(n));
  const joins = part.phase === (part.phases.includes('join') ? 'join' : 'say');
  const support = () => {
    const others = supported(room).filter((n) => !same.includes(n));
    room.memory.note('support', mine ? others : [...others, note.id]);
    room.post('formulation.support', { note: note.id, on: !mine }, { about: `support ${note.id}` });
  };
  if (part.phase === 'silent' || (part.phase === 'gather' && part.phases.includes('sort'))) return null;
  return (
    <div class="note-foot">
      {joins && (
        <button class="sup" type="button" onClick={() => onMenu('join', note)}>
          <Icon name="plus" />
          {say('phone.formulation.add')}
        </button>
      )}
      {sorts && (
        <button
          class="sup"
          type="button"
          aria-label={say('phone.formulation.alike.more', { text: note.text })}
          onClick={() => onMenu('alike', note)}
        >
          <Icon name={hasPair(room, note) ? 'check' : 'people'} />
          {say('phone.formulation.alike.open')}
        </button>
      )}
      <button class="sup" type="button" aria-pressed={mine} onClick={support}>
        {mine && <Icon name="check" />}
        {say('phone.formulation.too')}
        {note.support ? ` · ${note.support}` : ''}
      </button>
      <button
        class="sup"
        type="button"
        aria-label={`${say('phone.formulation.menu')}: ${note.text}`}
        onClick={() => onMenu('menu', note)}
      >
        <Icon name="pencil" />
      </button>
    </div>
  );
}
