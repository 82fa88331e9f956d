// A break: when we go on, said once; nothing that ticks.

import type { Parts } from '../contract';
import { useNow } from '../shared/live/now';
import { say } from '../shared/ui/say';
import { Middle } from './parts';
import { until } from './time';

export function Screen({ parts }: { parts: Parts['screen'] }) {
  const { agenda, timer } = parts;
  const step = agenda.steps[agenda.position];
  useNow(Boolean(timer)); // the zone may change while the room is away
  const when = timer
    ? say('screen.time.until', { clock: until(timer) })
    : say('screen.time.about', { n: step.minutes });
  return (
    <main id="main" class="screen">
      <Middle title={step.title || say('screen.break.title')} say={say('screen.break.say')}>
        <p class="break-until">{when}</p>
      </Middle>
    </main>
  );
}
