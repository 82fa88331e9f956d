// The lobby: the address, the code, the QR; devices as dots and a number. Locked: how we work today.

import { Foot, Head, Qr, bold } from '../elements/screen.js';
import { u, useWidth } from '../elements/units.js';
import { Mark } from '../elements/icons.js';
import { halves } from '../helpers/code.js';
import { html } from '../helpers/html.js';
import { named, say, sayAll, sayAround } from '../helpers/say.js';
import { crowd } from './welcome-dots.js';

const ROW = { height: 64, words: 620 }; // units: room for the dots; beside them the number and its words

/** @param {{parts: any, links: any}} props */
export function Screen({ parts, links }) {
  const { title, locked, code } = parts.session;
  return html`<main id="main" class="screen"><${Head} left=${html`<${Mark} name=${say('common.page.product')} />`} right=${title} />
    ${locked || !code ? html`<${Rules} parts=${parts} />` : html`<${Way} code=${code} links=${links} />`}
    ${locked ? html`<${Foot} parts=${parts} />` : html`<${Here} devices=${parts.session.devices} />`}</main>`;
}

/** The way in. @param {{code: string, links: any}} props */
function Way({ code, links }) {
  return html`<div class="lobby"><div><h1>${say('screen.lobby.title')}</h1><p class="url" translate=${false}>${links.address}</p>
    <p class="lobby-code" translate=${false} role="img" aria-label=${say('screen.lobby.code', { code: [...code].join(' ') })}>${halves(code).map((half) => html`<span>${half}</span>`)}</p>
    <ul class="lobby-promise">${sayAll('screen.lobby.promise').map((line) => html`<li>${line}</li>`)}</ul></div>
    <figure><${Qr} links=${links} />${!links.alone && html`<figcaption>${say('screen.lobby.camera')}</figcaption>`}</figure></div>`;
}

/** Everybody is in. @param {{parts: any}} props */
function Rules({ parts }) {
  const { ground_rules: rules, devices } = parts.session;
  const { agreed } = parts.welcome ?? { agreed: 0 };
  return html`<div class="screen-say"><h1>${say('screen.lobby.locked')}</h1><p class="say say--near">${say('screen.lobby.rules')}</p>
    <ul class="lobby-promise">${named('rule', rules).map((rule) => html`<li>${rule}</li>`)}</ul>
    <p class="progress-words welcome-agreed">${agreed ? say('screen.lobby.agreed', { n: agreed }) : say('screen.lobby.agreed_few')} · ${sayAround('screen.lobby.devices', { n: devices }, bold)}</p></div>`;
}

/** Who is here: dots without an order, and a number. @param {{devices: number}} props */
function Here({ devices }) {
  const width = useWidth() - 192 - ROW.words;
  const dots = crowd(devices, width, ROW.height);
  return html`<div class="here"><svg viewBox=${`0 0 ${width} ${ROW.height}`} style=${{ height: u(ROW.height) }} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
    ${dots.at.map(([x, y]) => html`<circle cx=${x} cy=${y} r=${dots.r} />`)}</svg>
    <p>${devices ? sayAround('screen.lobby.devices', { n: devices }, bold) : say('screen.lobby.none')}</p></div>`;
}
