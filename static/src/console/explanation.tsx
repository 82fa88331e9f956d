// The shared explanation in words: five fields that are saved as one types, and in which two facilitators may write at once.

import { useEffect } from 'preact/hooks';
import type { Explained, FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { aloud } from '../shared/ui/aloud';
import { say, sayEach } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Earlier } from './earlier';

export function Explanation({ room, part }: { room: Desk; part: FormulationPart }) {
  return (
    <section class="explaining">
      <h2>{say('console.formulation.shared')}</h2>
      <p class="small quiet">{say('console.formulation.shared_more')}</p>
      {part.aloud && <p class="quote small">{aloud(part.aloud)}</p>}
      {Object.entries(sayEach('console.formulation.parts')).map(([id, words]) => (
        <Field key={id} room={room} id={id} words={words} now={part.explanation[id as 'because']} />
      ))}
    </section>
  );
}

/** One field. What somebody else saves comes into it, unless there are words here that are not saved. */
type Of = { room: Desk; id: string; now: Explained };

function Field({ room, id, words, now }: Of & { words: string }) {
  const { writing } = room;
  const left = () => writing.left(id);
  useEffect(() => {
    const hidden = room.memory.shows(`explain-${id}`);
    return () => {
      hidden();
      left();
    };
  }, []);
  useEffect(() => writing.catchUp(id), [now.version]);
  const text = writing.draft(id)?.text ?? now.text;
  const { state, message } = writing.state(id);
  const waits = state === 'waiting' || (state === 'saving' && room.connection.state.value !== 'online');
  return (
    <div class="field">
      <label for={`explain-${id}`}>{words}</label>
      {state === 'behind' && <Behind room={room} id={id} now={now} />}
      <textarea
        class="input"
        id={`explain-${id}`}
        rows={2}
        value={text}
        aria-describedby={`saved-${id}`}
        onInput={(e) => writing.typed(id, e.currentTarget.value)}
        onChange={left}
        onBlur={left}
      />
      <p class="small quiet" id={`saved-${id}`}>
        {message ||
          (text || now.version ? say(`console.formulation.saving.${waits ? 'waiting' : state}`) : '')}
      </p>
      <Earlier room={room} of="explanation" id={id} />
    </div>
  );
}

/** Both were writing: neither text goes unseen. */
function Behind({ room, id, now }: Of) {
  const settle = (choice: 'ours' | 'theirs' | 'both') => room.writing.settle(id, choice);
  return (
    <div role="alert">
      <p class="why">
        {say('console.formulation.behind')} {say('console.formulation.now')} “
        <span class="typed">{now.text}</span>”
      </p>
      <div class="row">
        <button class="button button--slim" type="button" onClick={() => settle('both')}>
          {say('console.formulation.both')}
        </button>
        <button class="linkish" type="button" onClick={() => settle('ours')}>
          {say('console.formulation.ours')}
        </button>
        <Sure
          words={say('console.formulation.theirs')}
          sure={say('console.formulation.theirs_sure')}
          yes={say('console.formulation.theirs')}
          no={say('console.formulation.keep_mine')}
          onYes={() => settle('theirs')}
        />
      </div>
    </div>
  );
}
