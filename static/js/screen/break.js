// A break: when we go on, said once; nothing that ticks.

import { Middle } from '../elements/screen.js';
import { until, useNow } from '../elements/screen-time.js';
import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';

/** @param {{parts: any}} props */
export function Screen({ parts }) {
  const { agenda, timer } = parts;
  const step = agenda.steps[agenda.position];
  useNow(Boolean(timer)); // the zone may change while the room is away
  const when = timer ? say('screen.time.until', { clock: until(timer) }) : say('screen.time.about', { n: step.minutes });
  return html`<main id="main" class="screen"><${Middle} title=${step.title || say('screen.break.title')} say=${say('screen.break.say')}><p class="break-until">${when}</p><//></main>`;
}
