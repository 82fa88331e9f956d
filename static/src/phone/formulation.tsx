// The shared explanation on a phone: one section at a time, short notes, support, "because".

import { useSignal } from '@preact/signals';
import type { FormulationPart, NoteShown } from '../contract';
import { LIMITS } from '../limits';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { aloud } from '../shared/ui/aloud';
import { Words } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Asking, isAsked, Shown } from './agreed';
import { Top } from './controls';
import { kindWords, Menu } from './note-menu';
import { supported } from './support';
import { putBack, Unsent, unsentOf } from './unsent';

export function Delegate({ room }: { room: Phone }) {
  const agreed = room.part('agreed');
  return isAsked(agreed) ? <Asking key={agreed.round} room={room} /> : <Wall room={room} />;
}

function Wall({ room }: { room: Phone }) {
  const part = room.part('formulation');
  const chosen = useSignal(part.lane || part.sections[0].id);
  const menu = useSignal<{ kind: string; note: NoteShown } | null>(null);
  const section = part.sections.find((s) => s.id === chosen.value) ?? part.sections[0];
  const notes = part.notes
    .filter((n) => n.section === section.id)
    .sort((a, b) => (b.support ?? 0) - (a.support ?? 0) || (a.text < b.text ? -1 : 1));
  const unsent = unsentOf(
    room,
    'formulation.add',
    ['formulation.edit', 'formulation.merge'],
    (body) => body.section === section.id,
  );
  const asNote = (operation: Operation) => {
    room.outbox.drop(operation.id);
    room.post('formulation.add', { section: section.id, text: operation.body.text });
  };
  const back = (o: Operation) => putBack(room, `note-${section.id}`, o.body.text);
  return (
    <>
      <Top title={say('phone.formulation.title')} />
      <nav class="tabs" aria-label={say('phone.formulation.title')}>
        {part.sections.map((s) => (
          <button
            type="button"
            aria-current={s.id === section.id}
            onClick={() => {
              chosen.value = s.id;
            }}
          >
            {s.title}
          </button>
        ))}
      </nav>
      <main id="main" tabindex={-1} class="wide two">
        <p class="q">{section.prompt || section.title}</p>
        {part.aloud && (
          <p class="quote small">
            <b>{say('phone.formulation.shared')}</b>
            {aloud(part.aloud)}
          </p>
        )}
        {room.part('agreed')?.on_screen && <Shown room={room} />}
        <ul class="notes-list">
          {notes.map((note) => (
            <Note
              key={note.id}
              room={room}
              part={part}
              note={note}
              onMenu={(kind: string) => {
                menu.value = { kind, note };
              }}
            />
          ))}
          <Unsent
            room={room}
            operations={unsent}
            again={say('phone.formulation.as_note')}
            onAgain={asNote}
            onBack={back}
          />
        </ul>
        {!notes.length && !unsent.length && <p class="quiet">{say('phone.formulation.none')}</p>}
        <div class="add-note">
          <Words
            key={section.id}
            room={room}
            where={`note-${section.id}`}
            label={say('phone.formulation.field')}
            hideLabel={true}
            limit={LIMITS['formulation.add'].text}
            button={say('common.add')}
            aid={say('common.no_names')}
            onSend={(text: string) => room.post('formulation.add', { section: section.id, text })}
          />
        </div>
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

function Note({
  room,
  part,
  note,
  onMenu,
}: {
  room: Phone;
  part: FormulationPart;
  note: NoteShown;
  onMenu: (kind: string) => void;
}) {
  const same = [note.id, ...note.merged]; // a note that was merged into this one was supported under its own id
  const mine = supported(room).some((n) => same.includes(n));
  const links = part.links.filter((x) => x.source === note.id);
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const support = () => {
    const others = supported(room).filter((n) => !same.includes(n));
    room.memory.note('support', mine ? others : [...others, note.id]);
    room.post('formulation.support', { note: note.id, on: !mine }, { about: `support ${note.id}` });
  };
  return (
    <li class="sheet">
      <p class="typed">{note.text}</p>
      {note.beside && <p class="faint small">{say('phone.formulation.beside')}</p>}
      {links.map((x) => (
        <p class="small">
          <Icon name="chain" /> {kindWords(x.kind)} <b class="typed">{words(x.target)}</b>
        </p>
      ))}
      <div class="note-foot">
        <button class="sup" type="button" onClick={() => onMenu('because')}>
          <Icon name="plus" />
          {say('phone.formulation.add')}
        </button>
        <button class="sup" type="button" aria-pressed={mine} onClick={support}>
          {mine && <Icon name="check" />}
          {say('phone.formulation.too')}
          {note.support ? ` · ${note.support}` : ''}
        </button>
        <button
          class="sup"
          type="button"
          aria-label={`${say('phone.formulation.menu')}: ${note.text}`}
          onClick={() => onMenu('menu')}
        >
          <Icon name="pencil" />
        </button>
      </div>
    </li>
  );
}
