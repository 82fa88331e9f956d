// A break on a phone; and everybody is asked for questions.

import { Line } from '../elements/icons.js';
import { Top } from '../elements/phone.js';
import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Ask } from './questions.js';

/** @param {{room: any}} props */
export function Delegate({ room }) {
  return html`<${Top} title="" /><main id="main" tabindex="-1"><${Line} /><h1>${say('phone.break.title')}</h1><p class="quiet lead">${say('phone.break.text')}</p>
    <h2>${say('phone.questions.everybody')}</h2><${Ask} room=${room} where="question-break" /></main>`;
}
