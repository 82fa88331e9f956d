// What is left of a session: read what would leave, release it, or forget it. Both ask once, in the page.

import { freshOnReturn } from '../shared/ui/fresh';
import { pageData, post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { begin } from '../shared/ui/show';
import { offerGentler } from './gentler-here';
import { answers, askForAnswers, forgetAnswers } from './leaving';

const { session, of } = pageData();
const said = document.getElementById('said');

/** A button of the house. */
function button(words: string, look: string, onClick: () => void) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = look;
  made.textContent = words;
  made.addEventListener('click', onClick);
  return made;
}

/** The button is replaced by the question; "not now" brings it back. */
function asksFirst(
  id: string,
  {
    sure,
    yes,
    busy,
    act,
    done,
  }: { sure: string; yes: string; busy: string; act: () => Promise<any>; done: (answer: any) => void },
) {
  const first = document.getElementById(id) as HTMLButtonElement | null;
  if (!first || !said) return;
  const question = document.createElement('div');
  question.className = 'sure';
  question.setAttribute('role', 'group');
  const words = document.createElement('p');
  words.textContent = sure;
  const leave = () => {
    question.replaceWith(first);
    first.focus();
  };
  const go = button(yes, 'button', async () => {
    go.disabled = no.disabled = true;
    said.textContent = busy;
    const answer = await act();
    if (answer.ok) {
      done(answer);
      return;
    }
    said.textContent = answer.message;
    go.disabled = no.disabled = false;
    leave();
  });
  const no = button(say('office.report.no'), 'button button--second', leave);
  question.append(words, go, no);
  first.addEventListener('click', () => {
    first.replaceWith(question);
    no.focus();
  });
}

begin(() => {
  askForAnswers();
  offerGentler();
  asksFirst('release', {
    sure: say(of ? 'office.report.correct_sure' : 'office.report.release_sure'),
    yes: say('office.report.release'),
    busy: say('office.report.releasing'),
    act: () =>
      of
        ? post(`/facilitate/${session}/correct`, { ...answers(), of })
        : post(`/facilitate/${session}/release`, answers()),
    done: (answer) => {
      forgetAnswers();
      if (of) location.assign(answer.next);
      else location.reload();
    },
  });
  asksFirst('forget', {
    sure: say('office.report.forget_sure'),
    yes: say('office.report.forget'),
    busy: say('office.report.forgetting'),
    act: () => post(`/facilitate/${session}/forget`, {}),
    done: (answer) => {
      forgetAnswers();
      location.assign(answer.next);
    },
  });
});
freshOnReturn();
