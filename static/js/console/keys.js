// Space (or a clicker's "next page") is the next thing; B (or a clicker's full stop) blanks. Never while typing.

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const PRESSED_BY_SPACE = new Set(['BUTTON', 'SUMMARY', 'A']);

/**
 * What a key means here: "next", "blank", "help" or "". Pure. They are listed in text.js, `keys`.
 * @param {{key: string, repeat?: boolean, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, defaultPrevented?: boolean}} event
 * @param {{tag: string, editable?: boolean, inDialog?: boolean}} focus
 */
export function meaning(event, focus) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return '';
  if (TYPING.has(focus.tag) || focus.editable || focus.inDialog) return '';
  if (event.key === 'PageDown' || (event.key === ' ' && !PRESSED_BY_SPACE.has(focus.tag))) return 'next';
  if (event.key === '?') return 'help';
  return event.key === 'b' || event.key === 'B' || event.key === '.' ? 'blank' : '';
}

/** Listens until the returned function is called. @param {Record<string, () => void>} acts */
export function listen(acts) {
  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    const on = /** @type {HTMLElement | null} */ (document.activeElement);
    const what = meaning(event, { tag: on?.tagName ?? '', editable: on?.isContentEditable, inDialog: !!document.querySelector('dialog[open]') });
    if (!what) return;
    event.preventDefault();
    acts[what]();
  };
  addEventListener('keydown', pressed);
  addEventListener('click', letGo);
  return () => { removeEventListener('keydown', pressed); removeEventListener('click', letGo); };
}

/** After a click with a pointer the button gives the focus back, so that Space means the next thing again. @param {MouseEvent} event */
function letGo(event) {
  const on = document.activeElement;
  if (event.detail > 0 && on instanceof HTMLButtonElement && !on.closest('dialog')) on.blur();
}
