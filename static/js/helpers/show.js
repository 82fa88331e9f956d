// Puts a page in its place. Whatever happens there is a sentence with a way on: the server's own (templates/_unstarted.html)
// until a page has started, and this one's where the whole of it cannot be drawn.

import { html, render, useErrorBoundary } from './html.js';

const TEXT = { title: 'This page could not be drawn', text: 'Load it again. If that does not help, tell whoever runs the workshop.', again: 'Load the page again' };

/** The page works: the sentence for one that does not start goes. */
export function started() {
  document.getElementById('unstarted')?.remove();
}

/** Draws a page's view. @param {any} view @param {string} [where] the id of the element that it fills */
export function show(view, where = 'app') {
  render(html`<${Whole}>${view}<//>`, /** @type {HTMLElement} */ (document.getElementById(where)));
  started();
}

/** @param {{children?: any}} props */
function Whole({ children }) {
  const [fault] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return html`<main id="main" tabindex="-1" class="page"><h1>${TEXT.title}</h1><p class="quiet">${TEXT.text}</p>
    <p><button class="button" type="button" onClick=${() => location.reload()}>${TEXT.again}</button></p></main>`;
}

/** Back out of the browser's memory, a page would show what was so when it was left: it is loaded again, once it can be. */
export function freshOnReturn() {
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (navigator.onLine) location.reload();
    else addEventListener('online', () => location.reload(), { once: true });
  });
}
