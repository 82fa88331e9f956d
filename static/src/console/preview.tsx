// What the room sees: the real screen, made small. It is a picture here; nothing in it can be touched.

import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';

const WIDTH = 1920;

export function Preview({ room }: { room: Pick<Desk, 'part' | 'session'> }) {
  const frame = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const fit = () => element.style.setProperty('--scale', String(element.clientWidth / WIDTH));
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    return () => observer.disconnect();
  }, []);
  const hidden = room.part('session').curtain !== 'none';
  return (
    <section class="see">
      <h2 class="eyebrow">
        <Icon name="screen" />
        {hidden ? say('console.blanked') : say('console.sees')}
      </h2>
      <div class="frame" ref={frame} inert>
        <iframe src={`/screen/${room.session}`} title={say('console.sees')} tabindex={-1} />
      </div>
    </section>
  );
}
