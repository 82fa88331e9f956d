// The board on the projector: wait, place, see it.

import { Foot, Middle } from '../elements/screen.js';
import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { All } from './board/all.js';
import { Focus } from './board/focus.js';
import { Placing, Ready } from './board/placing.js';

/** @param {{parts: any, links: any}} props */
export function Screen({ parts, links }) {
  const { board } = parts;
  const state = board.round?.state ?? 'revealed';
  if (state === 'open') return html`<${Placing} parts=${parts} links=${links} />`;
  if (board.results) return html`<${Shown} parts=${parts} />`;
  if (state === 'ready') return html`<${Ready} parts=${parts} links=${links} />`;
  const shut = state === 'closed';
  return html`<main id="main" class="screen"><${Middle} title=${shut ? say('screen.board.closed') : say('screen.board.closing')} say=${shut ? say('screen.board.closed_say') : ''} /><${Foot} parts=${parts} /></main>`;
}

/** @param {{parts: any}} props */
function Shown({ parts }) {
  const { board } = parts;
  const found = board.results.find((/** @type {any} */ r) => r.card === board.focus);
  if (found) return html`<${Focus} key=${`${found.card} ${board.round?.id} ${board.show}`} parts=${parts} found=${found} />`;
  if (board.results.length) return html`<${All} parts=${parts} />`;
  return html`<main id="main" class="screen"><${Middle} title=${say('screen.board.nothing')} say=${say('screen.board.nothing_say')} /><${Foot} parts=${parts} /></main>`;
}
