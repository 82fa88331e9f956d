// What every picture on the projector is made of: head, foot, a calm page, a sentence with a bar, and the way in for latecomers.

import { halves } from '../helpers/code.js';
import { classes, html } from '../helpers/html.js';
import { say, sayAround } from '../helpers/say.js';
import { TimeWords } from './screen-time.js';
import { Line } from './icons.js';

/** A number that stands out of its sentence. @param {string} words */
export const bold = (words) => html`<b>${words}</b>`;

/** Where one is, and one thing more. @param {{left?: any, right?: any}} props */
export function Head({ left = null, right = null }) {
  return html`<div class="head"><span>${left}</span><span>${right}</span></div>`;
}

/** The case is made up, this is a training aid; time and an offer stand here too. @param {{parts: any, left?: any, right?: any}} props */
export function Foot({ parts, left = null, right = say('common.page.aid') }) {
  const { offer, scenario_title: title } = parts.session;
  const said = offer && offer !== 'none' && say(`screen.offers.${offer}`);
  return html`<footer class="foot"><span class="foot-left"><span class="foot-words">${said ? html`<b>${said}</b>` : left ?? say('screen.fictional', { title })}</span><${TimeWords} timer=${parts.timer} /></span><span>${right}</span></footer>`;
}

/** A calm page: the line at half strength, a few words. @param {{title: string, say?: any, children?: any}} props */
export function Middle({ title, say = '', children = null }) {
  return html`<div class="screen-mid"><${Line} /><h1>${title}</h1>${say && html`<p>${say}</p>`}${children}</div>`;
}

/** What the room is to do now. Long words take a smaller size. @param {{title: string, say?: any, lower?: boolean, children?: any}} props */
export function Say({ title, say = '', lower = false, children = null }) {
  return html`<div class=${classes('screen-say', lower && 'screen-say--lower')}><h1>${title}</h1>${say && html`<p class="say">${say}</p>`}${children}</div>`;
}

/** One quiet bar with one sentence, in steps: never names, never what was answered. `words` and `few` are
 * the ids of the sentence for some and for few or none. @param {{done: number, of: number, words: string, few: string}} props */
export function Bar({ done, of, words, few }) {
  const all = Math.max(of, done);
  return html`<div class="screen-bar"><div class="progress" role="progressbar" aria-valuemin="0" aria-valuenow=${done} aria-valuemax=${all} aria-label=${say(words, { n: done, of: all })}><i style=${{ width: `${all ? (100 * done) / all : 0}%` }}></i></div>
    <p class="progress-words">${done ? sayAround(words, { n: done, of: all }, bold) : say(few, { of: all })}</p></div>`;
}

/** For whoever comes late; gone when the lobby is locked. @param {{parts: any, links: any}} props */
export function Late({ parts, links }) {
  const { locked, code } = parts.session;
  if (locked || !code) return null;
  return html`<aside class="late"><div><p>${say('screen.lobby.late')}</p><p class="url" translate=${false}>${links.address}</p><p class="c" translate=${false} aria-label=${say('screen.lobby.code', { code: [...code].join(' ') })}>${halves(code).join(' ')}</p></div><${Qr} links=${links} /></aside>`;
}

/** @param {{links: any}} props */
export function Qr({ links }) {
  if (links.alone) return html`<span class="qr-alone" role="status">${say('screen.alone')}</span>`; // a camera would be led to itself
  return html`<span class="qr"><img src=${links.qr} alt=${say('screen.qr')} /></span>`;
}

/** Where support is, as the room may note it down. @param {{resources: any[]}} props */
export function Support({ resources }) {
  return html`<ul class="screen-support">${resources.map((r) => html`<li><b>${r.title}</b>${r.url && html` <span>${r.url.replace('https://', '')}</span>`}</li>`)}</ul>`;
}
