// A break on a phone.

import { Line } from '../elements/icons.js';
import { Top } from '../elements/phone.js';
import { html } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';

export function Delegate() {
  return html`<${Top} title="" /><main id="main" tabindex="-1"><${Line} /><h1>${TEXT.break.title}</h1><p class="quiet lead">${TEXT.break.text}</p></main>`;
}
