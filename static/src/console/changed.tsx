// What changed in the explanation: two versions are chosen, compared, and put on the screen; what stayed the same is written.

import { useSignal } from '@preact/signals';
import type { ChangedPart, FormulationPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { occasion, placeOf } from '../shared/ui/versions';
import { Earlier } from './earlier';
import { SavedField } from './saved-field';

type Of = { room: Desk; part: FormulationPart };

export function WhatChanged({ room, part }: Of) {
  const found = room.part('changed');
  const shownAtFirst = useSignal(found?.on_screen ?? false); // else a button would go from under a finger
  if (!found?.versions.length) return null;
  const { first, second, on_screen: shown } = found;
  const post = (body: { first?: string; second?: string; shown?: boolean }) =>
    room.post('formulation.compare', { first, second, shown, ...body });
  return (
    <details class="what-changed" open={shownAtFirst.value}>
      <summary>
        <h2>{say('common.changed.title')}</h2>
      </summary>
      <p class="small quiet">{say('console.changed.say')}</p>
      <p class="row">
        <Choice
          words={say('console.changed.first')}
          found={found}
          at={first}
          onChoose={(id) => post({ first: id })}
        />
        <Choice
          words={say('console.changed.second')}
          found={found}
          at={second}
          onChoose={(id) => post({ second: id })}
        />
      </p>
      <button
        class="button button--second button--slim"
        type="button"
        aria-pressed={shown}
        onClick={() => post({ shown: !shown })}
      >
        {say(shown ? 'console.changed.off' : 'console.changed.on')}
      </button>
      <Lists part={part} found={found} />
      <SavedField
        room={room}
        writing={room.writing}
        id="stayed"
        words={say('console.changed.stayed')}
        now={part.explanation.stayed}
      >
        <Earlier room={room} of="explanation" id="stayed" />
      </SavedField>
    </details>
  );
}

function Choice({
  words,
  found,
  at,
  onChoose,
}: {
  words: string;
  found: ChangedPart;
  at: string;
  onChoose: (id: string) => void;
}) {
  return (
    <label class="small">
      {words}{' '}
      <select class="input slim" value={at} onChange={(e) => onChoose(e.currentTarget.value)}>
        {found.versions.map((version) => (
          <option key={version.id} value={version.id}>
            {occasion(version)}
          </option>
        ))}
        <option value="now">{occasion(undefined)}</option>
      </select>
    </label>
  );
}

function Lists({ part, found }: { part: FormulationPart; found: ChangedPart }) {
  const { added, aside, reworded } = found;
  if (!added.length && !aside.length && !reworded.length)
    return <p class="quiet">{say('common.changed.nothing')}</p>;
  const pieces = (title: string, list: ChangedPart['added']) =>
    list.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul>
          {list.map((one) => (
            <li key={`${one.text} ${one.second}`} class="small">
              <span class="quiet">{placeOf(part, one.what, one.place)}</span>{' '}
              <span class="typed">
                {one.text} {one.second && `— ${say(`names.joined.${one.place}`)} — ${one.second}`}
              </span>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      {pieces(say('common.changed.added'), added)}
      {pieces(say('common.changed.aside'), aside)}
      {reworded.length > 0 && (
        <>
          <h3>{say('common.changed.reworded')}</h3>
          <ul>
            {reworded.map((one) => (
              <li key={one.after} class="small typed">
                <span class="quiet">{one.before}</span> ↓ {one.after}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
