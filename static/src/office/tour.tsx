// A first look: one bubble at a time, beside what it names. Escape leaves it for good; Help brings it back (`#tour`).

import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { kept } from '../shared/live/storage';
import type { Store } from '../shared/live/storage';
import { say } from '../shared/ui/say';

/** What is named, in order: the element's id, and the words below `office.tour`. */
export const STOPS = [
  ['rehearse-card', 'rehearse'],
  ['set-up', 'set_up'],
  ['cases-card', 'cases'],
  ['help', 'help'],
] as const;
const ASKED = '#tour';
const GAP = 16;
const MARGIN = 12;

type Box = { left: number; top: number; right: number; bottom: number };

/**
 * Where a bubble stands beside what it names: beneath it, else above it, within the page's width. `tip`: how far along
 * its edge it points. All in pixels of the page.
 */
export function beside(named: Box, bubble: { width: number; height: number }, page: Box) {
  const room = page.right - page.left - bubble.width - MARGIN;
  const left = Math.max(MARGIN, Math.min(named.right - bubble.width, page.left + room));
  const below = named.bottom + GAP + bubble.height <= page.bottom;
  const top = below ? named.bottom + GAP : Math.max(MARGIN, named.top - GAP - bubble.height);
  const middle = (named.left + named.right) / 2 - left;
  const tip = Math.max(24, Math.min(bubble.width - 24, middle));
  return { left, top, tip, above: !below };
}

function Bubble({ memory, onGone }: { memory: Store<string>; onGone: () => void }) {
  const at = useSignal(0);
  const [id, words] = STOPS[at.value];
  const bubble = useRef<HTMLDivElement | null>(null);
  const leave = () => {
    memory.write('left');
    if (location.hash === ASKED) history.replaceState(history.state, '', location.pathname);
    onGone();
  };
  const last = at.value === STOPS.length - 1;
  useEffect(() => {
    const key = (event: KeyboardEvent) => event.key === 'Escape' && leave();
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  useLayoutEffect(() => {
    const named = document.getElementById(id) as HTMLElement;
    named.classList.add('is-named');
    named.scrollIntoView({ block: 'nearest' });
    const stand = () => {
      const box = bubble.current as HTMLDivElement;
      const from = named.getBoundingClientRect();
      const page = document.documentElement.getBoundingClientRect();
      const place = beside(
        {
          left: from.left - page.left,
          right: from.right - page.left,
          top: from.top - page.top,
          bottom: from.bottom - page.top,
        },
        { width: box.offsetWidth, height: box.offsetHeight },
        { left: 0, top: 0, right: page.width, bottom: page.height },
      );
      box.style.left = `${place.left}px`;
      box.style.top = `${place.top}px`;
      box.style.setProperty('--tip', `${place.tip}px`);
      box.classList.toggle('bubble--above', place.above);
    };
    stand();
    const moved = new ResizeObserver(stand); // of the window, of text that is made larger, of what the page has just got
    for (const each of [document.documentElement, named]) moved.observe(each);
    bubble.current?.scrollIntoView({ block: 'nearest' });
    bubble.current?.querySelector<HTMLButtonElement>('.bubble-next')?.focus({ preventScroll: true });
    return () => {
      moved.disconnect();
      named.classList.remove('is-named');
    };
  }, [id]);
  return (
    <div
      class="bubble"
      ref={bubble}
      role="dialog"
      aria-label={say('office.tour.name', { at: at.value + 1, of: STOPS.length })}
      aria-describedby="bubble-text"
    >
      <b>{say(`office.tour.${words}.title`)}</b>
      <p id="bubble-text">{say(`office.tour.${words}.text`)}</p>
      <div class="bubble-ways">
        <span class="bubble-dots" aria-hidden="true">
          {STOPS.map((_, n) => (
            <i class={n === at.value ? 'is-here' : undefined} />
          ))}
        </span>
        <button type="button" onClick={leave}>
          {say('office.tour.leave')}
        </button>
        <button
          class="bubble-next"
          type="button"
          onClick={() => {
            if (last) leave();
            else at.value += 1;
          }}
        >
          {say(last ? 'office.tour.done' : 'office.tour.next')}
        </button>
      </div>
    </div>
  );
}

/** Begins, unless this browser has left it before; asked for by `#tour`, it begins all the same. */
export function tour(where: HTMLElement, memory: Store<string> = kept('cw-tour')) {
  const begins = () => {
    if (memory.read() === 'left' && location.hash !== ASKED) return;
    if (STOPS.every(([id]) => document.getElementById(id)))
      render(<Bubble memory={memory} onGone={() => render(null, where)} />, where);
  };
  begins();
  addEventListener('hashchange', begins);
}
