// The plan: actions by target, needs that have none yet, and a form for either.

import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ActionShown, PlanPart } from '../contract';
import { LIMITS } from '../limits';
import { actionOf, planKey } from '../shared/live/left';
import type { Start } from '../shared/live/left';
import type { Desk, Sent } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { within } from '../shared/ui/limit';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { Sure } from '../shared/ui/sure';
import { Whose } from '../shared/ui/whose';
import { isBlank } from '../shared/ui/words';
import { Earlier } from './earlier';

/** What an action has, and how long it may be. */
const FIELDS = Object.entries(LIMITS['plan.add']);

export function Console({ room }: { room: Desk }) {
  const part = room.part('plan');
  const editing = useSignal<Start | null>(null);
  if (!part) return null;
  const edit = (start: Start | null) => {
    editing.value = start;
  };
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
      {part.needs.length > 0 && (
        <section class="open-needs">
          <h3 class="eyebrow">
            <Icon name="open" />
            {say('console.plan.needs')}
          </h3>
          <ul>
            {part.needs.map((n) => (
              <li key={n.note}>
                <span class="typed">{n.text}</span>
                <button
                  class="linkish"
                  type="button"
                  aria-label={`${say('console.plan.add_for')}: ${n.text}`}
                  onClick={() => edit({ target: part.targets[0], note: n.note, why: n.text })}
                >
                  {say('console.plan.add_for')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {part.targets.map((target) => (
        <Target
          key={target}
          room={room}
          target={target}
          onEdit={edit}
          actions={part.actions.filter((a) => a.target === target)}
        />
      ))}
      {editing.value && <Form room={room} part={part} start={editing.value} onClose={() => edit(null)} />}
    </div>
  );
}

function Target({
  room,
  target,
  actions,
  onEdit,
}: {
  room: Desk;
  target: string;
  actions: ActionShown[];
  onEdit: (start: Start) => void;
}) {
  const name = say(`names.target.${target}`);
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
          <li key={a.id} class="sheet action">
            <p class="typed">{a.action}</p>
            {a.why && <p class="why typed">{a.why}</p>}
            <Whose who={a.who} by_when={a.by_when} review={a.review} />
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
        ))}
      </ul>
    </section>
  );
}

function Form({
  room,
  part,
  start: first,
  onClose,
}: {
  room: Desk;
  part: PlanPart;
  start: Start;
  onClose: () => void;
}) {
  const where = planKey(first);
  const draft = useMemo(() => room.memory.held.value.forms[where], [where]);
  useEffect(() => room.memory.shows(where), [where]);
  const start: Start = { ...first, ...draft?.fields };
  const base = draft?.base ?? first.version;
  const now = part.actions.find((a) => a.id === first.id);
  const busy = useRef(false);
  const read = ({ elements }: HTMLFormElement): Record<string, string> => {
    const typed = (name: string) => (elements.namedItem(name) as HTMLInputElement).value;
    const words = Object.fromEntries(FIELDS.map(([name]) => [name, typed(name)]));
    return { id: first.id ?? '', target: typed('target'), note: typed('note'), ...words };
  };
  const typed = (event: TargetedEvent<HTMLFormElement>) =>
    room.memory.draftForm(where, read(event.currentTarget), base);
  const save = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const words = read(form);
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
  const notes = notesFor(room, part, start);
  return (
    <Sheet title={start.id ? say('console.plan.edit') : say('console.plan.add')} onClose={onClose}>
      <form class="plan-form" onSubmit={save} onInput={typed}>
        {first.id && now?.version !== base && (
          <p class="state" role="alert">
            {say('common.changed_to')} “{now?.action ?? ''}” {say('common.left.own')}
          </p>
        )}
        <div class="field">
          <label for="plan-target">{say('console.plan.target')}</label>
          <select class="input" id="plan-target" name="target" defaultValue={start.target}>
            {part.targets.map((id: string) => (
              <option value={id} selected={id === start.target}>
                {say(`names.target.${id}`)}
              </option>
            ))}
          </select>
        </div>
        {FIELDS.map(([name, limit]) => (
          <div class={classes('field', limit < 100 && 'third')}>
            <label for={`plan-${name}`}>{say(`common.plan.${name}`)}</label>
            <input
              class="input"
              id={`plan-${name}`}
              name={name}
              {...within(limit)}
              autocomplete="off"
              required={name === 'action'}
              defaultValue={String(start[name] ?? '')}
            />
          </div>
        ))}
        <div class="field">
          <label for="plan-note">{say('console.plan.note')}</label>
          <select class="input" id="plan-note" name="note">
            <option value="">{say('console.plan.no_note')}</option>
            {notes.map((n) => (
              <option value={n.note} selected={n.note === start.note}>
                {n.text}
              </option>
            ))}
          </select>
        </div>
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

/** Open needs, and the one that this action answers already. */
function notesFor(room: Desk, part: PlanPart, start: Start) {
  if (!start.note || part.needs.some((n) => n.note === start.note)) return part.needs;
  const known = room.part('formulation')?.notes.find((n) => n.id === start.note);
  return [{ note: start.note, text: known?.text ?? String(start.why ?? '') }, ...part.needs];
}
