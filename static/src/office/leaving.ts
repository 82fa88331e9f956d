// What would leave with a report: every text is kept, struck or reworded, and what the facilitator adds is written.
// All of it stays in this browser until the report is released: nothing typed is lost by a reload or a refusal.

import { kept } from '../shared/live/storage';
import { pageData } from '../shared/ui/post';
import { say } from '../shared/ui/say';

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
const { session } = pageData();
const store = kept(`cw leaving ${session}`);
const rows = [...document.querySelectorAll<HTMLLIElement>('.leaving li')];
const confirmed = [...document.querySelectorAll<HTMLInputElement>('.before-it-goes input')];
const preview = document.getElementById('preview') as HTMLFormElement | null;

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

/** Says how many wait, and opens the way when none does. */
function tell() {
  rows.forEach((row) => {
    const label = row.querySelector<HTMLElement>('.other-words');
    if (label) label.hidden = chosen(row) !== 'reword';
    row.classList.toggle('is-struck', chosen(row) === 'strike');
  });
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
    n ? 'office.report.when_answered' : unticked ? 'office.report.when_ticked' : 'office.report.to_release',
  );
}

/** `typed`: also what is not an answer yet. */
function keep() {
  const typed = Object.fromEntries(
    rows.map((row) => [key(row), words(row).value]).filter(([, text]) => text),
  );
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
    if (field) field.value = before[name] ?? '';
  }
}

let last = '';

/** The page beside, as it would leave with what is answered so far. */
function look() {
  const { confirmed: _, ...now } = answers();
  const given = JSON.stringify(now);
  if (!preview || given === last) return;
  last = given;
  (preview.elements.namedItem('said') as HTMLInputElement).value = given;
  preview.submit();
}

/** Everything is kept that has no answer and nothing to look at. */
function keepRest() {
  for (const row of rows)
    if (chosen(row) === '' && !row.classList.contains('to-look'))
      for (const radio of radios(row)) radio.checked = radio.value === 'keep';
  keep();
  look();
}

export function askForAnswers() {
  const leaving = document.querySelector('.leaving');
  if (!leaving) return;
  const rest = document.getElementById('keep-rest');
  if (rest) rest.textContent = say('office.report.keep_rest');
  rest?.addEventListener('click', keepRest);
  restore();
  leaving.addEventListener('input', keep);
  leaving.addEventListener('change', (event) => {
    keep();
    if ((event.target as HTMLInputElement).type !== 'checkbox') look();
  });
  preview?.addEventListener('submit', (event) => {
    event.preventDefault();
    last = '';
    look();
  });
  tell();
  if (store.read()) look();
}

/** It has left: nothing of it stays in this browser. */
export const forgetAnswers = () => store.clear();
