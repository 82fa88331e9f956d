// A field for words that may be recognised: asks once before sending what looks like a real person or place.

import type { ComponentChildren, TargetedEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Ack } from '../live/connection';
import type { DraftName } from '../live/drafts';
import type { Room } from '../live/room';
import { Doubt, useDoubt } from './doubt';
import { Gentler } from './gentler';
import { say } from './say';
import { isBlank, lengthOf, tidy } from './words';

/**
 * `where` is the field's id; `draft` names its draft (else `where` does), which survives steps and reloads.
 * `base` is the version of what is changed; when it is another by now than when the words were begun, `now`
 * is shown, with `onBehind` what becomes of the words. What `onSend` answers is an ack, or nothing; refused
 * words stay. `between`: what stands between a long field and its button, or beneath a short one, of the words
 * there are; it may put others in their place.
 */
export function Words({
  limit,
  onSend,
  room,
  where,
  draft = where as DraftName,
  button = say('common.send'),
  aid = '',
  long = false,
  start = '',
  base,
  between,
  ...look
}: {
  label: string;
  limit: number;
  onSend: (text: string, base: any) => Promise<Ack> | void;
  room: Room;
  button?: string;
  aid?: string;
  long?: boolean;
  start?: string;
  base?: any;
  between?: (text: string, put: (text: string) => void) => ComponentChildren;
  onBehind?: string;
  now?: string;
  hideLabel?: boolean;
} & ({ where: DraftName; draft?: undefined } | { where: string; draft: DraftName })) {
  const held = room.memory.drafted(draft);
  const text = held?.text ?? start;
  const from = held ? held.base : base;
  const { doubt, ask, clear } = useDoubt(room.connection);
  const busy = useRef(false);
  useEffect(() => room.memory.shows(draft), [draft]);
  const over = lengthOf(text) - limit;
  const put = (value: string) => {
    clear();
    if (value === start) room.memory.undraft(draft);
    else room.memory.draft(draft, value, from);
  };
  const typed = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    put(event.currentTarget.value);
  const send = async () => {
    clear();
    if (busy.current) return; // a second press while the first is on its way
    busy.current = true;
    const ack = await onSend(tidy(text), from);
    busy.current = false;
    const isOther = (room.memory.drafted(draft)?.text ?? start) !== text;
    if (ack?.ok === false || isOther) return; // refused, or typed on meanwhile: the words stay
    room.memory.undraft(draft);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isBlank(text) && over <= 0) ask(text, send);
  };
  return (
    <form class="words" onSubmit={submit}>
      <Field {...{ ...look, where, long, text, behind: from !== base, onInput: typed }}>
        {long && between?.(text, put)}
        {!doubt.value && (
          <button class={long ? 'button button--wide' : 'button'} type="submit">
            {button}
          </button>
        )}
      </Field>
      {!long && between?.(text, put)}
      {doubt.value && <Doubt doubt={doubt} onChange={clear} onSend={send} />}
      <Beneath over={over} aid={aid} />
    </form>
  );
}

/** The field with its label, and what somebody else made of the same words meanwhile. */
function Field({
  where,
  label,
  hideLabel = false,
  long,
  text,
  behind,
  now = '',
  onBehind = '',
  children,
  ...more
}: any) {
  const field = {
    ...more,
    class: 'input',
    id: where,
    value: text,
    placeholder: hideLabel ? label : undefined,
  };
  return (
    <>
      <label class={hideLabel ? 'sr' : ''} for={where}>
        {label}
      </label>
      {behind && onBehind && (
        <p class="state" role="alert">
          {say('common.changed_to')} “<span class="typed">{now}</span>” {onBehind}
        </p>
      )}
      <div class={long ? '' : 'line'}>
        {long ? <textarea {...field} rows={3} /> : <input {...field} autocomplete="off" />}
        {long && <Gentler field={where} />}
        {children}
      </div>
      {!long && <Gentler field={where} />}
    </>
  );
}

function Beneath({ over, aid }: { over: number; aid: string }) {
  return (
    <>
      {over > 0 && (
        <p class="state state--small" role="status">
          {say('common.over', { n: over })}
        </p>
      )}
      {aid && <p class="aid">{aid}</p>}
    </>
  );
}
