// The plan on a phone: one group at a time; a need without an action is a place to fill. Roles, not names.

import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ActionShown, PlanPart } from '../contract';
import { LIMITS } from '../limits';
import { actionOf, lookedAt, planKey } from '../shared/live/left';
import type { Start } from '../shared/live/left';
import type { Operation } from '../shared/live/outbox';
import type { Phone, Sent } from '../shared/live/room';
import { Doubt, useDoubt } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { within } from '../shared/ui/limit';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { Whose } from '../shared/ui/whose';
import { isBlank } from '../shared/ui/words';
import { Top } from './controls';
import { Unsent, unsentOf } from './unsent';

/** What an action has, and how long it may be. */
const FIELDS = Object.entries(LIMITS['plan.add']);

export function Delegate({ room }: { room: Phone }) {
  const part = room.part('plan');
  const target = useSignal<string>(part.targets[0]);
  const editing = useSignal<Start | null>(null);
  const actions = part.actions.filter((a) => a.target === target.value);
  const unsent = unsentOf(room, 'plan.add', ['plan.edit'], (body) => body.target === target.value);
  /** Refused words go back into the form, as an action of their own. */
  const again = ({ id: from, body: { id: _id, base: _base, ...words } }: Operation) => {
    editing.value = { ...words, from };
  };
  /** So do those that were taken back, which are nowhere else by now. */
  const back = (operation: Operation) => {
    again(operation);
    if (editing.value) room.memory.draftForm(planKey(editing.value), operation.body);
  };
  return (
    <>
      <Top title={say('phone.plan.title')} />
      <nav class="tabs" aria-label={say('phone.plan.title')}>
        {part.targets.map((id) => (
          <button
            type="button"
            aria-current={id === target.value}
            onClick={() => {
              target.value = id;
            }}
          >
            {say(`names.target.${id}`)}
          </button>
        ))}
      </nav>
      <main id="main" tabindex={-1} class="wide">
        <div class="actions">
          {actions.map((a) => (
            <Action
              key={a.id}
              action={a}
              onEdit={() => {
                editing.value = { ...a };
              }}
            />
          ))}
          <ul class="notes-list">
            <Unsent
              room={room}
              operations={unsent}
              again={say('phone.plan.edit')}
              onAgain={again}
              onBack={back}
            />
          </ul>
          {!actions.length && <p class="quiet">{say('phone.plan.none')}</p>}
          {part.needs.filter((need) => !need.met).map((need) => (
            <div key={need.note} class="open-need">
              <p class="flag">
                <Icon name="open" />
                {say('phone.plan.open')}
              </p>
              <p class="need typed">{need.text}</p>
              <button
                class="button button--second button--wide"
                type="button"
                onClick={() => {
                  editing.value = { target: target.value, why: need.text, note: need.note };
                }}
              >
                <Icon name="plus" />
                {say('phone.plan.add_for')}
              </button>
            </div>
          ))}
        </div>
        <div class="end">
          <button
            class="button button--wide"
            type="button"
            onClick={() => {
              editing.value = { target: target.value, note: null };
            }}
          >
            {say('phone.plan.add')}
          </button>
          <p class="aid">{say('common.page.aid')}</p>
        </div>
      </main>
      {editing.value && (
        <Form
          room={room}
          part={part}
          start={editing.value}
          onClose={() => {
            editing.value = null;
          }}
        />
      )}
    </>
  );
}

function Action({ action, onEdit }: { action: ActionShown; onEdit: () => void }) {
  return (
    <div class="sheet action">
      <p class="typed">{action.action}</p>
      {action.why && <p class="why typed">{action.why}</p>}
      <Whose who={action.who} by_when={action.by_when} />
      <button class="sup" type="button" onClick={onEdit}>
        <Icon name="pencil" />
        {say('phone.plan.edit')}
      </button>
    </div>
  );
}

function Form({
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
    words.value = {
      id: start.id ?? '',
      target: start.target ?? '',
      note: start.note ?? '',
      ...Object.fromEntries(
        FIELDS.map(([name]) => [name, (form.elements.namedItem(name) as HTMLInputElement).value]),
      ),
    };
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
      <form onSubmit={save} onInput={typed}>
        {start.id && now?.version !== base && (
          <p class="state" role="alert">
            {say('common.changed_to')} “<span class="typed">{now?.action ?? ''}</span>”{' '}
            {say('common.left.own')}
          </p>
        )}
        {FIELDS.map(([name, limit]) => (
          <div class="field">
            <label for={`plan-${name}`}>{say(`common.plan.${name}`)}</label>
            <input
              class="input"
              id={`plan-${name}`}
              name={name}
              {...within(limit)}
              autocomplete="off"
              defaultValue={draft?.fields[name] ?? start[name] ?? ''}
            />
          </div>
        ))}
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
