// One place of the plan on a phone: its actions, the needs that ask for one, and what can be done here.

import type { PlanPart } from '../../contract';
import type { Start } from '../../shared/live/left';
import type { Phone } from '../../shared/live/room';
import { Icon } from '../../shared/ui/icons';
import { SetAside, isAt, placeName, stateWords } from '../../shared/ui/places';
import type { Place } from '../../shared/ui/places';
import { say } from '../../shared/ui/say';
import { useInOrder } from '../still';
import { Action } from './action';

export function PlaceHere({
  room,
  part,
  place,
  onEdit,
  onMark,
}: {
  room: Phone;
  part: PlanPart;
  place: Place;
  onEdit: (start: Start) => void;
  onMark: () => void;
}) {
  const { target, kind } = place;
  const cell = part.cells.find((c) => isAt(place, c));
  const actions = part.actions.filter((a) => isAt(place, a));
  const needs = part.needs.filter((n) => isAt(place, n));
  const inOrder = useInOrder(`${target} ${kind}`, [...needs.map((n) => n.note), ...actions.map((a) => a.id)]);
  if (!cell) return null;
  const prompt = part.kinds.find((k) => k.id === kind)?.prompt;
  return (
    <section class="place-here" aria-live="polite">
      <h2>{placeName(part, place)}</h2>
      {/* One line, and then the buttons, above what comes in from others: nothing may move from under a finger. */}
      <p class="quiet">{stateWords(cell)}</p>
      <div class="place-do">
        <button class="button" type="button" onClick={() => onEdit({ target, kind, note: null })}>
          <Icon name="plus" />
          {say('phone.plan.write')}
        </button>
        {part.asked.length > 0 && (
          <button class="button button--second" type="button" onClick={onMark}>
            {say('phone.plan.mark')}
          </button>
        )}
        <SetAside cell={cell} onPress={(on) => room.post('plan.aside', { target, kind, on })} />
      </div>
      {!needs.length && !actions.length && cell.state === 'open' && prompt && <p class="quiet">{prompt}</p>}
      <div class="actions">
        {inOrder.map((id) => {
          const a = actions.find((one) => one.id === id);
          const need = needs.find((one) => one.note === id);
          if (a) return <Action key={id} room={room} action={a} onEdit={() => onEdit({ ...a })} />;
          return need && <Need key={id} {...{ room, place, need, onEdit }} />;
        })}
      </div>
    </section>
  );
}

/** A need that asks for an action here, or is met by one. */
function Need({
  room,
  place: { target, kind },
  need,
  onEdit,
}: {
  room: Phone;
  place: Place;
  need: PlanPart['needs'][number];
  onEdit: (start: Start) => void;
}) {
  return (
    <div class={need.met ? 'met-need' : 'open-need'}>
      <p class="flag">
        <Icon name={need.met ? 'check' : 'open'} />
        {say(need.met ? 'phone.plan.met' : 'phone.plan.open')}
      </p>
      <p class="need typed">{need.text}</p>
      <div class="note-foot">
        {!need.met && (
          <button
            class="sup"
            type="button"
            aria-label={`${say('phone.plan.add_for')}: ${need.text}`}
            onClick={() => onEdit({ target, kind, why: need.text, note: need.note })}
          >
            <Icon name="plus" />
            {say('phone.plan.add_for')}
          </button>
        )}
        <button
          class="sup"
          type="button"
          aria-label={`${say('phone.plan.unmark')}: ${need.text}`}
          onClick={() => room.post('plan.need', { note: need.note, target, kind, on: false })}
        >
          {say('phone.plan.unmark')}
        </button>
      </div>
    </div>
  );
}
