// Small parts that the console's views share.

import { Icon } from '../elements/icons.js';
import { html, useEffect, useErrorBoundary, useRef, useSignal } from '../helpers/html.js';
import { TEXT } from './text.js';

/** A list of short statements, each with its sign: what is so, and what follows. @param {{title: string, rows: [icon: string, strong: string, more: any][], children?: any}} props */
export function Ready({ title, rows, children }) {
  return html`<div class="ready"><h2>${title}</h2><ul>${rows.map(([icon, strong, more]) => html`<li><${Icon} name=${icon} /><span><b>${strong}</b> ${more}</span></li>`)}</ul>${children}</div>`;
}

/**
 * A button that asks once before it does what cannot be taken back; in the page, left with one tap.
 * @param {{words: any, sure: string, yes: string, no: string, onYes: () => void, look?: string}} props
 */
export function Sure({ words, sure, yes, no, onYes, look = 'linkish' }) {
  const asking = useSignal(false);
  const way = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => {
    way.current?.scrollIntoView({ block: 'nearest' });
    way.current?.focus({ preventScroll: true });
  }, [asking.value]);
  if (!asking.value) return html`<button class=${look} type="button" onClick=${() => { asking.value = true; }}>${words}</button>`;
  const leave = () => { asking.value = false; };
  return html`<span class="sure" role="group" aria-label=${sure}><span class="small">${sure}</span>
    <button class="button button--slim" type="button" onClick=${() => { leave(); onYes(); }}>${yes}</button><button class="linkish" type="button" ref=${way} onClick=${leave}>${no}</button></span>`;
}

/** A fault in one view does not take the console with it: agenda, curtain and the next thing stay. @param {{children?: any}} props */
export function Held({ children }) {
  const [fault, again] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return html`<div class="banner banner--do" role="alert"><${Icon} name="refused" /><p><b>${TEXT.fault.title}</b> ${TEXT.fault.text}</p><button class="linkish" type="button" onClick=${again}>${TEXT.fault.again}</button></div>`;
}
