// The strip upright, on phones: the line on its side, a row a stage, names above dots.

import { classes } from '../ui/classes';
import { say } from '../ui/say';
import { FEWEST, MOST_DOTS } from './geometry';
import { letter } from './hatch';

const RADIUS = 6.5;
const GAP = 4 / RADIUS; // of the radius
const BESIDE = 34 + 12 + 12 + 22; // px: tab, padding of the name and of the count, bracket
const DIGIT = 10.5; // px: a generous width of one figure of a count
const ONE_ROW = 30; // dots; more stand in two rows

/** Radius, and how many rows of dots, that hold the fullest stage in a given width. `room`: px for dots. */
function uprightFit(piles: readonly number[], room: number): { r: number; rows: number } {
  const most = Math.max(1, ...piles);
  const rows = most > ONE_ROW ? 2 : 1;
  const columns = Math.ceil(most / rows);
  return { r: Math.min(RADIUS, room / (columns * (2 + GAP) - GAP + 0.3)), rows };
}

/** Centres of a stage's dots, in reading order. */
function uprightDots(count: number, { r, rows }: { r: number; rows: number }): [number, number][] {
  const pitch = r * (2 + GAP);
  const columns = Math.ceil(count / rows);
  return Array.from({ length: count }, (_, at) => [
    r + 1 + (at % columns) * pitch,
    r + 1 + Math.floor(at / columns) * pitch,
  ]);
}

export function Upright({
  scale,
  tallies,
  needToKnow,
  own,
  before,
  label,
  topics = [],
  camps,
  width,
  spoken,
  motion,
  levels = false,
}: {
  scale: { stages: { id: string; name: string }[] };
  tallies: number[] | null;
  needToKnow: number;
  own: number | null;
  before?: { tallies: number[]; need_to_know: number } | null;
  label?: string | null;
  topics?: readonly string[];
  camps?: { low: { first: number; last: number }; high: { first: number; last: number } } | null;
  width: number;
  spoken: string;
  motion?: string | null;
  levels?: boolean;
}) {
  const placed = (tallies ?? []).reduce((sum, n) => sum + n, 0);
  if (!tallies || placed < FEWEST) return <p class="quiet small">{spoken}</p>;
  const piles = [...tallies, needToKnow];
  const earlier = before ? [...before.tallies, before.need_to_know] : null;
  const said = piles.map((count, at) =>
    earlier && earlier[at] !== count ? `${earlier[at]} → ${count}` : String(count || '–'),
  );
  const room = Math.max(
    60,
    width - BESIDE - Math.max(24, DIGIT * Math.max(...said.map((words) => words.length))),
  );
  const fit = placed + needToKnow > MOST_DOTS ? null : uprightFit([...piles, ...(earlier ?? [])], room);
  const lane = say(levels ? 'common.strip.level.lane' : 'common.strip.lane');
  const names = [...scale.stages.map((stage) => stage.name), lane];
  const drawing = { fit, room, tallest: Math.max(...piles) };
  return (
    <div
      class={classes(
        'upright',
        levels ? 'levels' : `of${tallies.length}`,
        motion === 'reveal' && 'is-revealing',
      )}
      role="img"
      aria-label={spoken}
    >
      {piles.map((count, at) => (
        <Row
          at={at}
          count={count}
          earlier={earlier?.[at] ?? null}
          drawing={drawing}
          said={said[at]}
          name={names[at]}
          last={tallies.length - 1}
          own={own === at || (own === -1 && at === tallies.length)}
          topics={topics}
          levels={levels}
        />
      ))}
      {label === 'split' &&
        camps &&
        [camps.low, camps.high].map((camp) => (
          <span
            class="brace"
            style={{ gridRow: `${firstHeld(camp, tallies) + 1} / ${lastHeld(camp, tallies) + 2}` }}
          />
        ))}
    </div>
  );
}

const firstHeld = ({ first, last }: { first: number; last: number }, tallies: number[]) =>
  Math.min(
    last,
    Math.max(
      first,
      tallies.findIndex((n, at) => at >= first && n > 0),
    ),
  );

function lastHeld({ first, last }: { first: number; last: number }, tallies: number[]) {
  let at = last;
  while (at > first && !tallies[at]) at -= 1;
  return at;
}

function Row({
  at,
  count,
  earlier,
  drawing,
  said,
  name,
  last,
  own,
  topics,
  levels,
}: {
  at: number;
  count: number;
  earlier: number | null;
  drawing: { fit: { r: number; rows: number } | null; room: number; tallest: number };
  said: string;
  name: string;
  last: number;
  own: boolean;
  topics: readonly string[];
  levels: boolean;
}) {
  const off = at > last;
  return (
    <div
      class={classes(
        'row',
        off ? 'off' : `${levels ? 'level' : 's'}${at + 1}`,
        at === 0 && 'is-first',
        at === last && 'is-last',
      )}
      style={{ gridRow: String(at + 1) }}
    >
      <span class="n">{off ? '' : levels ? <b>{letter(at)}</b> : at + 1}</span>
      <span class="who">
        <span class="name">
          {name}
          {off && topics.length > 0 && <small>{topics.slice(0, 2).join(', ')}</small>}
        </span>
        <Dots count={count} earlier={earlier ?? 0} drawing={drawing} off={off} own={own} />
      </span>
      <b class={classes('c', said === '–' && 'none')}>{said}</b>
    </div>
  );
}

function Dots({
  count,
  earlier,
  drawing,
  off,
  own,
}: {
  count: number;
  earlier: number;
  drawing: { fit: { r: number; rows: number } | null; room: number; tallest: number };
  off: boolean;
  own: boolean;
}) {
  const { fit, room, tallest } = drawing;
  const kind = off ? 'dot off' : 'dot';
  if (!fit) {
    const long = Math.max(count ? 4 : 0, (room * count) / tallest);
    return (
      <svg class="strip" width={room} height="13" aria-hidden="true">
        <rect class={kind} width={long} height="13" rx="4" />
        {own && <Mine at={[6.5, 6.5]} r={5} />}
      </svg>
    );
  }
  const { r, rows } = fit;
  const now = uprightDots(count, fit);
  const was = uprightDots(earlier, fit);
  const wide = Math.max(2 * r, ...[...now, ...was].map(([x]) => x + r)) + 1;
  const high = (rows > 1 && Math.max(count, earlier) > 1 ? 2 * r + r * (2 + GAP) : 2 * r) + 2;
  const small = earlier ? 0.74 * r : r;
  return (
    <svg class="strip" width={wide} height={high} aria-hidden="true">
      {was.map(([x, y]) => (
        <circle class={classes('was', off && 'off')} cx={x} cy={y} r={r - 0.5} stroke-width="1.2" />
      ))}
      {now.map(([x, y]) => (
        <circle class={kind} cx={x} cy={y} r={small} />
      ))}
      {own && now.length > 0 && <Mine at={now[0]} r={small} />}
    </svg>
  );
}

const Mine = ({ at: [x, y], r }: { at: [number, number]; r: number }) => (
  <>
    <circle class="mine" cx={x} cy={y} r={r} />
    <circle class="mine-eye" cx={x} cy={y} r={0.4 * r} />
  </>
);

/** Both ends of a split, side by side, with their reasons. */
export function BothEnds({
  camps,
  placed,
}: {
  camps: {
    low: { first: number; last: number; n: number; reasons: readonly string[] };
    high: { first: number; last: number; n: number; reasons: readonly string[] };
  };
  placed: number;
}) {
  return (
    <div class="both-ends">
      {[camps.low, camps.high].map((camp) => (
        <section>
          <h2>
            {camp.n} {say('common.strip.share', { n: placed })}{' '}
            <span>
              {say('common.strip.at_places', {
                places:
                  camp.first === camp.last ? String(camp.first + 1) : `${camp.first + 1}–${camp.last + 1}`,
              })}
            </span>
          </h2>
          <p>
            {camp.reasons.slice(0, 3).map((reason, at) => (
              <>
                {at > 0 && <br />}
                {reason}
              </>
            ))}
          </p>
        </section>
      ))}
    </div>
  );
}
