// A field for words that may be recognised: asks once before sending what looks like a real person or place.

import { html, useSignal } from '../helpers/html.js';
import { identifying, opinion } from '../helpers/identifying.js';
import { TEXT } from '../helpers/text.js';
import { isBlank, lengthOf, tidy } from '../helpers/words.js';

/**
 * Asks before sending: what this phone can tell by itself, and, with a connection, what the server thinks. The server is
 * asked in any case, so that a line tells nobody whether there was a doubt.
 * `send` runs at once when there is no doubt. Words that change meanwhile are asked about anew.
 * @param {any} room
 */
export function useDoubt(room) {
  const doubt = useSignal('');
  const asked = useSignal('');
  /** @param {string} text @param {() => void} send */
  const ask = async (text, send) => {
    if (asked.value) return; // a second tap while the first is being thought about
    const isHere = room.connection?.state.value === 'online';
    doubt.value = identifying(text);
    if (doubt.value) {
      if (isHere) opinion(text);
      return;
    }
    if (isHere) {
      asked.value = text;
      const found = await opinion(text);
      const same = asked.value === text;
      asked.value = '';
      if (!same) return;
      doubt.value = found;
      if (found) return;
    }
    send();
  };
  const clear = () => { doubt.value = ''; asked.value = ''; };
  return { doubt, ask, clear };
}

/** The question, with its two answers. @param {{doubt: {value: string}, onChange: () => void, onSend: () => void}} props */
export function Doubt({ doubt, onChange, onSend }) {
  return html`<div class="banner banner--do" role="alert"><span></span><p>${TEXT.looks(doubt.value)}</p><span></span>
    <div class="both"><button class="button button--second button--slim" type="button" onClick=${onChange}>${TEXT.changeIt}</button>
    <button class="button button--slim" type="button" onClick=${onSend}>${TEXT.sendAnyway}</button></div></div>`;
}

/**
 * @param {{label: string, limit: number, onSend: (text: string) => any, room: any, where: string, button?: string,
 *   aid?: string, long?: boolean, start?: string, hideLabel?: boolean}} props
 * `where` names the draft, which survives a reload. What `onSend` answers is an ack, or nothing; refused words stay.
 */
export function Words({ label, limit, onSend, room, where, button = TEXT.send, aid = '', long = false, start = '', hideLabel = false }) {
  const text = useSignal(room.memory.held.value.drafts[where] || start);
  const { doubt, ask, clear } = useDoubt(room);
  const over = lengthOf(text.value) - limit;
  /** @param {any} event */
  const typed = (event) => {
    text.value = event.target.value;
    clear();
    room.memory.draft(where, text.value);
  };
  const send = async () => {
    clear();
    const said = text.value;
    const ack = await onSend(tidy(said));
    if (ack?.ok === false || text.value !== said) return; // refused, or typed on meanwhile: the words stay
    text.value = '';
    room.memory.draft(where, '');
  };
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    if (!isBlank(text.value) && over <= 0) ask(text.value, send);
  };
  const field = { class: 'input', id: where, value: text.value, onInput: typed, placeholder: hideLabel ? label : undefined };
  return html`<form class="words" onSubmit=${submit}>
    <label class=${hideLabel ? 'sr' : ''} for=${where}>${label}</label>
    <div class=${long ? '' : 'line'}>${long ? html`<textarea ...${field} rows="3"></textarea>` : html`<input ...${field} autocomplete="off" />`}
      ${!doubt.value && html`<button class=${long ? 'button button--wide' : 'button'} type="submit">${button}</button>`}</div>
    ${doubt.value && html`<${Doubt} doubt=${doubt} onChange=${clear} onSend=${send} />`}
    <${Beneath} ...${{ over, aid }} />
  </form>`;
}

/** @param {{over: number, aid: string}} props */
function Beneath({ over, aid }) {
  return html`${over > 0 && html`<p class="state state--small" role="status">${TEXT.over(over)}</p>`}${aid && html`<p class="aid">${aid}</p>`}`;
}
