// The strip lying: lanes, segments, piles of dots or shapes, names, brackets over both ends.

import { classes } from '../ui/classes';
import { say } from '../ui/say';
import type { Label, Strip } from './geometry';
import { hatching, letter } from './hatch';
import { SIZES } from './sizes';

export function Lying({
  drawing,
  size,
  spoken,
  own,
  motion,
  placed,
  levels = false,
}: {
  drawing: Strip;
  size: string;
  spoken: string;
  own: number | null;
  motion?: string | null;
  placed: number;
  levels?: boolean | undefined;
}) {
  const { segments, lanes, dotted, median } = drawing;
  const look = SIZES[size];
  const thick = Math.max(1.5, Math.min(4.5, 0.2 * drawing.r));
  const number = drawing.names[0]?.size ?? 0;
  const moving = classes(
    'strip',
    levels ? 'of-levels' : `of${segments.length}`,
    motion === 'reveal' && 'is-revealing',
    motion === 'shift' && 'is-shifting',
  );
  return (
    <svg
      class={moving}
      role="img"
      aria-label={spoken}
      viewBox={`0 0 ${trim(drawing.width)} ${trim(drawing.height)}`}
      width={trim(drawing.width)}
      height={trim(drawing.height)}
    >
      {lanes.map((lane) => (
        <rect
          class="lane"
          x={trim(lane.x)}
          y="0"
          width={trim(lane.w)}
          height={trim(lane.h)}
          rx={Math.min(8, look.line * 0.3)}
        />
      ))}
      {segments.map((box, at) => (
        <rect
          class={levels ? 'level' : `seg seg${at + 1}`}
          x={trim(box.x)}
          y={trim(box.y)}
          width={trim(box.w)}
          height={box.h}
          rx={levels ? Math.min(5, look.line / 4) : Math.min(3, look.line / 4)}
          stroke-width={levels ? trim(Math.max(1, 0.065 * look.line)) : undefined}
        />
      ))}
      {levels && segments.map((box, at) => <Hatch box={box} level={at} line={look.line} number={number} />)}
      {number > 0 &&
        segments.map((box, at) => (
          <text
            class={levels ? 'number' : `number on${at + 1}`}
            x={trim(box.x + box.w / 2)}
            y={trim(box.y + box.h / 2 + 0.35 * number)}
            font-size={trim(number)}
          >
            {levels ? letter(at) : at + 1}
          </text>
        ))}
      <line
        class="off-line"
        x1={trim(dotted.x)}
        x2={trim(dotted.x + dotted.w)}
        y1={trim(dotted.y)}
        y2={trim(dotted.y)}
        stroke-width={trim(thick)}
        stroke-dasharray={`0.1 ${trim(Math.max(4.5, 2.75 * thick))}`}
      />
      <g class="piles">
        {drawing.kind === 'shape' && (
          <path
            class="dot now"
            d={outline(
              drawing.piles.filter((pile) => pile.stage >= 0).flatMap((pile) => pile.shape),
              drawing.ground,
            )}
          />
        )}
        {drawing.piles.map((pile) => (
          <Pile pile={pile} drawing={drawing} own={own === pile.stage} />
        ))}
      </g>
      {median && (
        <path
          class="median"
          d={`M${trim(median[0])} ${trim(median[1])}l${trim(0.55 * look.line)} ${trim(0.8 * look.line)}h${trim(-1.1 * look.line)}z`}
        />
      )}
      {drawing.names.map((name, at) => (
        <Lines label={name} kind={at < segments.length ? 'stage-name' : 'stage-name soft'} leading={1.18} />
      ))}
      {drawing.topics && <Lines label={drawing.topics} kind="soft" leading={1.18} />}
      {drawing.brackets.map((bracket) => (
        <Bracket
          bracket={bracket}
          weight={Math.max(2, 0.1 * look.line)}
          share={say('common.strip.share', { n: placed })}
        />
      ))}
    </svg>
  );
}

/** Lines across a level of response, and room for its letter. */
function Hatch({
  box,
  level,
  line,
  number,
}: {
  box: Strip['segments'][number];
  level: number;
  line: number;
  number: number;
}) {
  const lines = hatching(box, level, line);
  return (
    <>
      {lines.length > 0 && (
        <path
          class="hatch"
          stroke-width={trim(Math.max(1, 0.065 * line))}
          d={lines.map(([x, y, u, v]) => `M${trim(x)} ${trim(y)}L${trim(u)} ${trim(v)}`).join('')}
        />
      )}
      {number > 0 && (
        <circle
          class="hatch-badge"
          cx={trim(box.x + box.w / 2)}
          cy={trim(box.y + box.h / 2)}
          r={trim(0.44 * box.h)}
        />
      )}
    </>
  );
}

function Pile({ pile, drawing, own }: { pile: Strip['piles'][number]; drawing: Strip; own: boolean }) {
  const off = pile.stage < 0 ? ' off' : '';
  const pairs = drawing.kind === 'pairs';
  const r = pairs ? 0.74 * drawing.r : drawing.r;
  const mark = own
    ? (pile.now[0] ?? (pile.shape.length ? [pile.x, drawing.ground - drawing.r] : null))
    : null;
  return (
    <g>
      {pile.was.map(([x, y]) => (
        <circle
          class={`was${off}`}
          cx={trim(x)}
          cy={trim(y)}
          r={trim(drawing.r)}
          stroke-width={trim(0.14 * drawing.r)}
        />
      ))}
      <g class="now">
        {off && pile.shape.length > 0 && <path class="dot off" d={outline(pile.shape, drawing.ground)} />}
        {pile.now.map(([x, y]) => (
          <circle class={`dot${off}`} cx={trim(x)} cy={trim(y)} r={trim(r)} />
        ))}
        {mark && (
          <>
            <circle class="mine" cx={trim(mark[0])} cy={trim(mark[1])} r={trim(r)} />
            <circle class="mine-eye" cx={trim(mark[0])} cy={trim(mark[1])} r={trim(0.4 * r)} />
          </>
        )}
      </g>
      {pile.count && <Lines label={pile.count} kind={off ? 'count soft' : 'count'} leading={1} />}
    </g>
  );
}

function outline(shape: [number, number][], ground: number) {
  const points = [[shape[0][0], ground], ...shape, [shape[shape.length - 1][0], ground]];
  return `M${points.map(([x, y]) => `${trim(x)} ${trim(y)}`).join('L')}z`;
}

function Lines({ label, kind, leading }: { label: Label; kind: string; leading: number }) {
  return label.lines.map((line, at) => (
    <text
      class={kind}
      x={trim(label.x)}
      y={trim(label.y + at * leading * label.size)}
      font-size={trim(label.size)}
    >
      {line}
    </text>
  ));
}

function Bracket({
  bracket,
  weight,
  share,
}: {
  bracket: Strip['brackets'][number];
  weight: number;
  share: string;
}) {
  const { x, w, y, tick } = bracket;
  const corner = Math.min(tick / 2, w / 2);
  const path = `M${trim(x)} ${trim(y)}v${trim(tick - corner)}q0 ${trim(corner)} ${trim(corner)} ${trim(corner)}H${trim(x + w - corner)}q${trim(corner)} 0 ${trim(corner)} ${trim(-corner)}v${trim(corner - tick)}`;
  return (
    <g>
      <path class="bracket" stroke-width={trim(weight)} d={path} />
      <text x={trim(bracket.share.x)} y={trim(bracket.share.y)} font-size={trim(bracket.share.size)}>
        <tspan class="n" font-size={trim(1.15 * bracket.share.size)}>
          {bracket.n}
        </tspan>
        <tspan class="soft">{` ${share}`}</tspan>
      </text>
      <Lines label={bracket.reasons} kind="" leading={1.25} />
    </g>
  );
}

const trim = (value: number) => Math.round(value * 10) / 10;
