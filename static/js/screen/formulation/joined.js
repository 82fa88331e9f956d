// The sentence beneath the picture, its joining words in bold; without one, what is usually missing.

import { classes, html } from '../../helpers/html.js';
import { say, sayEach } from '../../helpers/say.js';
import { reading } from './reading.js';

/** @param {{part: any, low?: boolean}} props */
export function Joined({ part, low = false }) {
  const pieces = reading(part, sayEach('screen.formulation.joins'), sayEach('screen.formulation.parts'));
  if (!pieces.length && !part.nudges.length) return null;
  const words = pieces.length ? pieces.map(({ lead, text }) => html`${lead && html`<b>${lead}</b>`}${text} `) : say(`names.nudge.formulation.${part.nudges[0]}`);
  return html`<p class=${classes('joined', low && 'joined--low')}><span class="cut">${words}</span></p>`;
}
