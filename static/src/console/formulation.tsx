// The shared explanation at the console: notes by section, all that can be done with one, and the explanation in words.

import { useSignal } from '@preact/signals';
import type { FormulationPart, NoteShown, SectionShown } from '../contract';
import { LIMITS } from '../limits';
import type { Desk } from '../shared/live/room';
import { Words } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { Picture } from '../shared/ui/picture';
import { say } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Earlier } from './earlier';
import { Explanation } from './explanation';
import { NoteSheet } from './note-sheet';
import { Sureness } from './sureness';

export function Console({ room }: { room: Desk }) {
  const part = room.part('formulation');
  const chosen = useSignal(part?.lane ?? '');
  const doing = useSignal<{ kind: string; note: NoteShown } | null>(null);
  if (!part) return null;
  const counts = Object.fromEntries(part.sections.map((s) => [s.id, notesOf(part, s.id).length]));
  const shown = part.sections.filter((s) => (chosen.value ? s.id === chosen.value : counts[s.id]));
  const empty = part.sections.filter((s) => !counts[s.id]);
  const act = (kind: string, note: NoteShown) => {
    doing.value = { kind, note };
  };
  return (
    <div class="forming">
      <div class="forming-notes">
        <div class="qh">
          <h2>{say('console.formulation.title')}</h2>
          <label class="sr" for="show-section">
            {say('console.formulation.show')}
          </label>
          <select
            class="input slim"
            id="show-section"
            value={chosen.value}
            onChange={(e) => {
              chosen.value = e.currentTarget.value;
            }}
          >
            <option value="">{say('console.formulation.all')}</option>
            {part.sections.map((s) => (
              <option value={s.id}>
                {s.title} · {counts[s.id]}
              </option>
            ))}
          </select>
        </div>
        {part.notes.length ? (
          <p class="small">
            <button
              class="linkish"
              type="button"
              title={say('console.formulation.gather_more')}
              onClick={() => room.post('formulation.gather', {})}
            >
              {say('console.formulation.gather')}
            </button>
          </p>
        ) : (
          <p class="quiet">{say('console.formulation.none')}</p>
        )}
        {!chosen.value && <Picture part={part} />}
        {shown.map((s) => (
          <Section key={s.id} room={room} part={part} section={s} onAct={act} />
        ))}
        {!chosen.value && empty.length > 0 && part.notes.length > 0 && (
          <p class="small faint">
            {say('console.formulation.empty')} {empty.map((s) => s.title).join(', ')}.
          </p>
        )}
        <AddNote room={room} sections={part.sections} start={chosen.value} />
      </div>
      <div>
        <Sureness room={room} part={part} />
        <Explanation room={room} part={part} />
      </div>
      {doing.value && (
        <NoteSheet
          {...{ room, part, ...doing.value }}
          onClose={() => {
            doing.value = null;
          }}
        />
      )}
    </div>
  );
}

/** Best supported first; never by time. */
const notesOf = (part: FormulationPart, section: string) =>
  part.notes
    .filter((n) => n.section === section)
    .sort((a, b) => (b.support ?? 0) - (a.support ?? 0) || (a.text < b.text ? -1 : 1));

type Of = { room: Desk; part: FormulationPart; onAct: (kind: string, note: NoteShown) => void };

function Section({ room, part, section, onAct }: Of & { section: SectionShown }) {
  const on = part.lane === section.id;
  return (
    <section class="lane-group">
      <h3>
        {section.title}
        <button
          class="linkish"
          type="button"
          aria-pressed={on}
          onClick={() => room.post('formulation.lane', { section: on ? '' : section.id })}
        >
          <Icon name="screen" />
          {on ? say('console.formulation.lane_on') : say('console.formulation.lane')}
        </button>
      </h3>
      <ul class="notes-list">
        {notesOf(part, section.id).map((n) => (
          <Note key={n.id} room={room} part={part} note={n} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}

function Note({ room, part, note, onAct }: Of & { note: NoteShown }) {
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const kind = (id: string) => say(`console.formulation.kinds.${id}`);
  const links = part.links.filter((x) => x.source === note.id);
  const button = (what: string, name: string) => (
    <button
      class="linkish"
      type="button"
      aria-label={`${name} ${note.text}`}
      onClick={() => onAct(what, note)}
    >
      {name}
    </button>
  );
  return (
    <li class="sheet">
      <p class="typed">{note.text}</p>
      {note.beside && <p class="tiny faint">{say('console.formulation.beside')}</p>}
      {links.map((x) => (
        <p key={x.id} class="linked small">
          <Icon name="chain" />
          <span>
            {kind(x.kind)} <b class="typed">{words(x.target)}</b>
          </span>
          <Sure
            look="x-small"
            label={`${say('console.formulation.unlink')}: ${words(x.target)}`}
            words={<Icon name="close" />}
            sure={`${say('console.formulation.unlink')}?`}
            yes={say('console.formulation.unlink_yes')}
            no={say('console.formulation.keep_it')}
            onYes={() => room.post('formulation.unlink', { link: x.id })}
          />
        </p>
      ))}
      <Earlier room={room} of="notes" id={note.id} />
      <div class="note-foot">
        <span>{note.support ? say('console.formulation.support', { n: note.support }) : ''}</span>
        <span class="row">
          {button('edit', say('console.formulation.edit'))}
          {button('move', say('console.formulation.move'))}
          {button('join', say('console.formulation.join'))}
          {button('merge', say('console.formulation.merge'))}
          <Sure
            label={`${say('console.formulation.hide')} ${note.text}`}
            words={say('console.formulation.hide')}
            sure={say('console.formulation.hide_sure')}
            yes={say('console.formulation.hide')}
            no={say('console.formulation.keep_it')}
            onYes={() => room.post('formulation.hide', { note: note.id })}
          />
        </span>
      </div>
    </li>
  );
}

function AddNote({ room, sections, start }: { room: Desk; sections: SectionShown[]; start: string }) {
  const section = useSignal('');
  const at =
    section.value ||
    room.memory.drafted<{ section: string }>('note')?.base?.section ||
    start ||
    sections[0].id;
  const take = (id: string) => {
    const { text } = room.memory.drafted('note') ?? {};
    section.value = id;
    if (text) room.memory.draft('note', text, { section: id });
  };
  return (
    <div class="add-note">
      <label class="eyebrow" for="add-section">
        {say('console.formulation.add')}
      </label>
      <div class="add-line">
        <select class="input" id="add-section" value={at} onChange={(e) => take(e.currentTarget.value)}>
          {sections.map((s) => (
            <option value={s.id}>{s.title}</option>
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
          onSend={(text: string) => room.post('formulation.add', { section: at, text })}
        />
      </div>
    </div>
  );
}
