// One card's path on the bare line: a ring where it was first, a dot with a hole where it was last, an arrow between.

import { placeOf } from './moves';
import type { Path, Scale } from './moves';

const WIDTH = 328;
const HEIGHT = 30;
const LANE = 44; // need to know more, beside the line
const GAP = 2;
const [LINE, DOTS] = [22, 12]; // y
const RING = 6;
const FROM = 10; // how far an arrow keeps from the ring, and
const TO = 15; // from the dot

const isTurned = () => document.documentElement.dir === 'rtl';
const bandOf = ({ stages }: Pick<Scale, 'stages'>, off: boolean) =>
  (WIDTH - (off ? LANE : 0)) / stages.length;

/** The numbers of the stages, above all lines. */
export function Axis({ scale, off }: { scale: Scale; off: boolean }) {
  const band = bandOf(scale, off);
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height="14" aria-hidden="true">
      {scale.stages.map((stage, at) => {
        const x = trim((at + 0.5) * band);
        return (
          <text key={stage.id} class="axis-number" x={isTurned() ? WIDTH - x : x} y="12">
            {at + 1}
          </text>
        );
      })}
    </svg>
  );
}

/** `off`: whether any card of the list lies beside the line: then every line leaves room for it. */
export function Line({
  scale,
  path,
  off,
  spoken,
}: {
  scale: Scale;
  path: Path;
  off: boolean;
  spoken: string;
}) {
  const { stages } = scale;
  const band = bandOf(scale, off);
  const x = (at: number) => trim(at < stages.length ? (at + 0.5) * band : WIDTH - LANE / 2 + GAP);
  const [first, last] = [placeOf(scale, path.first), placeOf(scale, path.last)];
  return (
    <svg
      class={`strip of${stages.length}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={spoken}
    >
      <g transform={isTurned() ? `matrix(-1 0 0 1 ${WIDTH} 0)` : undefined}>
        {stages.map((stage, at) => (
          <rect
            key={stage.id}
            class={`seg seg${at + 1}`}
            x={trim(at * band + GAP / 2)}
            y={LINE}
            width={trim(band - GAP)}
            height="7"
            rx="2"
          />
        ))}
        {off && <path class="beside-line" d={`M${WIDTH - LANE + 8} ${LINE + 3.5}H${WIDTH - 4}`} />}
        {first !== null && last !== null && first !== last && (
          <>
            <circle class="first-place" cx={x(first)} cy={DOTS} r={RING} />
            <path class="way" d={arrow(x(first), x(last))} />
          </>
        )}
        {last !== null && (
          <>
            <circle class="mine" cx={x(last)} cy={DOTS} r={RING + 0.5} />
            <circle class="mine-eye" cx={x(last)} cy={DOTS} r="2.3" />
          </>
        )}
      </g>
    </svg>
  );
}

function arrow(from: number, to: number) {
  const way = to > from ? 1 : -1;
  const end = trim(to - way * TO);
  return `M${trim(from + way * FROM)} ${DOTS}H${end}m${-4 * way} -4l${4 * way} 4l${-4 * way} 4`;
}

const trim = (value: number) => Math.round(value * 10) / 10;
