// Puts a page in its place. Whatever happens there is a sentence with a way on: the server's own (templates/_unstarted.html)
// until a page has started, and this one's where the whole of it cannot be drawn.

import { html, render, useErrorBoundary } from './html.js';

const TEXT = { title: 'This page could not be drawn', text: '', again: 'Load the page again' };

/** The page works: the sentence for one that does not start goes. */
export function started() {
  document.getElementById('unstarted')?.remove();
}

/** Draws a page's view. @param {any} view @param {string} [where] the id of the element that it fills */
export function show(view, where = 'app') {
  render(html`<${Whole} words=${TEXT} onAgain=${() => location.reload()}>${view}<//>`, /** @type {HTMLElement} */ (document.getElementById(where)));
  started();
}

/**
 * Draws its children; after a fault, a sentence and a button instead.
 * @param {{words: {title: string, text: string, again: string}, onAgain?: () => void, children?: any}} props
 */
export function Whole({ words, onAgain, children }) {
  const [fault, again] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return html`<main id="main" tabindex="-1" class="page"><h1>${words.title}</h1><p class="quiet lead">${words.text}</p>
    <div class="end"><button class="button button--wide" type="button" onClick=${onAgain ?? again}>${words.again}</button></div></main>`;
}
