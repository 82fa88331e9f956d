// Time on the projector counts up, in minutes, and never presses: words in the foot and a thin line at the edge.

import { onTheWall, useNow } from '../shared/live/now';
import { say } from '../shared/ui/say';

/** times in seconds */
type Timer = { started: number; seconds: number };

/**
 * "3 minutes", then "1 of 3 minutes", then "3 minutes have passed". `now` is the workshop’s, whatever clock
 * this device has.
 */
export function timeWords({ started, seconds }: Timer, now: number) {
  const passed = Math.max(0, now - started);
  const minutes = Math.round(seconds / 60);
  const all =
    seconds < 60 ? say('screen.time.seconds', { n: seconds }) : say('screen.time.minutes', { n: minutes });
  if (passed >= seconds)
    return seconds < 60 && minutes !== 1
      ? say('screen.time.over_seconds', { n: seconds })
      : say('screen.time.over_minutes', { n: minutes });
  const whole = Math.floor(passed / 60);
  return whole < 1 || whole >= minutes ? all : say('screen.time.of', { at: whole, n: minutes });
}

/** The share of the time that has passed, 0 to 1. */
export const share = ({ started, seconds }: Timer, now: number) =>
  Math.max(0, Math.min(1, (now - started) / seconds));

/**
 * The clock when the time is over, in the room's own way of writing it, and in the zone where this device is
 * now.
 */
export const until = ({ started, seconds }: Timer, lang: string = document.documentElement.lang) =>
  onTheWall(started + seconds, lang);

export function TimeWords({ timer }: { timer: Timer | null | undefined }) {
  const now = useNow(Boolean(timer));
  return timer ? <span class="time-words">{timeWords(timer, now)}</span> : null;
}

/** A thin line along the foot of the screen. */
export function TimeLine({ timer }: { timer: Timer | null | undefined }) {
  const now = useNow(Boolean(timer));
  return timer ? (
    <div class="time-line" aria-hidden="true">
      <i style={{ width: `${100 * share(timer, now)}%` }} />
    </div>
  ) : null;
}
