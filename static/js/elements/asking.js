// A field for words that may be recognised: asks once before sending what looks like a real person or place.

import { html, useSignal } from '../helpers/html.js';
import { identifying } from '../helpers/identifying.js';
import { TEXT } from '../helpers/text.js';

/**
 * @param {{label: string, limit: number, onSend: (text: string) => void, room: any, where: string, button?: string,
 *   aid?: string, long?: boolean, start?: string, hideLabel?: boolean}} props
 * `where` names the draft, which survives a reload.
 */
export function Words({ label, limit, onSend, room, where, button = TEXT.send, aid = '', long = false, start = '', hideLabel = false }) {
  const text = useSignal(room.memory.held.value.drafts[where] || start);
  const doubt = useSignal('');
  /** @param {any} event */
  const typed = (event) => {
    text.value = event.target.value;
    doubt.value = '';
    room.memory.draft(where, text.value);
  };
  /** @param {boolean} sure */
  const submit = (sure) => {
    if (!text.value.trim()) return;
    doubt.value = sure ? '' : identifying(text.value);
    if (doubt.value) return;
    onSend(text.value.trim());
    text.value = '';
    room.memory.draft(where, '');
  };
  const field = { class: 'input', id: where, maxlength: limit, value: text.value, onInput: typed, placeholder: hideLabel ? label : undefined };
  return html`<form class="words" onSubmit=${(/** @type {Event} */ e) => { e.preventDefault(); submit(false); }}>
    <label class=${hideLabel ? 'sr' : ''} for=${where}>${label}</label>
    <div class=${long ? '' : 'line'}>${long ? html`<textarea ...${field} rows="3"></textarea>` : html`<input ...${field} autocomplete="off" />`}
      ${!doubt.value && html`<button class=${long ? 'button button--wide' : 'button'} type="submit">${button}</button>`}</div>
    ${doubt.value && html`<div class="banner banner--do" role="alert"><span></span><p>${TEXT.looks(doubt.value)}</p><span></span>
      <div class="both"><button class="button button--second button--slim" type="button" onClick=${() => { doubt.value = ''; }}>${TEXT.changeIt}</button>
      <button class="button button--slim" type="button" onClick=${() => submit(true)}>${TEXT.sendAnyway}</button></div></div>`}
    ${aid && html`<p class="aid">${aid}</p>`}
  </form>`;
}
