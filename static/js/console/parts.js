// Small parts that the console's views share.

import { Icon } from '../elements/icons.js';
import { html, useErrorBoundary } from '../helpers/html.js';
import { say } from '../helpers/say.js';

/** A list of short statements, each with its sign: what is so, and what follows. @param {{title: string, rows: [icon: string, strong: string, more: any][], children?: any}} props */
export function Ready({ title, rows, children }) {
  return html`<div class="ready"><h2>${title}</h2><ul>${rows.map(([icon, strong, more]) => html`<li><${Icon} name=${icon} /><span><b>${strong}</b> ${more}</span></li>`)}</ul>${children}</div>`;
}

/** A fault in one view does not take the console with it: agenda, curtain and the next thing stay. @param {{children?: any}} props */
export function Held({ children }) {
  const [fault, again] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return html`<div class="banner banner--do" role="alert"><${Icon} name="refused" /><p><b>${say('console.fault.title')}</b> ${say('console.fault.text')}</p><button class="linkish" type="button" onClick=${again}>${say('console.fault.again')}</button></div>`;
}
