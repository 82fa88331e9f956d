// Actions at the desk, by whom they are for. They can be dragged to a place; their form moves them too.

import type { ActionShown, PlanPart } from '../../contract';
import type { Start } from '../../shared/live/left';
import type { Desk } from '../../shared/live/room';
import { Icon } from '../../shared/ui/icons';
import { kindName } from '../../shared/ui/places';
import { say } from '../../shared/ui/say';
import { Sure } from '../../shared/ui/sure';
import { Whose } from '../../shared/ui/whose';
import { Earlier } from '../earlier';

/** What is dragged, by its id. */
export const dragged = (id: string) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => event.dataTransfer?.setData('text/plain', id),
});

export function Target({
  room,
  part,
  target,
  onEdit,
}: {
  room: Desk;
  part: PlanPart;
  target: ActionShown['target'];
  onEdit: (start: Start) => void;
}) {
  const name = say(`names.target.${target}`);
  const actions = part.actions.filter((a) => a.target === target);
  return (
    <section class="target-group">
      <h3>
        {name}{' '}
        <button
          class="linkish"
          type="button"
          aria-label={`${say('console.plan.add')}: ${name}`}
          onClick={() => onEdit({ target })}
        >
          <Icon name="plus" />
          {say('common.add')}
        </button>
      </h3>
      {!actions.length && <p class="small faint">{say('console.plan.none')}</p>}
      <ul>
        {actions.map((a) => (
          <Action key={a.id} room={room} part={part} action={a} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}

function Action({
  room,
  part,
  action: a,
  onEdit,
}: {
  room: Desk;
  part: PlanPart;
  action: ActionShown;
  onEdit: (start: Start) => void;
}) {
  return (
    <li class="sheet action" {...dragged(a.id)}>
      <p class="typed">{a.action}</p>
      {a.why && <p class="why typed">{a.why}</p>}
      <Whose who={a.who} by_when={a.by_when} review={a.review} />
      {part.kinds.length > 0 && (
        <p class="small faint">
          {a.kind ? kindName(part, a.kind) : say('common.plan.no_kind')}
          {a.would ? ` · ${say('console.plan.would', { n: a.would })}` : ''}
        </p>
      )}
      {(['known', 'step_up', 'step_down'] as const).map(
        (name) =>
          a[name] && (
            <p key={name} class="why">
              {say(`common.plan.short.${name}`)} <span class="typed">{a[name]}</span>
            </p>
          ),
      )}
      <Earlier room={room} of="actions" id={a.id} />
      <div class="row">
        <button
          class="linkish"
          type="button"
          aria-label={`${say('console.change')}: ${a.action}`}
          onClick={() => onEdit({ ...a })}
        >
          {say('console.change')}
        </button>
        <Sure
          words={say('console.remove')}
          sure={say('console.plan.remove_sure')}
          yes={say('console.remove')}
          no={say('console.plan.keep')}
          onYes={() => room.post('plan.remove', { id: a.id })}
        />
      </div>
    </li>
  );
}
