// The shared explanation on a phone: the phase in which the room is, one area at a time, short notes, support, "because".

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FormulationPart, NoteShown } from '../contract';
import { LIMITS } from '../limits';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { aloud } from '../shared/ui/aloud';
import { isDone } from '../shared/ui/another';
import { areaOf, areas, homeOf, notesIn, sectionsOf } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { Words } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Asking, isAsked, Shown } from './agreed';
import { Steps, Top } from './controls';
import { kindWords, Menu } from './note-menu';
import { KeptHere, Silent } from './silent';
import { says, Statement } from './statement';
import { supported } from './support';
import { putBack, Unsent, unsentOf } from './unsent';

export type Act = (kind: string, note: NoteShown) => void;

export function Delegate({ room }: { room: Phone }) {
  const agreed = room.part('agreed');
  const notes = useSignal(false);
  if (isAsked(agreed)) return <Asking key={agreed.round} room={room} />;
  const onSay = says(room) ? () => (notes.value = !notes.value) : undefined;
  return onSay && !notes.value ? (
    <Statement room={room} onNotes={onSay} />
  ) : (
    <Wall room={room} onSay={onSay} />
  );
}

function Wall({ room, onSay }: { room: Phone; onSay?: () => void }) {
  const part = room.part('formulation');
  const chosen = useSignal<Area>(areaOf(part, part.lane) || 'happened');
  const menu = useSignal<{ kind: string; note: NoteShown } | null>(null);
  useEffect(() => {
    chosen.value = areaOf(part, part.lane) || chosen.value; // opened for everybody
  }, [part.lane]);
  const at = part.phases.indexOf(part.phase);
  return (
    <>
      <Top title={say(`names.phase.${part.phase}`)} />
      <Steps
        of={part.phases.length}
        at={at}
        done={(index) => index < at && isDone(part, part.phases[index])}
      />
      {part.phase !== 'silent' && <Tabs part={part} chosen={chosen} />}
      <main id="main" tabindex={-1} class="wide two">
        <p class="q">{say(`phone.formulation.phases.${part.phase}`)}</p>
        {onSay && (
          <button class="linkish" type="button" onClick={onSay}>
            {say('phone.statement.back')}
          </button>
        )}
        {part.aloud && part.phase !== 'silent' && (
          <p class="quote small">
            <b>{say('phone.formulation.shared')}</b>
            {aloud(part.aloud)}
          </p>
        )}
        {room.part('agreed')?.on_screen && <Shown room={room} />}
        {part.phase === 'silent' ? (
          <Silent room={room} part={part} />
        ) : (
          <>
            <Here
              room={room}
              part={part}
              area={chosen.value}
              onMenu={(kind, note) => {
                menu.value = { kind, note };
              }}
            />
            <KeptHere room={room} part={part} />
          </>
        )}
      </main>
      {menu.value && (
        <Menu
          {...{ room, part, ...menu.value }}
          onClose={() => {
            menu.value = null;
          }}
          onKind={(kind: string) => {
            menu.value = menu.value && { ...menu.value, kind };
          }}
        />
      )}
    </>
  );
}

/** Five areas and what is around, each with how many notes it has. */
function Tabs({ part, chosen }: { part: FormulationPart; chosen: { value: Area } }) {
  return (
    <nav class="tabs" aria-label={say('phone.formulation.title')}>
      {areas().map(([area, name]) => (
        <button
          type="button"
          aria-current={area === chosen.value}
          onClick={() => {
            chosen.value = area;
          }}
        >
          {name}
          {notesIn(part, area).length > 0 && <small>{notesIn(part, area).length}</small>}
        </button>
      ))}
    </nav>
  );
}

/** The notes of one area, and a field for one more. */
function Here({ room, part, area, onMenu }: { room: Phone; part: FormulationPart; area: Area; onMenu: Act }) {
  const notes = notesIn(part, area);
  const sections = sectionsOf(part, area);
  const section = homeOf(part, area);
  const here = new Set(sections.map((s) => s.id));
  const unsent = unsentOf(room, 'formulation.add', ['formulation.edit', 'formulation.merge'], (body) =>
    here.has(body.section),
  );
  const asNote = (operation: Operation) => {
    room.outbox.drop(operation.id);
    if (section) room.post('formulation.add', { section: section.id, text: operation.body.text });
  };
  return (
    <>
      <ul class="notes-list">
        {notes.map((note) => (
          <Note key={note.id} {...{ room, part, note, onMenu }} />
        ))}
        <Unsent
          room={room}
          operations={unsent}
          again={say('phone.formulation.as_note')}
          onAgain={asNote}
          onBack={({ body: { text, section: id } }) => putBack(room, `note-${area}`, text, { section: id })}
        />
      </ul>
      {!notes.length && !unsent.length && <p class="quiet">{say('phone.formulation.none')}</p>}
      {section && part.phase !== 'gather' && <Add key={area} {...{ room, part, area }} />}
    </>
  );
}

/** One more note of an area, and for whoever wants, more exactly what it is about. */
function Add({ room, part, area }: { room: Phone; part: FormulationPart; area: Area }) {
  const sections = sectionsOf(part, area);
  const where = `note-${area}`;
  const drafted = () => room.memory.drafted<{ section: string }>(where);
  const exactly = useSignal(drafted()?.base?.section ?? homeOf(part, area)?.id ?? '');
  const prompt = sections.find((s) => s.id === exactly.value)?.prompt;
  return (
    <div class="add-note">
      {sections.length > 1 && (
        <select
          class="input slim"
          aria-label={say('phone.formulation.exactly')}
          value={exactly.value}
          onChange={(e) => {
            const section = e.currentTarget.value;
            exactly.value = section;
            const typed = drafted()?.text;
            if (typed) room.memory.draft(where, typed, { section });
          }}
        >
          {sections.map((s) => (
            <option value={s.id}>{s.title}</option>
          ))}
        </select>
      )}
      {prompt && <p class="small quiet">{prompt}</p>}
      <Words
        room={room}
        where={where}
        base={{ section: exactly.value }}
        label={say('phone.formulation.field')}
        hideLabel={true}
        limit={LIMITS['formulation.add'].text}
        button={say('common.add')}
        aid={say('common.no_names')}
        onSend={(text: string) => room.post('formulation.add', { section: exactly.value, text })}
      />
    </div>
  );
}

function Note({
  room,
  part,
  note,
  onMenu,
}: {
  room: Phone;
  part: FormulationPart;
  note: NoteShown;
  onMenu: Act;
}) {
  const links = part.links.filter((x) => x.source === note.id);
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const section = part.sections.find((s) => s.id === note.section);
  return (
    <li class="sheet">
      <p class="typed">{note.text}</p>
      {section && section !== homeOf(part, section.area) && <p class="faint small">{section.title}</p>}
      {note.beside && <p class="faint small">{say('phone.formulation.beside')}</p>}
      {links.map((x) => (
        <p class="small">
          <Icon name="chain" /> {kindWords(x.kind)} <b class="typed">{words(x.target)}</b>
        </p>
      ))}
      <Foot {...{ room, part, note, onMenu }} />
    </li>
  );
}

/** What can be done with a note in this phase; where a phase is passed over, the next one opens what it would have. */
function Foot({
  room,
  part,
  note,
  onMenu,
}: {
  room: Phone;
  part: FormulationPart;
  note: NoteShown;
  onMenu: Act;
}) {
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
        <button class="sup" type="button" onClick={() => onMenu('because', note)}>
          <Icon name="plus" />
          {say('phone.formulation.add')}
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
