// Puts a page in its place. Whatever happens there is a sentence with a way on: the server's own (templates/_unstarted.html)
// until a page has started, and this one's where the whole of it cannot be drawn.

import { html, render, useErrorBoundary } from './html.js';
import { give, say } from './say.js';

/**
 * Begins a page: its words come, and then `draw` may say something. The page names them (`<html data-words>`), and has asked
 * for them already. Should they not come, nothing is drawn, and the server's sentence comes into sight.
 * @param {() => void} draw
 */
export async function begin(draw) {
  const { lang, dataset } = document.documentElement;
  give((await import(/** @type {string} */ (dataset.words))).default, lang);
  draw();
  document.getElementById('unstarted')?.remove();
}

/** Draws a page's view. @param {() => any} view @param {string} [where] the id of the element that it fills */
export const show = (view, where = 'app') => begin(() => {
  const words = { title: say('common.page.undrawn.title'), text: '', again: say('common.page.undrawn.again') };
  render(html`<${Whole} words=${words} onAgain=${() => location.reload()}>${view()}<//>`, /** @type {HTMLElement} */ (document.getElementById(where)));
});

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
