// The shared explanation on a phone: the phase in which the room is, one area at a time, short notes, support, "because".

import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { FormulationPart, NoteShown } from '../contract';
import { LIMITS } from '../limits';
import type { DraftName } from '../shared/live/drafts';
import { kindOf, OPEN } from '../shared/live/note-kind';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { aloud } from '../shared/ui/aloud';
import { isDone } from '../shared/ui/another';
import { areaOf, areas, homeOf, notesIn, sectionsOf } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { Words } from '../shared/ui/asking';
import { FoldedKind, keptKind } from '../shared/ui/note-kind';
import { say } from '../shared/ui/say';
import { Asking, isAsked, Shown } from './agreed';
import { Steps, Top } from './controls';
import { keyed } from './note-keys';
import { Menu } from './note-menu';
import { sayAgain } from './said';
import { carriedOver, KeptHere, Silent, writesAlone } from './silent';
import { Notes } from './stack';
import { says, Statement } from './statement';
import { useStill } from './still';
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
  useEffect(() => {
    chosen.value = carriedOver(room, part) || chosen.value;
  }, [part.phase]);
  const alone = useMemo(() => writesAlone(room, part), [part.phase]);
  useEffect(() => sayAgain(room), [room.part('own_links'), room.part('own_ideas')]);
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
        {room.part('agreed')?.on_screen && <Shown room={room} />}
        {alone && <Silent room={room} part={part} />}
        {part.phase !== 'silent' && (
          <Here
            room={room}
            part={part}
            area={chosen.value}
            onMenu={(kind, note) => {
              menu.value = { kind, note };
            }}
          />
        )}
        <KeptHere room={room} part={part} />
        {part.aloud && part.phase !== 'silent' && (
          <p class="quote small">
            <b>{say('phone.formulation.shared')}</b>
            {aloud(part.aloud)}
          </p>
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
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = tabs;
    const tab = current?.querySelector<HTMLElement>('[aria-current=true]');
    if (!current || !tab) return;
    const before = tab.offsetLeft - current.offsetLeft;
    current.scrollLeft = before - (current.clientWidth - tab.offsetWidth) / 2; // in the middle of the line
  }, [chosen.value]);
  return (
    <nav class="tabs" ref={tabs} aria-label={say('phone.formulation.title')}>
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
  const seen = useStill(room, area);
  const notes = notesIn(seen.part, area);
  const sections = sectionsOf(part, area);
  const section = homeOf(part, area);
  const here = new Set(sections.map((s) => s.id));
  const unsent = unsentOf(room, 'formulation.add', ['formulation.edit'], (body) => here.has(body.section));
  const asNote = (operation: Operation) => {
    room.outbox.drop(operation.id);
    const { text } = operation.body;
    if (section)
      room.post('formulation.add', keyed(room, { section: section.id, text, ...kindOf(operation.body) }));
  };
  return (
    <>
      <ul class="notes-list">
        <Notes
          {...{ room, notes, ...seen }}
          onMenu={(kind, note) => {
            seen.own.add(note.id);
            onMenu(kind, note);
          }}
        />
        <Unsent
          room={room}
          operations={unsent}
          again={say('phone.formulation.as_note')}
          onAgain={asNote}
          onBack={({ body }) => {
            putBack(room, `note-${area}`, body.text, { section: body.section });
            keptKind(room, `note-${area}`).set(kindOf(body));
          }}
        />
      </ul>
      {!notes.length && !unsent.length && <p class="quiet">{say('phone.formulation.none')}</p>}
      <button class="row-link" type="button" disabled={!seen.fresh} onClick={seen.look}>
        {seen.fresh
          ? say('phone.formulation.fresh.some', { n: seen.fresh })
          : say('phone.formulation.fresh.none')}
      </button>
      {section && part.phase !== 'gather' && <Add key={area} {...{ room, part, area }} />}
    </>
  );
}

/** One more note of an area, and for whoever wants, more exactly what it is about. */
function Add({ room, part, area }: { room: Phone; part: FormulationPart; area: Area }) {
  const sections = sectionsOf(part, area);
  const where: DraftName = `note-${area}`;
  const drafted = () => room.memory.drafted<{ section: string }>(where);
  const chosen = useSignal('');
  const exactly = drafted()?.base?.section || chosen.value || (homeOf(part, area)?.id ?? '');
  const prompt = sections.find((s) => s.id === exactly)?.prompt;
  const kind = keptKind(room, where);
  return (
    <div class="add-note">
      {sections.length > 1 && (
        <select
          class="input slim"
          aria-label={say('phone.formulation.exactly')}
          value={exactly}
          onChange={(e) => {
            const section = e.currentTarget.value;
            chosen.value = section;
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
        base={{ section: exactly }}
        label={say('phone.formulation.field')}
        hideLabel={true}
        limit={LIMITS['formulation.add'].text}
        button={say('common.add')}
        aid={say('common.no_names')}
        between={() => (
          <FoldedKind where={where} kind={kind.value} parts={room.part('case')} onSet={kind.set} />
        )}
        onSend={(text: string) => {
          room.post('formulation.add', keyed(room, { section: exactly, text, ...kind.value }));
          kind.set(OPEN);
        }}
      />
    </div>
  );
}
