// Time on the projector counts up, in minutes, and never presses: words in the foot and a thin line at the edge.

import { html, useEffect, useSignal } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { clock } from '../live/clock.js';

/** @typedef {{started: number, seconds: number}} Timer times in seconds */

/**
 * "3 minutes", then "1 of 3 minutes", then "3 minutes have passed". `now` is the workshop’s, whatever clock this device has.
 * @param {Timer} timer @param {number} now
 */
export function timeWords({ started, seconds }, now) {
  const passed = Math.max(0, now - started);
  const minutes = Math.round(seconds / 60);
  const all = seconds < 60 ? say('screen.time.seconds', { n: seconds }) : say('screen.time.minutes', { n: minutes });
  if (passed >= seconds) return seconds < 60 && minutes !== 1 ? say('screen.time.over_seconds', { n: seconds }) : say('screen.time.over_minutes', { n: minutes });
  const whole = Math.floor(passed / 60);
  return whole < 1 || whole >= minutes ? all : say('screen.time.of', { at: whole, n: minutes });
}

/** The share of the time that has passed, 0 to 1. @param {Timer} timer @param {number} now */
export const share = ({ started, seconds }, now) => Math.max(0, Math.min(1, (now - started) / seconds));

/** The clock when the time is over, in the room's own way of writing it, and in the zone where this device is now. @param {Timer} timer @param {string} [lang] */
export function until({ started, seconds }, lang = document.documentElement.lang) {
  return new Date(1000 * (started + seconds)).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
}

/** The workshop's seconds since the epoch, looked at again while there is something to time. @param {boolean} on */
export function useNow(on) {
  const now = useSignal(clock.now());
  useEffect(() => {
    if (!on) return undefined;
    const look = () => { now.value = clock.now(); };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [on]);
  return now.value;
}

/** @param {{timer: Timer | null | undefined}} props */
export function TimeWords({ timer }) {
  const now = useNow(Boolean(timer));
  return timer ? html`<span class="time-words">${timeWords(timer, now)}</span>` : null;
}

/** A thin line along the foot of the screen. @param {{timer: Timer | null | undefined}} props */
export function TimeLine({ timer }) {
  const now = useNow(Boolean(timer));
  return timer ? html`<div class="time-line" aria-hidden="true"><i style=${{ width: `${100 * share(timer, now)}%` }}></i></div>` : null;
}
