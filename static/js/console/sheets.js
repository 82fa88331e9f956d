// What opens over the console: the links, and the question whether to end.

import { Icon } from '../elements/icons.js';
import { Sheet } from '../elements/sheet.js';
import { Sure } from '../elements/sure.js';
import { html, useEffect, useSignal } from '../helpers/html.js';
import { post } from '../helpers/post.js';
import { spoken } from './bar.js';
import { Addresses, Alone } from './addresses.js';
import { Again } from './again.js';
import { TEXT } from './text.js';

/** @param {{room: any}} props */
export function Sheets({ room }) {
  const close = () => room.open('');
  if (room.opened.value === 'links') return html`<${Links} room=${room} onClose=${close} />`;
  if (room.opened.value === 'end') return html`<${End} room=${room} onClose=${close} />`;
  if (room.opened.value === 'few') return html`<${Few} room=${room} onClose=${close} />`;
  if (room.opened.value === 'keys') return html`<${Keys} onClose=${close} />`;
  return room.opened.value === 'again' ? html`<${Again} room=${room} onClose=${close} />` : null;
}

/** @param {any} props */
function Links({ room, onClose }) {
  const T = TEXT.links;
  const said = useSignal('');
  const path = `/facilitate/${room.session}/links`;
  const again = async () => {
    const answer = await post(path, {});
    if (answer.ok) room.links.value = answer.links;
    said.value = answer.ok ? T.renewed : answer.message;
  };
  const links = room.links.value;
  return html`<${Sheet} title=${T.title} onClose=${onClose} closeWords=${TEXT.close}><div class="links">
    <section><h3>${T.join}</h3><p class="small quiet">${T.joinMore}</p><div class="join-by"><img src=${links.qr} width="132" height="132" alt=${T.qr} /><p><span class="small" translate=${false}>${links.address}</span><b class="read-out" translate=${false}>${spoken(room.part('session').code)}</b></p></div><${Address} name=${T.join} url=${links.join} /><${Alone} room=${room} /><${Addresses} room=${room} /></section>
    <section><h3>${T.screen}</h3><p class="small quiet">${T.screenMore}</p><p><a class="linkish" href=${`/screen/${room.session}`} target="_blank" rel="noopener"><${Icon} name="screen" />${T.openScreen}</a></p><${Address} name=${T.screen} url=${links.screen} /></section>
    ${links.desk && html`<section><h3>${T.desk}</h3><p class="small quiet">${T.deskMore}</p><${Address} name=${T.desk} url=${links.desk} /></section>`}
    ${room.data.own && html`<section><h3>${T.renew}</h3><p class="small quiet">${T.renewMore}</p><${Sure} look="button button--second button--slim" words=${T.renew} sure=${T.renewSure} yes=${T.renew} no=${T.renewNo} onYes=${again} /><p class="aid" role="status">${said.value}</p></section>`}</div><//>`;
}

/** An address to copy. Where the browser forbids copying, it is there to be selected. @param {{name: string, url: string}} props */
function Address({ name, url }) {
  const said = useSignal('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      said.value = TEXT.copied;
    } catch {
      said.value = TEXT.links.copyBy;
    }
  };
  return html`<div class="address"><input class="input" readonly value=${url} aria-label=${name} onFocus=${(/** @type {any} */ e) => e.target.select()} />
    <button class="button button--second button--slim" type="button" aria-label=${`${TEXT.copy}: ${name}`} onClick=${copy}>${TEXT.copy}</button></div><p class="aid" role="status">${said.value}</p>`;
}

/** Fewer than k have answered: asked before it closes. Where the cursor is, a stray key puts the sheet away. @param {any} props */
function Few({ room, onClose }) {
  const next = room.next.value;
  useEffect(() => { if (next.asks !== 'few') onClose(); }, [next.asks]); // enough have by now, or somebody else has closed it
  const close = () => { onClose(); room.pressed.go(); };
  return html`<${Sheet} title=${TEXT.next.fewTitle} onClose=${onClose} closeWords=${TEXT.next.fewNo}><p class="def">${next.sure}</p>
    <div class="both"><button class="button" type="button" onClick=${onClose}>${TEXT.next.fewNo}</button><button class="button button--second" type="button" onClick=${close}>${next.yes}</button></div><//>`;
}

/** What the keys do. @param {{onClose: () => void}} props */
function Keys({ onClose }) {
  const T = TEXT.keys;
  const rows = [...T.rows.map(([, shown, does]) => [shown, does]), ...T.others];
  return html`<${Sheet} title=${T.title} onClose=${onClose} closeWords=${TEXT.close}><p class="small quiet">${T.more}</p>
    <dl class="beside">${rows.map(([shown, does]) => html`<div><dt><kbd>${shown}</kbd></dt><dd>${does}</dd></div>`)}</dl><//>`;
}

/** @param {any} props */
function End({ room, onClose }) {
  const T = TEXT.end;
  const busy = useSignal(false);
  const end = async () => {
    busy.value = true;
    const ack = await room.post('session.end', {});
    busy.value = false;
    if (ack.ok) onClose();
  };
  return html`<${Sheet} title=${T.title} onClose=${onClose} closeWords=${TEXT.close}><p class="def">${T.text}</p>
    ${room.said.value && html`<p class="state state--refused" role="alert"><${Icon} name="refused" />${room.said.value}</p>`}
    <div class="both"><button class="button button--second" type="button" onClick=${onClose}>${T.no}</button><button class="button" type="button" disabled=${busy.value} onClick=${end}>${busy.value ? T.busy : T.yes}</button></div><//>`;
}
