// Joining: six characters, the promise, one tap. The code may come in the fragment, which no server sees.

import { Icon, Mark } from '../elements/icons.js';
import { Sheet } from '../elements/sheet.js';
import { html, render, useEffect, useSignal } from '../helpers/html.js';
import { TEXT as T } from '../helpers/join-text.js';
import { post } from '../helpers/post.js';
import { TEXT } from '../helpers/text.js';

const LENGTH = 6;

/** @param {string} text */
const tidy = (text) => text.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, LENGTH);

/** A token that this phone makes for itself: 256 random bits. */
function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function codeInAddress() {
  const code = tidy(decodeURIComponent(location.hash.slice(1)));
  if (location.hash) history.replaceState(null, '', location.pathname);
  return code;
}

const ARRIVED = codeInAddress();

/** The code, what it leads to, and what there is to say about it. */
function useCode() {
  const code = useSignal(ARRIVED);
  const found = useSignal(/** @type {any} */ (null));
  const said = useSignal('');
  const busy = useSignal(false);

  /** @param {string} now */
  const look = async (now) => {
    said.value = T.looking;
    const answer = await post('/join/look', { code: now });
    if (now !== code.value) return;
    found.value = answer.ok ? answer : null;
    said.value = answer.ok ? '' : answer.message;
  };
  /** @param {any} event */
  const typed = (event) => {
    const now = tidy(event.target.value);
    event.target.value = now;
    if (now === code.value) return;
    code.value = now;
    found.value = null;
    said.value = '';
    if (now.length === LENGTH) look(now);
  };
  const enter = async () => {
    busy.value = true;
    const answer = await post('/join', { code: code.value, token: token() });
    if (answer.ok) location.assign(answer.next);
    else { busy.value = false; said.value = answer.message; }
  };
  useEffect(() => { if (code.value.length === LENGTH) look(code.value); }, []);
  return { code, found, said, busy, typed, enter };
}

function Join() {
  const { code, found, said, busy, typed, enter } = useCode();
  const sheet = useSignal('');
  return html`<div class="phone join"><header class="bar"><${Mark} /></header><main id="main">
    <label class="label" for="code">${T.code}</label>
    <div class="code">${Array.from({ length: LENGTH }, (_, i) => html`<span class=${i === code.value.length ? 'is-next' : ''} aria-hidden="true">${code.value[i] ?? ''}</span>`)}
      <input id="code" value=${code.value} onInput=${typed} maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck=${false} aria-describedby="said" /></div>
    <p class="state found" id="said" role="status">${found.value ? html`<${Icon} name="check" />${T.found}` : said.value && html`${said.value !== T.looking && html`<${Icon} name="refused" />`}${said.value}`}</p>
    ${found.value ? html`<${Promise_} found=${found.value} onMore=${(/** @type {string} */ what) => { sheet.value = what; }} />
      ${said.value && html`<p class="state state--refused" role="alert"><${Icon} name="refused" />${said.value}</p>`}
      <button class="button button--wide" type="button" onClick=${enter} disabled=${busy.value}>${T.enter}</button>` : html`<div class="join-empty"><p class="quiet">${T.counted} ${T.anyTime}</p><a href="/privacy">${TEXT.welcome.privacy}</a></div>`}
    <p class="aid">${TEXT.aid}</p></main>
    ${sheet.value && html`<${Sheet} title=${sheet.value === 'limits' ? T.limits : T.rules} onClose=${() => { sheet.value = ''; }}>
      ${sheet.value === 'limits' ? html`<p class="def">${T.limitsText}</p>` : html`<ul class="rules">${found.value.ground_rules.map((/** @type {string} */ r) => html`<li>${r}</li>`)}</ul>`}
      <button class="button button--wide" type="button" onClick=${() => { sheet.value = ''; }}>${TEXT.close}</button><//>`}
  </div>`;
}

/** @param {{found: any, onMore: (what: string) => void}} props */
function Promise_({ found, onMore }) {
  return html`<section class="sheet promise" aria-labelledby="before"><h1 id="before">${T.before}</h1><ul>
    <li><b>${T.name}</b> ${T.counted}</li>
    <li><b>${T.early}</b> ${T.wait(found.k)}</li>
    <li><b>${T.material}</b> ${found.content_note}</li>
    <li><b>${T.choice}</b> ${T.anyTime}</li></ul>
    <div class="more"><button type="button" onClick=${() => onMore('limits')}>${T.limits}</button><button type="button" onClick=${() => onMore('rules')}>${T.rules}</button></div></section>`;
}

render(html`<${Join} />`, /** @type {HTMLElement} */ (document.getElementById('app')));
