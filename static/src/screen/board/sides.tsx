// Under a strip without two ends: what those below its median stage named, those on it, and those above it.

import type { CardShown, ReasonsShown, ScaleShown } from '../../contract';
import { named, say } from '../../shared/ui/say';

const LINE = 83.5; // per cent of the strip's width that its stages take; the rest is the lane of those who need to know more

/** Whether there is anything of that kind to show. */
export const hasSides = ({ reasons }: CardShown) =>
  [reasons.below, reasons.between, reasons.above, reasons.all].some((side) => side.length > 0);

export function Sides({ found, scale }: { found: CardShown; scale: ScaleShown }) {
  const { reasons, tallies } = found;
  const middle = scale.stages.findIndex((stage) => stage.id === found.median);
  if (!tallies || middle < 0 || !hasSides(found)) return null;
  if (reasons.all.length)
    return (
      <p class="focus-said">
        {say('common.sides.all')} <b>{words(reasons.all)}</b>
      </p>
    );
  const width = LINE / scale.stages.length;
  const count = (from: number, to: number) => tallies.slice(from, to).reduce((sum, n) => sum + n, 0);
  const [typical, harmful] = scale.ends;
  return (
    <div class="sides">
      <Side
        named={reasons.below}
        n={count(0, middle)}
        where={say('common.sides.low', { end: typical })}
        from={0}
        wide={middle * width}
      />
      <Side
        named={reasons.between}
        n={tallies[middle]}
        where={say('common.sides.between')}
        from={middle * width}
        wide={width}
        between={true}
      />
      <Side
        named={reasons.above}
        n={count(middle + 1, tallies.length)}
        where={say('common.sides.high', { end: harmful })}
        from={(middle + 1) * width}
        wide={LINE - (middle + 1) * width}
      />
    </div>
  );
}

function Side({
  named: said,
  n,
  where,
  from,
  wide,
  between = false,
}: {
  named: ReasonsShown['below'];
  n: number;
  where: string;
  from: number;
  wide: number;
  between?: boolean;
}) {
  if (!n) return null;
  return (
    <div
      class={between ? 'side is-between' : 'side'}
      style={{ insetInlineStart: `${from}%`, inlineSize: `${wide}%` }}
    >
      <p>
        <b>{n}</b> {where}
      </p>
      {said.length > 0 && <p class="named">{words(said)}</p>}
    </div>
  );
}

const words = (reasons: readonly string[]) => named('reason', reasons).join(' · ');
