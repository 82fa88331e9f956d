// One action on a phone: what, because, who, by when; and "I would do this".

import type { ActionShown } from '../../contract';
import type { Phone } from '../../shared/live/room';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Whose } from '../../shared/ui/whose';
import { wouldDo } from '../support';

export function Action({ room, action, onEdit }: { room: Phone; action: ActionShown; onEdit: () => void }) {
  const mine = wouldDo(room).includes(action.id);
  const would = () => {
    const others = wouldDo(room).filter((id) => id !== action.id);
    room.memory.note('would', mine ? others : [...others, action.id]);
    room.post('plan.would', { id: action.id, on: !mine }, { about: `would ${action.id}` });
  };
  return (
    <div class="sheet action">
      <p class="typed">{action.action}</p>
      {action.why && <p class="why typed">{action.why}</p>}
      <Whose who={action.who} by_when={action.by_when} />
      {(['known', 'step_up', 'step_down'] as const).map(
        (name) =>
          action[name] && (
            <p key={name} class="why">
              {say(`common.plan.short.${name}`)} <span class="typed">{action[name]}</span>
            </p>
          ),
      )}
      <div class="note-foot">
        <button class="sup" type="button" aria-pressed={mine} onClick={would}>
          {mine && <Icon name="check" />}
          {say('phone.plan.would')}
          {action.would ? ` · ${action.would}` : ''}
        </button>
        <button
          class="sup"
          type="button"
          aria-label={`${say('phone.plan.edit')}: ${action.action}`}
          onClick={onEdit}
        >
          <Icon name="pencil" />
          {say('phone.plan.edit')}
        </button>
      </div>
    </div>
  );
}
