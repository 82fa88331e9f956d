// A fault in one view must not take the page with it: the rest goes on, and the person is told what to do.

import { html, useErrorBoundary } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';

/** Draws its children; after a fault, a sentence and a button instead, until the key changes. @param {{children?: any}} props */
export function Guard({ children }) {
  const [fault, again] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return html`<main id="main" tabindex="-1"><h1>${TEXT.fault.title}</h1><p class="quiet lead">${TEXT.fault.text}</p>
    <div class="end"><button class="button button--wide" type="button" onClick=${again}>${TEXT.fault.again}</button></div></main>`;
}
