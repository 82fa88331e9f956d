// What a key, or a clicker, means for the room. Clickers send Page Up and Down, or arrows, or Space and Enter; the middle
// button sends B or a full stop. Not while somebody types, and not what a button or a list under the focus takes for itself.

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const ROUNDING = 4; // px
const PRESSED = new Set(['BUTTON', 'SUMMARY', 'A']);
const MEANS: Record<string, 'next' | 'back' | 'blank' | 'help'> = {
  ' ': 'next',
  Enter: 'next',
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
  '?': 'help',
};
const UPRIGHT: Record<string, 'next' | 'back'> = { ArrowDown: 'next', ArrowUp: 'back' };

/**
 * What a key means here: "next", "back", "blank", "help" or "". Pure. They are listed in the sheet of keys.
 * `scrolls`: what the arrows up and down turn.
 */
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
) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return '';
  if (TYPING.has(focus.tag) || focus.editable || focus.inDialog) return '';
  if (event.key in UPRIGHT) return focus.tag === 'BODY' && !focus.scrolls ? UPRIGHT[event.key] : '';
  return PRESSED.has(focus.tag) && (event.key === ' ' || event.key === 'Enter')
    ? ''
    : (MEANS[event.key] ?? '');
}

/** Listens until the returned function is called. */
export function listen(acts: Record<string, () => void>) {
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
