// Questions at the desk: show the room, answered, park, keep, hide. And the questions step, where they have the middle.

import { classes, html } from '../helpers/html.js';
import { say, spelt } from '../helpers/say.js';

/** What can be done with a question, by its state: the state that it gets, and what is said of that. @type {Record<string, [state: string, id: string][]>} */
const MARKS = {
  inbox: [['shown', 'show'], ['parked', 'park'], ['hidden', 'hide']],
  shown: [['answered', 'answered'], ['parked', 'park'], ['hidden', 'hide']],
  parked: [['shown', 'show'], ['answered', 'answered'], ['hidden', 'hide']],
  answered: [['shown', 'show']],
  hidden: [['inbox', 'back']],
};
const OPEN = ['shown', 'inbox', 'parked'];

/** @param {{room: any}} props */
export function Questions({ room }) {
  const part = room.part('questions');
  if (!part) return null;
  const open = OPEN.flatMap((state) => part.inbox.filter((/** @type {any} */ q) => q.state === state));
  const done = part.inbox.filter((/** @type {any} */ q) => !OPEN.includes(q.state));
  const fresh = part.inbox.filter((/** @type {any} */ q) => q.state === 'inbox').length;
  return html`<section class="qs" aria-labelledby="questions-head"><h2 id="questions-head">${say('console.questions.title')} <span class="quiet" role="status">${fresh ? say('console.questions.fresh', { n: fresh }) : ''}</span></h2>
    <ul>${open.map((/** @type {any} */ q) => html`<${Question} key=${q.id} room=${room} question=${q} />`)}</ul>
    ${!part.inbox.length && html`<p class="small quiet">${say('console.questions.none')}</p>`}
    ${done.length > 0 && html`<details><summary>${say('console.questions.done', { n: done.length })}</summary><ul>${done.map((/** @type {any} */ q) => html`<${Question} key=${q.id} room=${room} question=${q} />`)}</ul></details>`}
    ${part.asking && html`<${Gather} room=${room} part=${part} />`}<p class="aid">${part.asking ? say('console.questions.aid_asking') : say('console.questions.aid')}</p></section>`;
}

/** Everybody is asked: how many have answered, in steps, and the button once enough have. @param {{room: any, part: any}} props */
function Gather({ room, part }) {
  return html`<p class="small">${part.answered ? say('console.questions.heard', { n: part.answered }) : say('console.questions.few', { k: spelt(room.part('session').k) })} ${!part.gather && say('console.questions.more')}</p>
    <button class="button button--slim" type="button" disabled=${!part.gather} onClick=${() => room.post('questions.gather', {})}>${say('console.questions.gather')}</button>`;
}

/** @param {{room: any, question: any}} props */
function Question({ room, question: { id, text, state, kept } }) {
  return html`<li class=${classes(state === 'shown' && 'is-shown')}><p>${text}</p>${state !== 'inbox' && html`<p class="tiny faint">${say(`console.questions.states.${state}`)}</p>`}
    <div>${MARKS[state].map(([to, id]) => html`<button class="linkish" type="button" onClick=${() => room.post('questions.mark', { question: id, state: to })}>${say(`console.questions.marks.${id}`)}</button>`)}
      <button class="linkish" type="button" aria-pressed=${kept} onClick=${() => room.post('questions.keep', { question: id, kept: !kept })}>${kept ? say('console.questions.kept') : say('console.questions.keep')}</button></div></li>`;
}

/** @param {{room: any}} props */
export function Console({ room }) {
  return html`<div class="qs-wide"><${Questions} room=${room} /></div>`;
}
