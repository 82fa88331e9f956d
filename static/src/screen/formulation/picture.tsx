// Few notes: boxes, and lines between them. Solid = because, dotted = eases, dashed = another explanation.

import type { FormulationPart } from '../../contract';
import { classes } from '../../shared/ui/classes';
import { say } from '../../shared/ui/say';
import { Head } from '../parts';
import { HEIGHT, u } from '../units';
import { Joined } from './joined';

export const LOOKS = { because: '', eases: 'ease', alternative: 'rival' } as Record<string, string>;

export function Picture({
  part,
  drawn,
  width,
}: {
  part: FormulationPart;
  drawn: NonNullable<ReturnType<typeof import('./picture-layout').picture>>;
  width: number;
}) {
  const right = [
    say('screen.formulation.notes', { n: part.notes.length }),
    part.links.length && say('screen.formulation.links', { n: part.links.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Head left={<h1>{say('screen.formulation.so_far')}</h1>} right={right} />
      <svg class="map" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={right}>
        {drawn.links.map((link) => (
          <g key={link.id} class={classes('link-line', LOOKS[link.kind])}>
            <path d={link.line} />
            <path class="head-line" d={link.head} />
          </g>
        ))}
      </svg>
      {drawn.headings.map((h) => (
        <h2 class="map-section" style={{ left: u(h.x), top: u(h.y), width: u(h.w) }}>
          {h.title}
        </h2>
      ))}
      {drawn.boxes.map((box) => (
        <p
          key={box.id}
          class={classes('map-note', box.role && `is-${box.role}`)}
          style={{ left: u(box.x), top: u(box.y), width: u(box.w), height: u(box.h) }}
        >
          <span class="cut typed" style={{ '--lines': box.lines }}>
            {box.note.text}
          </span>
        </p>
      ))}
      <Joined part={part} />
    </>
  );
}
