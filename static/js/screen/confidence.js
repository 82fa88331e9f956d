// Confidence on the projector: that it is being asked, and how many have answered. Never an answer.

import { Bar, Foot, Head, Late, Middle, Say } from '../elements/screen.js';
import { html } from '../helpers/html.js';
import { TEXT } from '../helpers/screen-text.js';

const T = TEXT.confidence;

/** @param {{parts: any, links: any}} props */
export function Screen({ parts, links }) {
  const asked = parts.confidence;
  if (!asked || asked.state !== 'open') return html`<main id="main" class="screen"><${Middle} title=${T.closed} say=${asked?.few ? T.few(parts.session.k) : T.closedSay} /><${Foot} parts=${parts} left="" /></main>`;
  const after = asked.asking === 'after';
  return html`<main id="main" class="screen"><${Head} left=${parts.session.title} />
    <${Say} title=${after ? T.after : T.before} say=${T.say(asked.items.length)}><${Bar} done=${asked.answered} of=${parts.session.devices} words=${T.answered} /><//>
    <${Late} parts=${parts} links=${links} /><${Foot} parts=${parts} left=${TEXT.aid} right="" /></main>`;
}
