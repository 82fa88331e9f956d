// What the room said, as the facilitator noted it, large; under it lies what was there.

import { useMemo } from 'preact/hooks';
import type { Parts, PinnedPart } from '../contract';
import { say } from '../shared/ui/say';
import { Foot, Head } from './parts';
import { linesOf, measure, u, useWidth } from './units';

const ROOM = 700; // units: what the words may take
const SIZES = [72, 60, 50, 42]; // units, the largest first
const LINE = 1.3;

export function Pinned({ parts, pinned }: { parts: Parts['screen']; pinned: PinnedPart }) {
  const wide = useMemo(() => measure(500), []);
  const width = useWidth() - 192;
  const fits = (size: number) => linesOf(pinned.text, size, width, wide) * size * LINE <= ROOM;
  const size = SIZES.find(fits) ?? SIZES[SIZES.length - 1];
  return (
    <main id="main" class="screen pinned">
      <Head left={say('screen.pinned.title')} />
      <h1>{pinned.title}</h1>
      <p class="typed" style={{ fontSize: u(size) }}>
        {pinned.text}
      </p>
      <Foot parts={parts} />
    </main>
  );
}
