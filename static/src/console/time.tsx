// Time on the console: it counts up, for this step and for the room's timer; and when the room ends. Nothing turns red.
// Both ends come from the workshop, when the step began and what time it is, so that every desk shows the same.

import type { StepShown } from '../contract';
import { onTheWall, useNow } from '../shared/live/now';
import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { goingOf } from './behind';
import { ends, minutes } from './schedule';

const OFFERED = [3, 5, 10]; // minutes
const MINUTE = 60;

/** Seconds as a clock shows them: 2:40. */
export function clock(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** How much of it has gone, 0 to 1. */
export const share = (seconds: number, of: number) => (of > 0 ? Math.min(1, Math.max(0, seconds / of)) : 0);

export function Time({ room, step }: { room: Desk; step: StepShown }) {
  const now = useNow();
  const going = goingOf(room);
  const timer = room.part('timer');
  const { began } = going.clock;
  const inStep = began === null ? null : now - began;
  const shown = timer ? now - timer.started : inStep;
  const of = timer ? timer.seconds : minutes(going, step) * MINUTE;
  return (
    <section class="time" aria-label={timer ? say('console.time.room') : say('console.time.step')}>
      <h2 class="eyebrow">{timer ? say('console.time.room') : say('console.time.step')}</h2>
      {shown !== null && (
        <>
          <p class="clock" role="timer">
            {clock(shown)}
          </p>
          <div class="tb">
            <i style={{ width: `${100 * share(shown, of)}%` }} />
          </div>
        </>
      )}
      <p class="small quiet">
        {say('console.time.or_so', { n: Math.round(of / 6) / 10 })}
        {timer && inStep !== null ? `. ${say('console.time.of_step', { time: clock(inStep) })}` : ''}
      </p>
      <End room={room} now={now} />
      <Timer room={room} />
    </section>
  );
}

/** When the room ends as it goes; before the clock was started, when it would. */
function End({ room, now }: { room: Desk; now: number }) {
  const going = goingOf(room);
  const { due, undo } = going.clock;
  const at = onTheWall(ends(going, now));
  const starts = due === null || going.agenda.position === 0;
  return (
    <>
      <p class="small">
        {due === null
          ? say('console.clock.would_end', { clock: at })
          : say('console.clock.ends', { clock: at })}
      </p>
      {starts && (
        <button class="linkish" type="button" onClick={() => room.post('session.start', {})}>
          {due === null ? say('console.clock.start') : say('console.clock.start_again')}
        </button>
      )}
      {undo && (
        <p class="small">
          {say('console.clock.is_fitted')}{' '}
          <button class="linkish" type="button" onClick={() => room.post('session.unfit', {})}>
            {say('console.clock.undo')}
          </button>
        </p>
      )}
    </>
  );
}

/** The room's own timer: every phone and screen counts with it. */
function Timer({ room }: { room: Desk }) {
  if (room.part('timer'))
    return (
      <button class="linkish" type="button" onClick={() => room.post('session.timer', { seconds: null })}>
        {say('console.time.stop')}
      </button>
    );
  return (
    <div class="timer-row" role="group" aria-label={say('console.time.start')}>
      <span class="small quiet">{say('console.time.start')}</span>
      {OFFERED.map((m) => (
        <button
          class="linkish"
          type="button"
          onClick={() => room.post('session.timer', { seconds: m * MINUTE })}
        >
          {m} {say('console.time.min')}
        </button>
      ))}
    </div>
  );
}
