// Where a facilitator begins: one click fills a room with invented people. The picture is the line itself.

import { Strip } from '../elements/strip.js';
import { freshOnReturn } from '../helpers/fresh.js';
import { html, render } from '../helpers/html.js';
import { post } from '../helpers/post.js';
import { say } from '../helpers/say.js';
import { begin } from '../helpers/show.js';

const SCALE = { stages: ['1', '2', '3', '4', '5'].map((id) => ({ id, name: '' })) };
const ROOM = [3, 8, 9, 4, 0]; // twenty-four invented people

const button = /** @type {HTMLButtonElement} */ (document.getElementById('rehearse'));
const said = /** @type {HTMLElement} */ (document.getElementById('rehearse-said'));
const words = /** @type {HTMLElement} */ (button.querySelector('span'));
const before = words.textContent;

begin(() => {
  button.addEventListener('click', async () => {
    button.disabled = true;
    words.textContent = say('office.starting.starting');
    said.textContent = say('office.starting.joining');
    const answer = await post('/facilitate/rehearse', {});
    if (answer.ok) { location.assign(answer.next); return; }
    button.disabled = false;
    words.textContent = before;
    said.textContent = answer.message;
  });
  const picture = /** @type {HTMLElement} */ (document.getElementById('picture'));
  render(html`<${Strip} size="list" width=${190} height=${40} scale=${SCALE} tallies=${ROOM} needToKnow=${0} />`, picture);
});
freshOnReturn();
