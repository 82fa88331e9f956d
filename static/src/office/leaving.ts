// What would leave with a report: every text is kept, struck or reworded, and what the facilitator adds is written.
// All of it stays in this browser until the report is released: nothing typed is lost by a reload or a refusal.

import { kept } from '../shared/live/storage';
import { pageData } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import * as beside from './as-it-leaves';

/** As the server takes it. */
export interface Answers {
  keep: string[];
  strike: string[];
  reword: Record<string, string>;
  summary: string;
  reflection: string;
  confirmed: string[];
}

const TOLD = ['summary', 'reflection'] as const;
const { session, of } = pageData();
const store = of ? kept(`cw correcting ${session}`) : kept(`cw leaving ${session}`);
const rows = [...document.querySelectorAll<HTMLLIElement>('.leaving li')];
const confirmed = [...document.querySelectorAll<HTMLInputElement>('.before-it-goes input')];

const radios = (row: HTMLElement) => [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')];
const chosen = (row: HTMLElement) => radios(row).find((radio) => radio.checked)?.value ?? '';
const words = (row: HTMLElement) => row.querySelector('textarea') as HTMLTextAreaElement;
const first = (row: HTMLElement) => row.querySelector('.first-words')?.textContent ?? '';
const key = (row: HTMLElement) => row.dataset.key ?? '';
const told = (name: string) => document.getElementById(name) as HTMLTextAreaElement | null;

const answered = (answer: string) => rows.filter((row) => chosen(row) === answer);

/** Reworded, and in other words. */
const isReworded = (row: HTMLElement) =>
  words(row).value.trim() !== '' && words(row).value.trim() !== first(row);

const waiting = () =>
  rows.filter((row) => chosen(row) === '' || (chosen(row) === 'reword' && !isReworded(row))).length;

export function answers(): Answers {
  const reworded = answered('reword').filter(isReworded);
  return {
    keep: answered('keep').map(key),
    strike: answered('strike').map(key),
    reword: Object.fromEntries(reworded.map((row) => [key(row), words(row).value])),
    summary: told('summary')?.value ?? '',
    reflection: told('reflection')?.value ?? '',
    confirmed: confirmed.filter((box) => box.checked).map((box) => box.value),
  };
}

/** Which texts are in sight. */
const SHOWN = {
  to_look: (row: HTMLElement) => row.classList.contains('to-look'),
  struck: (row: HTMLElement) => chosen(row) === 'strike',
  all: () => true,
};
type Which = keyof typeof SHOWN;
const filters = [...document.querySelectorAll<HTMLButtonElement>('.which button')];
const whichOf = (button: HTMLElement) => button.dataset.which as Which;

/** Only those of `which`. A text that is answered meanwhile stays where it is: nothing goes from under a finger. */
function show(which: Which) {
  for (const button of filters) button.setAttribute('aria-pressed', String(whichOf(button) === which));
  const shown = rows.filter(SHOWN[which]);
  for (const row of rows) row.hidden = !shown.includes(row);
  const none = document.querySelector<HTMLElement>('.none-here');
  if (none) none.hidden = shown.length > 0;
}

/** Says how many wait, and opens the way when none does. */
function tell() {
  rows.forEach((row) => {
    const label = row.querySelector<HTMLElement>('.other-words');
    if (label) label.hidden = chosen(row) !== 'reword';
    row.classList.toggle('is-struck', chosen(row) === 'strike');
    row.classList.toggle('is-reworded', chosen(row) === 'reword' && isReworded(row));
  });
  for (const button of filters) {
    const which = whichOf(button);
    button.textContent = say(`office.report.which.${which}`, { n: rows.filter(SHOWN[which]).length });
  }
  const n = waiting();
  const state = document.getElementById('to-answer');
  if (state)
    state.textContent = n
      ? say('office.report.to_answer', { n })
      : say('office.report.answered', { n: answered('strike').length });
  const release = document.getElementById('release') as HTMLButtonElement | null;
  if (!release) return;
  const unticked = confirmed.some((box) => !box.checked);
  release.disabled = n > 0 || unticked;
  release.textContent = say(
    n
      ? 'office.report.when_answered'
      : unticked
        ? 'office.report.when_ticked'
        : of
          ? 'office.report.to_correct'
          : 'office.report.to_release',
  );
}

/** Words that were typed for texts that are not here any more: somebody released or corrected it meanwhile. */
let leftOver: Record<string, string> = {};

/** `typed`: also what is not an answer yet. */
function keep() {
  const here = Object.fromEntries(rows.map((row) => [key(row), words(row).value]).filter(([, text]) => text));
  const typed = { ...leftOver, ...here };
  store.write({ ...answers(), reword: answered('reword').map(key), typed });
  tell();
}

function restore() {
  const before = store.read() ?? {};
  for (const row of rows) {
    for (const radio of radios(row)) radio.checked = Boolean(before[radio.value]?.includes(key(row)));
    words(row).value = before.typed?.[key(row)] ?? '';
  }
  for (const name of TOLD) {
    const field = told(name);
    if (field) field.value = before[name] ?? field.defaultValue;
  }
  const keys = rows.map(key);
  leftOver = Object.fromEntries(
    Object.entries<string>(before.typed ?? {}).filter(([of]) => !keys.includes(of)),
  );
  showLeftOver(Object.values(leftOver));
}

function showLeftOver(texts: string[]) {
  const place = document.querySelector<HTMLElement>('.left-over');
  if (!place) return;
  place.hidden = texts.length === 0;
  place.querySelector('ul')?.replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement('li');
      line.textContent = text;
      line.dir = 'auto';
      return line;
    }),
  );
}

/** What is answered so far, as the page beside shows it. */
const soFar = () => {
  const { confirmed: _, ...now } = answers();
  return now;
};

/** The page beside, as it would leave with what is answered so far; at the text `at`, if one is told. */
function look(at = '', anew = false) {
  const row = rows.find((one) => key(one) === at);
  const text = row
    ? chosen(row) === 'reword' && isReworded(row)
      ? words(row).value.trim()
      : first(row)
    : '';
  beside.look(soFar(), { at, text, anew });
}

/** The row in which something happened, and its text's key. */
const keyAt = (event: Event) => {
  const row = (event.target as HTMLElement).closest<HTMLElement>('.leaving li');
  return row ? key(row) : '';
};

/** Everything is kept that has no answer and nothing to look at. */
function keepRest() {
  for (const row of rows)
    if (chosen(row) === '' && !row.classList.contains('to-look'))
      for (const radio of radios(row)) radio.checked = radio.value === 'keep';
  keep();
  look();
}

export function askForAnswers() {
  const decide = document.querySelector('.to-decide');
  if (!decide) return;
  const rest = document.getElementById('keep-rest');
  if (rest) rest.textContent = say('office.report.keep_rest');
  rest?.addEventListener('click', keepRest);
  restore();
  decide.addEventListener('input', keep);
  decide.addEventListener('change', (event) => {
    keep();
    if ((event.target as HTMLInputElement).type !== 'checkbox') look(keyAt(event));
  });
  decide.addEventListener('focusin', (event) => {
    if (keyAt(event)) look(keyAt(event));
  });
  for (const button of filters) button.addEventListener('click', () => show(whichOf(button)));
  beside.onAsked(() => look('', true));
  tell();
  if (filters.length) show(rows.some(SHOWN.to_look) ? 'to_look' : 'all');
  if (store.read()) look();
  else beside.begin(soFar());
}

/** It has left: nothing of it stays in this browser. */
export const forgetAnswers = () => store.clear();
