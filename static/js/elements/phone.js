// The small parts that every delegate's view shares.

import { html } from '../helpers/html.js';
import { useRoving } from '../helpers/roving.js';
import { say } from '../helpers/say.js';
import { Icon } from './icons.js';

/** The head of a view: something to the left, where one is, something to the right. @param {{left?: any, title: string, right?: any}} props */
export function Top({ left = null, title, right = null }) {
  return html`<header class="top">${left ?? html`<span></span>`}<b>${title}</b>${right ?? html`<span></span>`}</header>`;
}

/** @param {{onClick: () => void, words?: string}} props */
export function BackButton({ onClick, words = say('phone.back') }) {
  return html`<button type="button" onClick=${onClick}><${Icon} name="back" />${words}</button>`;
}

/** Where one is among the cards: done, now, to come. @param {{of: number, at: number, done: (index: number) => boolean}} props */
export function Steps({ of, at, done }) {
  const all = Array.from({ length: of }, (_, i) => i);
  return html`<div class="steps" aria-hidden="true">${all.map((i) => html`<i class=${i === at ? 'now' : done(i) ? 'done' : ''}></i>`)}</div>`;
}

/** Sent, waiting to be sent, not accepted: three shapes and three words. @param {{operation: any, sent?: string}} props */
export function SendState({ operation, sent = say('phone.sent') }) {
  if (!operation) return null;
  if (operation.state === 'refused') return html`<p class="state state--small state--refused" role="alert"><${Icon} name="refused" />${operation.message}</p>`;
  const waits = operation.state === 'waiting';
  return html`<p class="state state--small"><${Icon} name=${waits ? 'waiting' : 'check'} />${waits ? say('phone.waiting') : sent}</p>`;
}

/** A chip that is on or off. @param {{on: boolean, onClick: () => void, children?: any}} props */
export function Chip({ on, onClick, children }) {
  return html`<button class="chip" type="button" aria-pressed=${on} onClick=${onClick}>${on && html`<${Icon} name="check" />`}${children}</button>`;
}

/** Chips are one Tab stop together. @param {{name: string, children?: any}} props */
export function Chips({ name, children }) {
  return html`<div class="chips" role="group" aria-label=${name} ...${useRoving()}>${children}</div>`;
}

/**
 * A row of numbers, one of which may be chosen. @param {{name: string, values: number[], chosen: number | null,
 *   onChoose: (value: number) => void, wrap?: string, children?: any}} props
 */
export function Numbers({ name, values, chosen, onChoose, wrap = 'tens', children }) {
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = chosen === null ? (step > 0 ? -1 : values.length) : values.indexOf(chosen);
    const next = values[Math.max(0, Math.min(values.length - 1, at + step))];
    onChoose(next);
    /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.currentTarget).querySelector(`[data-value="${next}"]`))?.focus();
  };
  return html`<div class=${wrap} role="radiogroup" aria-label=${name} onKeyDown=${onKeyDown}>
    ${values.map((v, i) => html`<button type="button" role="radio" data-value=${v} aria-checked=${chosen === v} tabindex=${chosen === v || (chosen === null && i === 0) ? 0 : -1} onClick=${() => onChoose(v)}>${v}</button>`)}${children}</div>`;
}
