// Signs to do more or less, and when the plan is looked at again: written before they are needed. Four a side, one review.

import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Commands, PlanPart, SignShown } from '../../contract';
import { LIMITS } from '../../limits';
import type { DraftName } from '../live/drafts';
import { signOf } from '../live/left';
import type { Room } from '../live/room';
import { Changed } from './changed';
import { Doubt, useDoubt } from './doubt';
import { Gentler } from './gentler';
import { Icon } from './icons';
import { within } from './limit';
import { say } from './say';
import { isBlank } from './words';

type Write = (body: Commands['plan.sign']) => boolean | Promise<boolean>;
type Side = SignShown['side'];

export const SIDES: [Side, number][] = [
  ['up', 4],
  ['down', 4],
  ['review', 1],
];

/** `onWrite`: whether it has gone; then its form closes. `beside`: what else can be done with a sign. */
export function Signs({
  room,
  part,
  onWrite,
  beside = () => null,
}: {
  room: Pick<Room, 'memory'>;
  part: PlanPart;
  onWrite: Write;
  beside?: (sign: SignShown) => ComponentChildren;
}) {
  const writing = useSignal('');
  const close = () => {
    writing.value = '';
  };
  return (
    <>
      {SIDES.map(([side, most]) => {
        const signs = part.signs.filter((s) => s.side === side);
        return (
          <section key={side} class="signs">
            <h3>{say(`common.plan.signs.${side}`)}</h3>
            <ul>
              {signs.map((s) => (
                <li key={s.id}>
                  {writing.value === s.id ? (
                    <SignForm room={room} side={side} sign={s} onWrite={onWrite} onClose={close} />
                  ) : (
                    <>
                      <p class="typed">{s.text}</p>
                      {s.who && <p class="typed quiet">{s.who}</p>}
                      <button
                        class="sup"
                        type="button"
                        aria-label={`${say('common.plan.signs.change')}: ${s.text}`}
                        onClick={() => {
                          writing.value = s.id;
                        }}
                      >
                        <Icon name="pencil" />
                        {say('common.plan.signs.change')}
                      </button>
                      {beside(s)}
                    </>
                  )}
                </li>
              ))}
            </ul>
            {!signs.length && <p class="none-yet">{say('common.plan.open')}</p>}
            {writing.value === side && <SignForm room={room} side={side} onWrite={onWrite} onClose={close} />}
            {writing.value !== side && signs.length < most && (
              <button
                class="button button--second button--slim"
                type="button"
                aria-label={`${say('common.plan.signs.add')}: ${say(`common.plan.signs.${side}`)}`}
                onClick={() => {
                  writing.value = side;
                }}
              >
                <Icon name="plus" />
                {say('common.plan.signs.add')}
              </button>
            )}
          </section>
        );
      })}
    </>
  );
}

function SignForm({
  room,
  side,
  sign,
  onWrite,
  onClose,
}: {
  room: Pick<Room, 'memory'>;
  side: Side;
  sign?: SignShown;
  onWrite: Write;
  onClose: () => void;
}) {
  const where: DraftName = `sign-${sign?.id ?? side}`;
  const draft = useMemo(() => room.memory.held.value.forms[where], [where]);
  useEffect(() => room.memory.shows(where), [where]);
  const { doubt, ask, clear } = useDoubt();
  const words = useSignal<Record<string, string>>({});
  const base = (draft?.base as number | undefined) ?? sign?.version ?? 0;
  const read = (form: HTMLFormElement) => {
    const typed = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value;
    words.value = { id: sign?.id ?? '', side, text: typed('text'), who: typed('who') };
  };
  const send = async () => {
    if (!(await onWrite(signOf(words.value, base)))) return;
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
    if (!isBlank(words.value.text)) ask(`${words.value.text} · ${words.value.who}`, () => void send());
  };
  return (
    <form class="sign-form" onSubmit={save} onInput={typed}>
      {sign && sign.version !== base && <Changed words={sign.text} />}
      {(['text', 'who'] as const).map((name) => (
        <div key={name} class="field">
          <label for={`sign-${name}`}>
            {say(`common.plan.signs.${side === 'review' ? 'review_' : ''}${name}`)}
          </label>
          <input
            class="input"
            id={`sign-${name}`}
            name={name}
            {...within(LIMITS['plan.sign'][name])}
            autocomplete="off"
            defaultValue={draft?.fields[name] ?? sign?.[name] ?? ''}
          />
          <Gentler field={`sign-${name}`} />
        </div>
      ))}
      {doubt.value ? (
        <Doubt doubt={doubt} onChange={clear} onSend={() => void send()} />
      ) : (
        <button class="button button--wide" type="submit">
          {say('common.send')}
        </button>
      )}
      <button class="linkish" type="button" onClick={onClose}>
        {say('common.page.close')}
      </button>
    </form>
  );
}
