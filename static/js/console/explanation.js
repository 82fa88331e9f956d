// The shared explanation in words: five fields that are saved as one types, and in which two facilitators may write at once.

import { aloud } from '../elements/aloud.js';
import { Sure } from '../elements/sure.js';
import { html, useEffect } from '../helpers/html.js';
import { say, sayEach } from '../helpers/say.js';
import { Earlier } from './earlier.js';

/** @param {{room: any, part: any}} props */
export function Explanation({ room, part }) {
  return html`<section class="explaining"><h2>${say('console.formulation.shared')}</h2><p class="small quiet">${say('console.formulation.shared_more')}</p>${part.aloud && html`<p class="quote small">${aloud(part.aloud)}</p>`}
    ${Object.entries(sayEach('console.formulation.parts')).map(([id, words]) => html`<${Field} key=${id} ...${{ room, id, words, now: part.explanation[id] }} />`)}</section>`;
}

/** One field. What somebody else saves comes into it, unless there are words here that are not saved. @param {any} props */
function Field({ room, id, words, now }) {
  const { writing } = room;
  const left = () => writing.left(id);
  useEffect(() => {
    const hidden = room.memory.shows(`explain-${id}`);
    return () => { hidden(); left(); };
  }, []);
  useEffect(() => writing.catchUp(id), [now.version]);
  const text = writing.draft(id)?.text ?? now.text;
  const { state, message } = writing.state(id);
  const waits = state === 'waiting' || (state === 'saving' && room.connection.state.value !== 'online');
  return html`<div class="field"><label for=${`explain-${id}`}>${words}</label>
    ${state === 'behind' && html`<${Behind} ...${{ room, id, now }} />`}
    <textarea class="input" id=${`explain-${id}`} rows="2" value=${text} aria-describedby=${`saved-${id}`} onInput=${(/** @type {any} */ e) => writing.typed(id, e.target.value)} onChange=${left} onBlur=${left}></textarea>
    <p class="small quiet" id=${`saved-${id}`}>${message || (text || now.version ? say(`console.formulation.saving.${waits ? 'waiting' : state}`) : '')}</p>
    <${Earlier} room=${room} of="explanation" id=${id} /></div>`;
}

/** Both were writing: neither text goes unseen. @param {any} props */
function Behind({ room, id, now }) {
  const settle = (/** @type {string} */ choice) => room.writing.settle(id, choice);
  return html`<div role="alert"><p class="why">${say('console.formulation.behind')} ${say('console.formulation.now')} “${now.text}”</p><div class="row"><button class="button button--slim" type="button" onClick=${() => settle('both')}>${say('console.formulation.both')}</button>
    <button class="linkish" type="button" onClick=${() => settle('ours')}>${say('console.formulation.ours')}</button><${Sure} words=${say('console.formulation.theirs')} sure=${say('console.formulation.theirs_sure')} yes=${say('console.formulation.theirs')} no=${say('console.formulation.keep_mine')} onYes=${() => settle('theirs')} /></div></div>`;
}
