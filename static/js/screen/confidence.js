// Confidence on the projector: that it is being asked, and how many have answered. Never an answer.

import { Bar, Foot, Head, Late, Middle, Say } from '../elements/screen.js';
import { html } from '../helpers/html.js';
import { say } from '../helpers/say.js';

/** @param {{parts: any, links: any}} props */
export function Screen({ parts, links }) {
  const asked = parts.confidence;
  if (!asked || asked.state !== 'open') return html`<main id="main" class="screen"><${Middle} title=${say('screen.confidence.closed')} say=${asked?.few ? say('screen.confidence.few', { k: parts.session.k }) : say('screen.confidence.closed_say')} /><${Foot} parts=${parts} left="" /></main>`;
  const after = asked.asking === 'after';
  return html`<main id="main" class="screen"><${Head} left=${parts.session.title} />
    <${Say} title=${after ? say('screen.confidence.after') : say('screen.confidence.before')} say=${say('screen.confidence.say', { n: asked.items.length })}><${Bar} done=${asked.answered} of=${parts.session.devices} words="screen.confidence.answered" few="screen.confidence.answered_few" /><//>
    <${Late} parts=${parts} links=${links} /><${Foot} parts=${parts} left=${say('common.page.aid')} right="" /></main>`;
}
