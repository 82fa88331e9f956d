// The small parts that every delegate's view shares.

import type { ComponentChildren, VNode } from 'preact';
import type { Operation } from '../shared/live/outbox';
import { Icon } from '../shared/ui/icons';
import { useRoving } from '../shared/ui/roving';
import { say } from '../shared/ui/say';

/** The head of a view: something to the left, where one is, something to the right. */
export function Top({
  left = null,
  title,
  right = null,
}: {
  left?: VNode | null;
  title: string;
  right?: ComponentChildren;
}) {
  return (
    <header class="top">
      {left ?? <span />}
      <b>{title}</b>
      {right ?? <span />}
    </header>
  );
}

export function BackButton({ onClick, words = say('phone.back') }: { onClick: () => void; words?: string }) {
  return (
    <button type="button" onClick={onClick}>
      <Icon name="back" />
      {words}
    </button>
  );
}

/** Where one is among the cards: done, now, to come. */
export function Steps({ of, at, done }: { of: number; at: number; done: (index: number) => boolean }) {
  const all = Array.from({ length: of }, (_, i) => i);
  return (
    <div class="steps" aria-hidden="true">
      {all.map((i) => (
        <i class={i === at ? 'now' : done(i) ? 'done' : ''} />
      ))}
    </div>
  );
}

/** Sent, waiting to be sent, not accepted: three shapes and three words. */
export function SendState({
  operation,
  sent = say('phone.sent'),
}: {
  operation: Operation | undefined;
  sent?: string;
}) {
  if (!operation) return null;
  if (operation.state === 'refused')
    return (
      <p class="state state--small state--refused" role="alert">
        <Icon name="refused" />
        {operation.message}
      </p>
    );
  const waits = operation.state === 'waiting';
  return (
    <p class="state state--small">
      <Icon name={waits ? 'waiting' : 'check'} />
      {waits ? say('phone.waiting') : sent}
    </p>
  );
}

/** A chip that is on or off. */
export function Chip({
  on,
  onClick,
  children,
}: {
  on: boolean;
  onClick: () => void;
  children?: ComponentChildren;
}) {
  return (
    <button class="chip" type="button" aria-pressed={on} onClick={onClick}>
      {on && <Icon name="check" />}
      {children}
    </button>
  );
}

/** Chips are one Tab stop together. */
export function Chips({ name, children }: { name: string; children?: ComponentChildren }) {
  return (
    <div class="chips" role="group" aria-label={name} {...useRoving()}>
      {children}
    </div>
  );
}

/** A row of numbers, one of which may be chosen. */
export function Numbers({
  name,
  values,
  chosen,
  onChoose,
  wrap = 'tens',
  children,
}: {
  name: string;
  values: number[];
  chosen: number | null;
  onChoose: (value: number) => void;
  wrap?: string;
  children?: ComponentChildren;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = chosen === null ? (step > 0 ? -1 : values.length) : values.indexOf(chosen);
    const next = values[Math.max(0, Math.min(values.length - 1, at + step))];
    onChoose(next);
    (
      (event.currentTarget as HTMLElement).querySelector(`[data-value="${next}"]`) as HTMLElement | null
    )?.focus();
  };
  return (
    <div class={wrap} role="radiogroup" aria-label={name} onKeyDown={onKeyDown}>
      {values.map((v, i) => (
        <button
          type="button"
          role="radio"
          data-value={v}
          aria-checked={chosen === v}
          tabindex={chosen === v || (chosen === null && i === 0) ? 0 : -1}
          onClick={() => onChoose(v)}
        >
          {v}
        </button>
      ))}
      {children}
    </div>
  );
}
