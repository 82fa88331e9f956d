// Questions at the desk: show the room, answered, park, keep, hide. And the questions step, where they have the middle.

import { classes, html } from '../helpers/html.js';
import { TEXT } from './text.js';

const T = TEXT.questions;
/** What can be done with a question, by its state. @type {Record<string, [state: string, words: string][]>} */
const MARKS = {
  inbox: [['shown', T.show], ['parked', T.park], ['hidden', T.hide]],
  shown: [['answered', T.answered], ['parked', T.park], ['hidden', T.hide]],
  parked: [['shown', T.show], ['answered', T.answered], ['hidden', T.hide]],
  answered: [['shown', T.show]],
  hidden: [['inbox', T.back]],
};
const OPEN = ['shown', 'inbox', 'parked'];

/** @param {{room: any}} props */
export function Questions({ room }) {
  const part = room.part('questions');
  if (!part) return null;
  const open = OPEN.flatMap((state) => part.inbox.filter((/** @type {any} */ q) => q.state === state));
  const done = part.inbox.filter((/** @type {any} */ q) => !OPEN.includes(q.state));
  const fresh = part.inbox.filter((/** @type {any} */ q) => q.state === 'inbox').length;
  return html`<section class="qs" aria-labelledby="questions-head"><h2 id="questions-head">${T.title} <span class="quiet" role="status">${fresh ? T.fresh(fresh) : ''}</span></h2>
    <ul>${open.map((/** @type {any} */ q) => html`<${Question} key=${q.id} room=${room} question=${q} />`)}</ul>
    ${!part.inbox.length && html`<p class="small quiet">${T.none}</p>`}
    ${done.length > 0 && html`<details><summary>${T.done(done.length)}</summary><ul>${done.map((/** @type {any} */ q) => html`<${Question} key=${q.id} room=${room} question=${q} />`)}</ul></details>`}
    ${part.asking && html`<${Gather} room=${room} part=${part} />`}<p class="aid">${part.asking ? T.aidAsking : T.aid}</p></section>`;
}

/** Everybody is asked: how many have answered, in steps, and the button once enough have. @param {{room: any, part: any}} props */
function Gather({ room, part }) {
  return html`<p class="small">${part.answered ? T.heard(part.answered) : T.few(room.part('session').k)} ${!part.gather && T.more}</p>
    <button class="button button--slim" type="button" disabled=${!part.gather} onClick=${() => room.post('questions.gather', {})}>${T.gather}</button>`;
}

/** @param {{room: any, question: any}} props */
function Question({ room, question: { id, text, state, kept } }) {
  return html`<li class=${classes(state === 'shown' && 'is-shown')}><p>${text}</p>${T.states[state] && html`<p class="tiny faint">${T.states[state]}</p>`}
    <div>${MARKS[state].map(([to, words]) => html`<button class="linkish" type="button" onClick=${() => room.post('questions.mark', { question: id, state: to })}>${words}</button>`)}
      <button class="linkish" type="button" aria-pressed=${kept} onClick=${() => room.post('questions.keep', { question: id, kept: !kept })}>${kept ? T.kept : T.keep}</button></div></li>`;
}

/** @param {{room: any}} props */
export function Console({ room }) {
  return html`<div class="qs-wide"><${Questions} room=${room} /></div>`;
}
