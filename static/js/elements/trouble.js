// Why there has been no room for a while, and what to do about it.

import { html } from '../helpers/html.js';

/** @param {{connection: {trouble: {value: string}}}} props */
export function Trouble({ connection }) {
  const words = connection.trouble.value;
  return words ? html`<p class="banner banner--do offer" role="status"><span></span><span>${words}</span></p>` : null;
}
