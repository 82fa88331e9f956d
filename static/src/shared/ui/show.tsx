// Puts a page in its place. Whatever happens there is a sentence with a way on: the server's own (templates/_unstarted.html)
// until a page has started, and this one's where the whole of it cannot be drawn.

import { render } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { fetched } from './fetched';
import { give, say } from './say';

/**
 * Begins a page: its words come, and then `draw` may say something. The page names them (`<html
 * data-words>`), and has asked for them already. Until they come nothing is drawn, and after a few seconds
 * the server's sentence comes into sight.
 */
export async function begin(draw: () => void) {
  const { lang, dataset } = document.documentElement;
  give((await fetched<{ default: object }>(dataset.words as string)).default, lang);
  draw();
  document.getElementById('unstarted')?.remove();
}

/** Draws a page's view; done when it can be read. `where`: the id of the element that it fills. */
export const show = (view: () => VNode, where: string = 'app') =>
  begin(() => {
    const words = {
      title: say('common.page.undrawn.title'),
      text: '',
      again: say('common.page.undrawn.again'),
    };
    render(
      <Whole words={words} onAgain={() => location.reload()}>
        {view()}
      </Whole>,
      document.getElementById(where) as HTMLElement,
    );
  });

/** Draws its children; after a fault, a sentence and a button instead. */
export function Whole({
  words,
  onAgain,
  children,
}: {
  words: { title: string; text: string; again: string };
  onAgain?: () => void;
  children?: ComponentChildren;
}) {
  const [fault, again] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return (
    <main id="main" tabindex={-1} class="page">
      <h1>{words.title}</h1>
      <p class="quiet lead">{words.text}</p>
      <div class="end">
        <button class="button button--wide" type="button" onClick={onAgain ?? again}>
          {words.again}
        </button>
      </div>
    </main>
  );
}
