// The plan at the desk: the grid, the needs of a place, actions by whom they are for, and signs. What a drag does, a tap does.

import { useSignal } from '@preact/signals';
import type { PlanPart } from '../contract';
import type { Start } from '../shared/live/left';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { SetAside, isAt, placeName, Places, reach, rowName, stateWords } from '../shared/ui/places';
import type { Place } from '../shared/ui/places';
import { say } from '../shared/ui/say';
import { Signs } from '../shared/ui/signs';
import { Sure } from '../shared/ui/sure';
import { Earlier } from './earlier';
import { dragged, Target } from './plan/actions';
import { Form } from './plan/form';

const NOTE = 'note:'; // before the id of a note that is dragged

export function Console({ room }: { room: Desk }) {
  const part = room.part('plan');
  const editing = useSignal<Start | null>(null);
  const chosen = useSignal<Place | null>(null);
  if (!part) return null;
  const edit = (start: Start | null) => {
    editing.value = start;
  };
  const place = chosen.value ?? part.cells.find((c) => c.state === 'open') ?? part.cells[0] ?? null;
  return (
    <div class="plan-grid">
      <div class="qh">
        <h2>{say('console.plan.title')}</h2>
        <button
          class="button button--second button--slim"
          type="button"
          onClick={() => edit({ target: part.targets[0] })}
        >
          <Icon name="plus" />
          {say('console.plan.add')}
        </button>
      </div>
      {place && (
        <section class="plan-reach">
          <p class="small faint">{say('console.plan.drag')}</p>
          <Places
            part={part}
            chosen={place}
            onChoose={({ target, kind }) => {
              chosen.value = { target, kind };
            }}
            onDrop={(id, { target, kind }) => {
              chosen.value = { target, kind };
              if (id.startsWith(NOTE))
                room.post('plan.need', { note: id.slice(NOTE.length), target, kind, on: true });
              else room.post('plan.move', { id, target, kind });
            }}
          />
          <Holes room={room} part={part} />
          <Here room={room} part={part} place={place} onEdit={edit} />
        </section>
      )}
      {part.targets.map((target) => (
        <Target key={target} room={room} part={part} target={target} onEdit={edit} />
      ))}
      <section class="plan-signs">
        <h2>{say('common.plan.signs.title')}</h2>
        <Signs
          room={room}
          part={part}
          onWrite={async (body) => (await room.post('plan.sign', body)).ok}
          beside={(sign) => (
            <>
              <Earlier room={room} of="signs" id={sign.id} />
              <Sure
                words={say('console.remove')}
                sure={say('console.plan.remove_sure')}
                yes={say('console.remove')}
                no={say('console.plan.keep')}
                onYes={() => room.post('plan.remove', { id: sign.id })}
              />
            </>
          )}
        />
      </section>
      {editing.value && <Form room={room} part={part} start={editing.value} onClose={() => edit(null)} />}
    </div>
  );
}

/** What is missing; and how many would do an action, told now. */
function Holes({ room, part }: { room: Desk; part: PlanPart }) {
  const unmet = part.needs.filter((n) => !n.met).length;
  return (
    <div class="small">
      <p>{say('common.plan.reach', reach(part))}</p>
      {unmet > 0 && <p>{say('common.plan.unmet', { n: unmet })}</p>}
      {part.loose.length > 0 && (
        <p>
          {say('common.plan.loose', { n: part.loose.length })}. {say('common.plan.each_for')}
        </p>
      )}
      {part.bare.length > 0 && <p>{say('common.plan.bare', { who: part.bare.map(rowName).join(', ') })}</p>}
      {part.actions.length > 0 && (
        <button class="linkish" type="button" onClick={() => room.post('formulation.gather', {})}>
          {say('console.plan.gather')}
        </button>
      )}
    </div>
  );
}

/** The place that is chosen: its needs, what can be marked as one, and whether it is set aside. */
function Here({
  room,
  part,
  place: { target, kind },
  onEdit,
}: {
  room: Desk;
  part: PlanPart;
  place: Place;
  onEdit: (start: Start) => void;
}) {
  const cell = part.cells.find((c) => isAt({ target, kind }, c));
  if (!cell) return null;
  const mark = (note: string, on: boolean) => room.post('plan.need', { note, target, kind, on });
  return (
    <div class="open-needs">
      <h3>{placeName(part, cell)}</h3>
      <p class="small faint">{stateWords(cell)}</p>
      <div class="row">
        <button class="linkish" type="button" onClick={() => onEdit({ target, kind })}>
          <Icon name="plus" />
          {say('console.plan.add')}
        </button>
        <SetAside cell={cell} onPress={(on) => room.post('plan.aside', { target, kind, on })} />
      </div>
      <ul>
        {part.needs
          .filter((n) => isAt({ target, kind }, n))
          .map((n) => (
            <li key={n.note} {...dragged(NOTE + n.note)}>
              <span class="typed">{n.text}</span>
              {!n.met && (
                <button
                  class="linkish"
                  type="button"
                  aria-label={`${say('console.plan.add_for')}: ${n.text}`}
                  onClick={() => onEdit({ target, kind, note: n.note, why: n.text })}
                >
                  {say('console.plan.add_for')}
                </button>
              )}
              <button
                class="linkish"
                type="button"
                aria-label={`${say('console.plan.unmark')}: ${n.text}`}
                onClick={() => mark(n.note, false)}
              >
                {say('console.plan.unmark')}
              </button>
            </li>
          ))}
      </ul>
      {part.asked.length > 0 && (
        <details>
          <summary>{say('console.plan.mark')}</summary>
          <ul>
            {part.asked.map((n) => (
              <li key={n.note} {...dragged(NOTE + n.note)}>
                <span class="typed">{n.text}</span>
                <button
                  class="linkish"
                  type="button"
                  aria-label={`${say('console.plan.is_need')}: ${n.text}`}
                  onClick={() => mark(n.note, true)}
                >
                  {say('console.plan.is_need')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
