// The lobby on a phone: ground rules agreed by a tap, what is kept, who is in the case.

import { Icon } from '../elements/icons.js';
import { Top } from '../elements/phone.js';
import { html } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';

const T = TEXT.welcome;

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const session = room.part('session');
  const own = room.part('own_welcome');
  const agreed = own?.agreed || room.memory.held.value.kept.agreed;
  const agree = () => {
    room.memory.note('agreed', true);
    room.post('welcome.agree', {}, { about: 'agree' });
  };
  return html`<${Top} title=${T.title} /><main id="main" tabindex="-1"><h1>${session.title}</h1><p class="quiet lead">${T.wait}</p>
    <p class="small">${T.look(session.devices)}</p><p class="small">${session.content_note}</p>
    <h2>${T.rules}</h2><ul class="rules">${session.ground_rules.map((/** @type {string} */ r) => html`<li>${r}</li>`)}</ul>
    <div class="end">${agreed ? html`<p class="state"><${Icon} name="check" />${T.agreed} · ${T.others(room.part('welcome').agreed)}</p>`
    : html`<button class="button button--wide" type="button" onClick=${agree}>${T.agree}</button>`}
    <p class="aid"><a href="/privacy" target="_blank" rel="noopener">${T.privacy}</a></p></div></main>`;
}
