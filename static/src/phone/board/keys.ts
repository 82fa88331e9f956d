// From card to card by the keyboard: the arrows left and right, wherever nothing else uses them.

import { useEffect } from 'preact/hooks';

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Whether a key is for somebody else. */
export const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  isField(event.target) ||
  !!document.querySelector('dialog[open]');

/**
 * Back to the card before, and on from one that has been answered. After each change of view the focus is at
 * its beginning, and not lost with what was drawn before.
 */
export function useCardKeys({
  at,
  answered,
  go,
  view,
}: {
  at: number;
  answered: boolean;
  go: (to: number) => void;
  view: string;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      if (event.key === 'ArrowLeft' && at > 0) go(at - 1);
      else if (event.key === 'ArrowRight' && answered) go(at + 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    if (document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true });
  }, [view]);
}
