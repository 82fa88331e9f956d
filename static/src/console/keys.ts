// What a key, or a clicker, means for the room. Clickers send Page Up and Down, or arrows, or Space and Enter; the middle
// button sends B or a full stop. Not while somebody types, and not what a button or a list under the focus takes for itself.
// The sheet of keys is made from the same table.

import { VIEW_KEYS } from './shows';
import type { Show } from './shows';

export type Act = 'next' | 'back' | 'blank' | 'full' | 'help' | 'leave' | 'jot' | Show;

/** What each does, in the order of the sheet; `upright`: only where the arrows up and down turn nothing. */
export const KEYS: { does: Act; keys: string[]; upright?: string }[] = [
  { does: 'next', keys: [' ', 'Enter', 'ArrowRight', 'PageDown'], upright: 'ArrowDown' },
  { does: 'back', keys: ['ArrowLeft', 'PageUp'], upright: 'ArrowUp' },
  { does: 'blank', keys: ['b', 'B', '.'] },
  { does: 'full', keys: ['f', 'F'] },
  ...VIEW_KEYS.map(({ show, key }) => ({ does: show, keys: [key, key.toUpperCase()] })),
  { does: 'jot', keys: ['j', 'J'] },
  { does: 'help', keys: ['?'] },
  { does: 'leave', keys: ['Escape'] },
];
const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const ROUNDING = 4; // px
const PRESSED = new Set(['BUTTON', 'SUMMARY', 'A']);
const OF_A_BUTTON = new Set([' ', 'Enter']);

/** What a key means here; "" for nothing. Pure. `scrolls`: what the arrows up and down turn. */
export function meaning(
  event: {
    key: string;
    repeat?: boolean;
    ctrlKey?: boolean;
    metaKey?: boolean;
    altKey?: boolean;
    defaultPrevented?: boolean;
  },
  focus: { tag: string; editable?: boolean; inDialog?: boolean; scrolls?: boolean },
): Act | '' {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return '';
  if (TYPING.has(focus.tag) || focus.editable || focus.inDialog) return '';
  if (PRESSED.has(focus.tag) && OF_A_BUTTON.has(event.key)) return '';
  const turnsNothing = focus.tag === 'BODY' && !focus.scrolls;
  const found = KEYS.find(
    ({ keys, upright }) => keys.includes(event.key) || (turnsNothing && upright === event.key),
  );
  return found?.does ?? '';
}

/** Listens until the returned function is called. */
export function listen(acts: Record<Act, () => void>) {
  const pressed = (event: KeyboardEvent) => {
    const on = document.activeElement as HTMLElement | null;
    const page = document.documentElement;
    const focus = {
      tag: on?.tagName ?? 'BODY',
      editable: on?.isContentEditable,
      inDialog: !!document.querySelector('dialog[open]'),
      scrolls: page.scrollHeight > page.clientHeight + ROUNDING,
    };
    const what = meaning(event, focus);
    if (!what) return;
    event.preventDefault();
    acts[what]();
  };
  addEventListener('keydown', pressed);
  addEventListener('click', letGo);
  return () => {
    removeEventListener('keydown', pressed);
    removeEventListener('click', letGo);
  };
}

/** After a click with a pointer the button gives the focus back, so that Space means the next thing again. */
function letGo(event: MouseEvent) {
  const on = document.activeElement;
  if (event.detail > 0 && on instanceof HTMLButtonElement && !on.closest('dialog')) on.blur();
}
