// The shared explanation in words: five fields that two facilitators may write in at once without losing a word.

import { html, useSignal } from '../helpers/html.js';
import { tidy } from '../helpers/words.js';
import { Earlier } from './earlier.js';
import { TEXT } from './text.js';

const T = TEXT.formulation;

/** @param {{room: any, part: any}} props */
export function Explanation({ room, part }) {
  return html`<section class="explaining"><h2>${T.shared}</h2><p class="small quiet">${T.sharedMore}</p>${part.sentence && html`<p class="quote small">${part.sentence}</p>`}
    ${T.parts.map(([id, words]) => html`<${Field} key=${id} ...${{ room, id, words, now: part.explanation[id] }} />`)}</section>`;
}

/** One field. `base` is the version that the words here grew from. @param {any} props */
function Field({ room, id, words, now }) {
  const draft = useSignal(/** @type {{text: string, base: number} | null} */ (null));
  const said = useSignal('');
  const text = draft.value ? draft.value.text : now.text;
  const dirty = draft.value !== null && draft.value.text !== now.text;
  const behind = dirty && draft.value?.base !== now.version;
  /** @param {any} event */
  const typed = (event) => { draft.value = { text: event.target.value, base: draft.value?.base ?? now.version }; };
  const save = async () => {
    const mine = draft.value;
    if (!mine) return;
    const ack = await room.post('formulation.explain', { part: id, text: tidy(mine.text), base: mine.base });
    said.value = ack.ok ? '' : ack.message;
    if (ack.ok) draft.value = null;
    else if (ack.code === 'changed_meanwhile') draft.value = { ...mine, base: room.part('formulation').explanation[id].version };
  };
  return html`<div class="field"><label for=${`explain-${id}`}>${words}</label>
    ${(said.value || behind) && html`<p class="why" role="alert">${said.value} ${now.text && html`${T.now} “${now.text}”`}</p>`}
    <textarea class="input" id=${`explain-${id}`} rows="2" value=${text} onInput=${typed}></textarea>
    <${Earlier} room=${room} of="explanation" id=${id} />
    ${dirty && html`<div class="row"><button class="button button--slim" type="button" onClick=${save}>${TEXT.save}</button><button class="linkish" type="button" onClick=${() => { draft.value = null; said.value = ''; }}>${TEXT.cancel}</button></div>`}</div>`;
}
