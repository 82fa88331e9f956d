// A button that asks once before it does what cannot be taken back; in the page, left with one tap.

import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** `label`: for who cannot see what it belongs to */
export function Sure({
  words,
  sure,
  yes,
  no,
  onYes,
  look = 'linkish',
  label = undefined,
}: {
  words: string | VNode;
  sure: string;
  yes: string;
  no: string;
  onYes: () => void;
  look?: string;
  label?: string;
}) {
  const asking = useSignal(false);
  const way = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    way.current?.scrollIntoView({ block: 'nearest' });
    way.current?.focus({ preventScroll: true });
  }, [asking.value]);
  if (!asking.value)
    return (
      <button
        class={look}
        type="button"
        aria-label={label}
        onClick={() => {
          asking.value = true;
        }}
      >
        {words}
      </button>
    );
  const leave = () => {
    asking.value = false;
  };
  return (
    <span class="sure" role="group" aria-label={sure}>
      <span class="small">{sure}</span>
      <button
        class="button button--slim"
        type="button"
        onClick={() => {
          leave();
          onYes();
        }}
      >
        {yes}
      </button>
      <button class="linkish" type="button" ref={way} onClick={leave}>
        {no}
      </button>
    </span>
  );
}
