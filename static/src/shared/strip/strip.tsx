// The strip as the browser draws it: lying on the projector, on pages and in lists; upright on phones.
// Where everything goes is in geometry.ts; lying.tsx and upright.tsx draw it.

import { useEffect, useRef, useState } from 'preact/hooks';
import { classes } from '../ui/classes';
import { say } from '../ui/say';
import { layout } from './geometry';
import { Lying } from './lying';
import { SIZES } from './sizes';
import { Upright } from './upright';
import { inWords } from './words';

type Choice = { id: string; name: string };
export type Camp = { first: number; last: number; n: number; reasons: readonly string[] };
export interface StripProps {
  scale: { stages: Choice[] };
  tallies: number[] | null; // placements by stage, in order; null when they are withheld
  needToKnow: number;
  before?: { tallies: number[]; need_to_know: number } | null; // the earlier round, for before and after
  own?: string | null; // id of this phone's stage; "" for need to know more; null when not placed
  label?: string | null; // one of the five kinds
  median?: string | null; // id of the median stage
  camps?: { low: Camp; high: Camp } | null; // reasons as words, commonest first
  topics?: readonly string[]; // what people would need to know, as words, commonest first
  size?: 'screen' | 'page' | 'report' | 'rows' | 'list' | 'phone';
  width?: number; // units; measured from the page when absent
  height?: number; // room for dots, in units
  fills?: boolean; // takes the height that a flex column leaves it, and makes the dots fit
  among?: readonly (readonly number[])[]; // piles (stages, then the lane) of every strip in the same list
  motion?: 'reveal' | 'shift' | null;
  rtl?: boolean;
  levels?: boolean; // of response, not stages: outlined, hatched and lettered
}

const WIDEST_UPRIGHT = 480; // px: a page narrower than this stands the line up
const LIKELY = { screen: 1728, page: 760, report: 682, rows: 735, list: 240, phone: 328 };

/** The strip. Below five placements it draws nothing and says so. */
export function Strip(props: StripProps) {
  const box = useRef<HTMLDivElement | null>(null);
  const size = props.size ?? 'page';
  const { width, room } = useRoom(box, props.width, size);
  const spoken = speech(props);
  const upright = size === 'phone' || (size === 'page' && width <= WIDEST_UPRIGHT);
  const drawing = upright ? null : drawn(props, size, width, props.fills ? room : 0);
  const shown = upright ? (
    <Upright {...props} width={width} spoken={spoken} own={ownPosition(props)} />
  ) : drawing ? (
    <Lying
      drawing={drawing}
      size={size}
      spoken={spoken}
      own={ownPosition(props)}
      motion={props.motion}
      placed={total(props.tallies ?? [])}
      levels={props.levels}
    />
  ) : (
    <span class="sr">{spoken}</span>
  );
  return (
    <div class={classes('strip-box', props.fills && 'fills')} ref={box}>
      {shown}
    </div>
  );
}

function speech({ scale, tallies, needToKnow, label, before, camps, levels, ...rest }: StripProps) {
  const names = scale.stages.map((stage) => stage.name);
  const own = ownPosition({ scale, tallies, needToKnow, ...rest });
  const ends = label === 'split' && camps ? [camps.low, camps.high] : [];
  return inWords(names, tallies, needToKnow, {
    label,
    before,
    own,
    levels,
    camps: ends.map((camp) => [camp.n, camp.reasons]),
  });
}

/** Position of this phone's stage, -1 for the lane, null when it has none. */
function ownPosition({ scale, own = null }: StripProps) {
  if (own === null) return null;
  if (own === '') return -1;
  const found = scale.stages.findIndex((stage) => stage.id === own);
  return found < 0 ? null : found;
}

/** `room`: height to fill, 0 for any */
function drawn(
  {
    scale,
    tallies,
    needToKnow,
    before,
    label,
    median,
    camps,
    topics,
    height,
    among,
    rtl,
    levels,
  }: StripProps,
  size: string,
  width: number,
  room: number,
) {
  if (!tallies) return null;
  const middle = scale.stages.findIndex((stage) => stage.id === median);
  const ends: [Camp, Camp] | null = camps ? [camps.low, camps.high] : null;
  const options = {
    width,
    size,
    before,
    label,
    among,
    topics,
    names: scale.stages.map((stage) => stage.name),
    lane_name: say(levels ? 'common.strip.level.lane' : 'common.strip.lane'),
    median: middle < 0 ? null : middle,
    camps: ends,
    rtl: rtl ?? document.documentElement.dir === 'rtl',
  };
  const first = layout(tallies, needToKnow, { ...options, height });
  if (!first || !room) return first;
  const dots = Math.max(
    60,
    Math.min(280, room - (first.height - first.ground + (first.lanes.length ? 1.35 * SIZES[size].count : 2))),
  );
  return layout(tallies, needToKnow, { ...options, height: dots });
}

const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

/**
 * Width and height in the drawing's units: as told, else measured. On the projector one unit is a 1080th of
 * the height.
 */
function useRoom(box: { current: HTMLElement | null }, told: number | undefined, size: keyof typeof LIKELY) {
  const [found, setFound] = useState({ width: told ?? LIKELY[size], room: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const units = size === 'screen' || size === 'rows' ? window.innerHeight / 1080 : 1;
      const width = told ?? Math.round(element.clientWidth / units);
      if (width)
        setFound((was) =>
          was.width === width && was.room === Math.round(element.clientHeight / units)
            ? was
            : { width, room: Math.round(element.clientHeight / units) },
        );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [told, size]);
  return found;
}
