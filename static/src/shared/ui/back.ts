// Back closes what lies over the page before it leaves the page: one entry of history stands for all that is open.

import { useLayoutEffect, useRef } from 'preact/hooks';

const OVER = 'over';
/** How to close what is open, the topmost last. */
const open: (() => void)[] = [];
let entry = false; // our entry of history is there
let leaving = false; // it has been asked to go, and has not yet
let listening = false;

function popped() {
  if (leaving) leaving = false;
  else {
    entry = false;
    open.pop()?.();
  }
  if (open.length) push();
}

function push() {
  if (entry || leaving || !globalThis.history?.pushState) return;
  if (!listening) addEventListener('popstate', popped);
  listening = true;
  if (history.state?.cw !== OVER) history.pushState({ cw: OVER }, ''); // after a reload it may be there still
  entry = true;
}

/** Closed by itself: its entry goes too, unless something else opens at once. */
function settle() {
  if (open.length || !entry || leaving) return;
  entry = false;
  leaving = true;
  history.back();
}

/** While `isOpen`, Back closes it and the page stays: from the moment in which it is seen, and no later. */
export function useBack(isOpen: boolean, close: () => void) {
  const now = useRef(close);
  now.current = close;
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const mine = () => now.current();
    open.push(mine);
    push();
    return () => {
      const at = open.indexOf(mine);
      if (at >= 0) open.splice(at, 1);
      setTimeout(settle, 0);
    };
  }, [isOpen]);
}
