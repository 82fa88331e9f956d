// What is left of a session: release it, or forget it. Both ask once, in the page.

import { freshOnReturn } from '../helpers/fresh.js';
import { pageData, post } from '../helpers/post.js';
import { say } from '../helpers/say.js';
import { begin } from '../helpers/show.js';

const { session } = pageData();
const said = document.getElementById('said');

/** A button of the house. @param {string} words @param {string} look @param {() => void} onClick */
function button(words, look, onClick) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = words;
  made.addEventListener('click', onClick);
  return made;
}

/**
 * The button is replaced by the question; "not now" brings it back.
 * @param {string} id @param {{sure: string, yes: string, busy: string, act: () => Promise<any>, done: (answer: any) => void}} about
 */
function asksFirst(id, { sure, yes, busy, act, done }) {
  const first = /** @type {HTMLButtonElement | null} */ (document.getElementById(id));
  if (!first || !said) return;
  const question = document.createElement('div');
  question.className = 'sure';
  question.setAttribute('role', 'group');
  const words = document.createElement('p');
  words.textContent = sure;
  const leave = () => { question.replaceWith(first); first.focus(); };
  const go = button(yes, 'button', async () => {
    go.disabled = no.disabled = true;
    said.textContent = busy;
    const answer = await act();
    if (answer.ok) { done(answer); return; }
    said.textContent = answer.message;
    go.disabled = no.disabled = false;
    leave();
  });
  const no = button(say('office.report.no'), 'button button--second', leave);
  question.append(words, go, no);
  first.addEventListener('click', () => { first.replaceWith(question); no.focus(); });
}

begin(() => {
  asksFirst('release', { sure: say('office.report.release_sure'), yes: say('office.report.release'), busy: say('office.report.releasing'), act: () => post(`/facilitate/${session}/release`, {}), done: () => location.reload() });
  asksFirst('forget', { sure: say('office.report.forget_sure'), yes: say('office.report.forget'), busy: say('office.report.forgetting'), act: () => post(`/facilitate/${session}/forget`, {}), done: (answer) => location.assign(answer.next) });
});
freshOnReturn();
