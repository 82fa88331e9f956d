// What a note, a part of the explanation or an action said before somebody changed it; one tap brings it back.

import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';

/** How each is had back. @type {Record<string, (id: string, version: number) => [name: string, body: any]>} */
const BACK = {
  notes: (note, version) => ['formulation.restore', { note, version }],
  explanation: (part, version) => ['formulation.recall', { part, version }],
  actions: (id, version) => ['plan.restore', { id, version }],
};

/** @param {{room: any, of: string, id: string}} props */
export function Earlier({ room, of, id }) {
  const item = room.part('wordings')?.items.find((/** @type {any} */ i) => i.of === of && i.id === id);
  if (!item) return null;
  return html`<details class="small"><summary>${say('console.earlier.title', { n: item.before.length })}</summary><ul>${item.before.map((/** @type {any} */ w) => html`<li key=${w.version}>
    “${w.text}” <button class="linkish" type="button" aria-label=${`${say('console.earlier.back')}: ${w.text}`}
      onClick=${() => room.post(...BACK[of](id, w.version))}>${say('console.earlier.back')}</button></li>`)}</ul></details>`;
}
