// Time on the console: it counts up, for this step and for the room's timer. Nothing turns red.

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { StepShown } from '../contract';
import { clock as workshop } from '../shared/live/clock';
import type { Desk } from '../shared/live/room';
import { kept } from '../shared/live/storage';
import { say } from '../shared/ui/say';

const OFFERED = [3, 5, 10]; // minutes

/** Seconds as a clock shows them: 2:40. */
export function clock(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** How much of it has gone, 0 to 1. */
export const share = (seconds: number, of: number) => (of > 0 ? Math.min(1, Math.max(0, seconds / of)) : 0);

/** Where this console keeps when a step began. */
const storeOf = (session: string) => kept(`cw step ${session}`);

/** A session that has ended leaves nothing in this browser. */
export const forgetTime = (session: string) => storeOf(session).clear();

/** When this console saw the step begin, for where the workshop does not know; survives a reload. */
function begun(session: string, step: string) {
  const store = storeOf(session);
  const held = store.read();
  if (held?.step === step && held.from) return held.from;
  const from = workshop.now();
  store.write({ step, from });
  return from;
}

export function Time({ room, step }: { room: Desk; step: StepShown }) {
  const now = useSignal(workshop.now());
  const seen = useMemo(() => begun(room.session, step.id), [step.id]);
  const { began } = room.part('notes_private');
  const from = began ?? seen;
  useEffect(() => {
    const ticking = setInterval(() => {
      now.value = workshop.now();
    }, 1000);
    return () => clearInterval(ticking);
  }, []);
  const timer = room.part('timer');
  const inStep = now.value - from;
  const shown = timer ? now.value - timer.started : inStep;
  const of = timer ? timer.seconds : step.minutes * 60;
  return (
    <section class="time" aria-label={timer ? say('console.time.room') : say('console.time.step')}>
      <h2 class="eyebrow">{timer ? say('console.time.room') : say('console.time.step')}</h2>
      <p class="clock" role="timer">
        {clock(shown)}
      </p>
      <div class="tb">
        <i style={{ width: `${100 * share(shown, of)}%` }} />
      </div>
      <p class="small quiet">
        {say('console.time.or_so', { n: Math.round(of / 6) / 10 })}
        {timer ? `. ${say('console.time.of_step', { time: clock(inStep) })}` : ''}
      </p>
      {timer ? (
        <button class="linkish" type="button" onClick={() => room.post('session.timer', { seconds: null })}>
          {say('console.time.stop')}
        </button>
      ) : (
        <div class="timer-row" role="group" aria-label={say('console.time.start')}>
          <span class="small quiet">{say('console.time.start')}</span>
          {OFFERED.map((m) => (
            <button
              class="linkish"
              type="button"
              onClick={() => room.post('session.timer', { seconds: m * 60 })}
            >
              {m} {say('console.time.min')}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
