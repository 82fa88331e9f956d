// An action is written or changed on a phone. What is typed is kept until it has gone.

import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { PlanPart } from '../../contract';
import { actionOf, lookedAt, planKey } from '../../shared/live/left';
import type { Start } from '../../shared/live/left';
import type { Phone, Sent } from '../../shared/live/room';
import { Changed } from '../../shared/ui/changed';
import { Doubt, useDoubt } from '../../shared/ui/doubt';
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
  room: Phone;
  part: PlanPart;
  start: Start;
  onClose: () => void;
}) {
  const { doubt, ask, clear } = useDoubt(room.connection);
  const where = planKey(start);
  const draft = useMemo(() => room.memory.held.value.forms[where], [where]);
  useEffect(() => room.memory.shows(where), [where]);
  const words = useSignal<Record<string, string>>({});
  const base = draft?.base ?? start.version;
  const now = part.actions.find((a) => a.id === start.id);
  const read = (form: HTMLFormElement) => {
    words.value = readAction(form, start.id);
  };
  const send = () => {
    if (start.from) room.outbox.drop(start.from);
    room.post(...(actionOf(words.value, base) as Sent<'delegate'>));
    room.memory.undraft(where);
    onClose();
  };
  const typed = (event: TargetedEvent<HTMLFormElement>) => {
    clear();
    read(event.currentTarget);
    room.memory.draftForm(where, words.value, base);
  };
  const save = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    read(event.currentTarget);
    if (!isBlank(words.value.action)) ask(lookedAt(words.value), send);
  };
  return (
    <Sheet title={start.id ? say('phone.plan.edit') : say('phone.plan.add')} onClose={onClose}>
      <form class="plan-form" onSubmit={save} onInput={typed}>
        {start.id && now?.version !== base && <Changed words={now?.action ?? ''} />}
        <PlanFields part={part} start={{ ...start, ...draft?.fields }} />
        {doubt.value ? (
          <Doubt doubt={doubt} onChange={clear} onSend={send} />
        ) : (
          <button class="button button--wide" type="submit">
            {say('common.send')}
          </button>
        )}
        <p class="aid">{say('common.no_names')}</p>
      </form>
    </Sheet>
  );
}
