// The agenda: where we are, anywhere else by one click, and one big button for what comes next.

import { Icon } from '../elements/icons.js';
import { classes, html, useEffect, useSignal } from '../helpers/html.js';
import { useRoving } from '../helpers/roving.js';
import { say } from '../helpers/say.js';

/** @param {{room: any}} props */
export function Rail({ room }) {
  const agenda = room.part('agenda');
  const open = useSignal(false);
  const row = useRoving('li > button');
  useEffect(() => { row.ref.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' }); }, [agenda.position]);
  /** @param {string} step */
  const go = (step) => { open.value = false; room.post('session.go', { step }); };
  return html`<nav class=${classes('rail', open.value && 'is-open')} aria-label=${say('console.rail.title')}><h2 class="eyebrow">${say('console.rail.title')}<span>${say('console.rail.min')}</span></h2>
    <button class="rail-toggle" type="button" aria-expanded=${open.value} onClick=${() => { open.value = !open.value; }}>${say('console.rail.toggle')}<b>${agenda.steps[agenda.position].title}</b><${Icon} name="next" /></button>
    <ol ...${row}>${agenda.steps.map((/** @type {any} */ s, /** @type {number} */ at) => html`<li key=${s.id} class=${at < agenda.position ? 'done' : at === agenda.position ? 'now' : ''}>${at === agenda.position
      ? html`<span class="step" aria-current="step"><i></i><span>${s.title}</span><small>${s.minutes}</small></span>`
      : html`<button type="button" title=${say('console.rail.go', { title: s.title })} onClick=${() => go(s.id)}><i></i><span>${s.title}</span><small>${s.minutes}<span class="sr"> ${say('console.rail.min')}</span></small></button>`}</li>`)}</ol>
    <${Go} room=${room} /></nav>`;
}

/** @param {{room: any}} props */
function Go({ room }) {
  const next = room.next.value;
  const { position, steps } = room.part('agenda');
  const off = next.off || room.pressed.busy.value;
  const asked = next.asks === 'again' && room.pressed.isAsked(next);
  return html`<div class="go"><p class="small quiet">${asked ? say('console.next.again') : next.about}</p><p class="nextname" id="next-name" role=${asked ? 'alert' : undefined}>${asked ? next.sure : next.title}</p>
    ${next.can && html`<p class="can"><${Icon} name="check" /><span>${next.can}</span></p>`}
    <button class="button button--wide big" type="button" aria-disabled=${off} aria-describedby="next-name" aria-keyshortcuts="Space" onClick=${room.goOn}>${asked ? next.yes : next.label}${!next.off && html` <kbd aria-hidden="true">${say('console.next.space')}</kbd>`}</button>
    ${asked && html`<button class="button button--plain button--wide" type="button" onClick=${room.pressed.leave}>${say('console.next.not_now')}</button>`}
    <button class="button button--plain button--wide back" type="button" disabled=${position === 0} onClick=${() => room.post('session.back', { from_step: steps[position].id })}><${Icon} name="back" />${say('console.next.back')}</button></div>`;
}
