// A field that is saved as one types, and in which two facilitators may write at once: neither text goes unseen.

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Desk } from '../shared/live/room';
import { Gentler } from '../shared/ui/gentler';
import { say } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import type { Now, Writing } from './writing';

type Of = { writing: Writing; id: string; now: Now };

/** What somebody else saves comes into it, unless there are words here that are not saved. */
export function SavedField({
  room,
  writing,
  id,
  now,
  words,
  aid = '',
  children,
}: Of & { room: Desk; words: string; aid?: string; children?: ComponentChildren }) {
  const key = writing.keyOf(id);
  const left = () => writing.left(id);
  useEffect(() => {
    const hidden = room.memory.shows(key);
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
      <label for={key}>{words}</label>
      {state === 'behind' && <Behind writing={writing} id={id} now={now} />}
      <textarea
        class="input"
        id={key}
        rows={2}
        value={text}
        aria-describedby={`saved-${key}`}
        onInput={(e) => writing.typed(id, e.currentTarget.value)}
        onChange={left}
        onBlur={left}
      />
      <Gentler field={key} />
      <p class="small quiet" id={`saved-${key}`}>
        {message ||
          (text || now.version ? say(`console.formulation.saving.${waits ? 'waiting' : state}`) : aid)}
      </p>
      {children}
    </div>
  );
}

function Behind({ writing, id, now }: Of) {
  const settle = (choice: 'ours' | 'theirs' | 'both') => writing.settle(id, choice);
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
