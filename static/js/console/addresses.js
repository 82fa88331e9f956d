// The addresses by which phones may find this computer, and a word when none of them does.

import { Icon } from '../elements/icons.js';
import { html, useSignal } from '../helpers/html.js';
import { post } from '../helpers/post.js';
import { say } from '../helpers/say.js';

/** Before anybody points a camera at it: no phone will come in by this address. @param {{room: any}} props */
export function Alone({ room }) {
  if (!room.links.value.alone) return null;
  return html`<section class="banner banner--do" role="status"><${Icon} name="refused" /><p><b>${say('console.addresses.alone')}</b> ${say('console.addresses.alone_more')}</p></section>`;
}

/** Which one is told to delegates, where there is a choice. @param {{room: any}} props */
export function Addresses({ room }) {
  const said = useSignal('');
  const { addresses = [], base } = room.links.value;
  if (addresses.length < 2) return null;
  const choose = async (/** @type {string} */ url) => {
    const answer = await post(`/facilitate/${room.session}/address`, { address: url });
    if (answer.ok) room.links.value = answer.links;
    said.value = answer.ok ? say('console.addresses.chosen') : answer.message;
  };
  return html`<fieldset><legend class="small">${say('console.addresses.choose')}</legend>${addresses.map((/** @type {any} */ a) => html`<label class="opt"><input type="radio" name="address" checked=${a.url === base} onChange=${() => choose(a.url)} /><span>${a.url.split('://')[1]} <span class="faint">${a.interface}</span></span></label>`)}</fieldset>
    <p class="aid" role="status">${said.value}</p>`;
}
