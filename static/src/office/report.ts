// What is left of a session: read what would leave, release it, or forget it. Both ask once, in the page.

import { kept } from '../shared/live/storage';
import { freshOnReturn } from '../shared/ui/fresh';
import { pageData, post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { begin } from '../shared/ui/show';

const { session } = pageData();
const said = document.getElementById('said');

type Answer = 'keep' | 'strike';

/** What was answered of the texts that would leave: nothing is chosen beforehand, and a reload of the page keeps it. */
const radios = [...document.querySelectorAll<HTMLInputElement>('.leaving input')];
const keys = [...new Set(radios.map((radio) => radio.name))];
const answers = kept(`cw leaving ${session}`); // keys of texts, and no text

const answered = (answer: Answer) =>
  radios.filter((radio) => radio.checked && radio.value === answer).map((radio) => radio.name);

/** Says how many wait, and opens the way when none does. */
function tellAnswers() {
  const strike = answered('strike');
  const waiting = keys.length - answered('keep').length - strike.length;
  const told = document.getElementById('to-answer');
  const release = document.getElementById('release') as HTMLButtonElement | null;
  if (told)
    told.textContent = waiting
      ? say('office.report.to_answer', { n: waiting })
      : say('office.report.answered', { n: strike.length });
  if (release) release.disabled = waiting > 0;
}

function choose(radio: HTMLInputElement) {
  radio.checked = true;
  answers.write({ keep: answered('keep'), strike: answered('strike') });
  tellAnswers();
}

function askForAnswers() {
  if (!radios.length) return;
  const rest = document.getElementById('keep-rest') as HTMLButtonElement;
  rest.textContent = say('office.report.keep_rest');
  const before = answers.read() ?? {};
  radios.forEach((radio) => {
    radio.checked = Boolean(before[radio.value]?.includes(radio.name));
    radio.addEventListener('change', () => choose(radio));
  });
  rest.addEventListener('click', () => {
    const done = new Set([...answered('keep'), ...answered('strike')]);
    radios.filter((radio) => radio.value === 'keep' && !done.has(radio.name)).forEach(choose);
  });
  tellAnswers();
}

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
  asksFirst('release', {
    sure: say('office.report.release_sure'),
    yes: say('office.report.release'),
    busy: say('office.report.releasing'),
    act: () => post(`/facilitate/${session}/release`, { keep: answered('keep'), strike: answered('strike') }),
    done: () => {
      answers.clear();
      location.reload();
    },
  });
  asksFirst('forget', {
    sure: say('office.report.forget_sure'),
    yes: say('office.report.forget'),
    busy: say('office.report.forgetting'),
    act: () => post(`/facilitate/${session}/forget`, {}),
    done: (answer) => location.assign(answer.next),
  });
});
freshOnReturn();
