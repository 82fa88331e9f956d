// What the room says, noted by the facilitator: of the card in focus, else of the step. Saved as one types; put on the
// screen, and taken into the report, by a tap each.

import type { JottingShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { Before } from './earlier';
import { nameOf } from './jotted';
import type { About } from './jotted';
import { SavedField } from './saved-field';

/** Of what the room is talking now. */
export function subject(room: Desk): About {
  const { steps, position } = room.part('agenda');
  const card = room.part('notes_private')?.card;
  return card ? { about: 'card', id: card } : { about: 'step', id: steps[position].id };
}

export function Jotter({ room }: { room: Desk }) {
  const part = room.part('jotter');
  if (!part) return null;
  const about = subject(room);
  const name = nameOf(about);
  const found = part.jottings.find((j) => nameOf(j) === name);
  const others = part.jottings.filter((j) => j.text).length;
  return (
    <section class="jotter">
      <SavedField
        key={name}
        room={room}
        writing={room.jotting}
        id={name}
        now={found ?? { text: '', version: 0 }}
        words={say(`console.jotter.${about.about}`)}
        aid={say('console.no_names')}
      >
        {found && <Acts room={room} jotting={found} pins={true} />}
        {found && (
          <Before
            before={found.before}
            onBack={(version) => room.post('jotter.recall', { ...about, version })}
          />
        )}
      </SavedField>
      {others > 0 && (
        <button class="linkish" type="button" onClick={() => room.open('jotter')}>
          {say('console.jotter.all', { n: others })}
        </button>
      )}
    </section>
  );
}

/** On the screen or off it, and into the report or not. Of words that are not there, neither. */
function Acts({ room, jotting, pins = false }: { room: Desk; jotting: JottingShown; pins?: boolean }) {
  const { about, id, text, kept, pinned } = jotting;
  if (!text) return null;
  return (
    <p class="row">
      {(pins || pinned) && (
        <button
          class="linkish"
          type="button"
          aria-pressed={pinned}
          onClick={() => room.post('jotter.pin', { about, id, pinned: !pinned })}
        >
          {pinned ? say('console.jotter.unpin') : say('console.jotter.pin')}
        </button>
      )}
      <button
        class="linkish"
        type="button"
        aria-pressed={kept}
        onClick={() => room.post('jotter.keep', { about, id, kept: !kept })}
      >
        {kept ? say('console.jotter.kept') : say('console.jotter.keep')}
      </button>
    </p>
  );
}

/** All that was noted, to read again and to tick for the report. */
export function Jottings({ room, onClose }: { room: Desk; onClose: () => void }) {
  const noted = (room.part('jotter')?.jottings ?? []).filter((j) => j.text);
  return (
    <Sheet title={say('console.jotter.title')} onClose={onClose}>
      <p class="small quiet">{say('console.jotter.more')}</p>
      <ul class="notes-list">
        {noted.map((jotting) => (
          <li key={nameOf(jotting)}>
            <p class="eyebrow">{jotting.title}</p>
            <p class="typed">{jotting.text}</p>
            <Acts room={room} jotting={jotting} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
