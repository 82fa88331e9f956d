// An action is written or changed at the desk. What is typed is kept until it has been taken.

import type { TargetedEvent } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PlanPart } from '../../contract';
import { actionOf, planKey } from '../../shared/live/left';
import type { Start } from '../../shared/live/left';
import type { Desk, Sent } from '../../shared/live/room';
import { Changed } from '../../shared/ui/changed';
import { Icon } from '../../shared/ui/icons';
import { PlanFields, readAction } from '../../shared/ui/plan-fields';
import { say } from '../../shared/ui/say';
import { Sheet } from '../../shared/ui/sheet';
import { isBlank } from '../../shared/ui/words';

export function Form({
  room,
  part,
  start,
  onClose,
}: {
  room: Desk;
  part: PlanPart;
  start: Start;
  onClose: () => void;
}) {
  const where = planKey(start);
  const draft = useMemo(() => room.memory.held.value.forms[where], [where]);
  useEffect(() => room.memory.shows(where), [where]);
  const base = draft?.base ?? start.version;
  const now = part.actions.find((a) => a.id === start.id);
  const busy = useRef(false);
  const typed = (event: TargetedEvent<HTMLFormElement>) =>
    room.memory.draftForm(where, readAction(event.currentTarget, start.id), base);
  const save = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const words = readAction(form, start.id);
    if (isBlank(words.action)) {
      (form.elements.namedItem('action') as HTMLInputElement).focus();
      return;
    }
    if (busy.current) return; // a second press while the first is on its way
    busy.current = true;
    const ack = await room.post(...(actionOf(words, base) as Sent<'facilitator'>));
    busy.current = false;
    if (!ack.ok) return;
    room.memory.undraft(where);
    onClose();
  };
  return (
    <Sheet title={start.id ? say('console.plan.edit') : say('console.plan.add')} onClose={onClose}>
      <form class="plan-form" onSubmit={save} onInput={typed}>
        {start.id && now?.version !== base && <Changed words={now?.action ?? ''} />}
        <PlanFields part={part} start={{ ...start, ...draft?.fields }} />
        {room.said.value && (
          <p class="state state--refused" role="alert">
            <Icon name="refused" />
            {room.said.value}
          </p>
        )}
        <button class="button button--wide" type="submit">
          {say('console.save')}
        </button>
        <p class="aid">{say('console.no_names')}</p>
      </form>
    </Sheet>
  );
}
