// The trainers' own debrief: what is written stays in this tab of this browser, and goes with it. Nothing is sent.

import { pageData } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { begin } from '../shared/ui/show';

const { session } = pageData();
const KEY = `cw debrief ${session}`;
const texts = [...document.querySelectorAll<HTMLTextAreaElement>('.own-debrief textarea')];
const said = document.getElementById('said') as HTMLElement;

/** What this tab holds; a browser that forbids it holds what is on the page. */
const held = {
  read(): Record<string, string> {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    } catch {
      return {};
    }
  },
  write(value: Record<string, string>) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(value));
    } catch {
      /* forbidden: the page has it */
    }
  },
  clear() {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      /* forbidden: nothing was held */
    }
  },
};

async function copy() {
  const note = texts.find(({ name }) => name === 'change')?.value ?? '';
  try {
    await navigator.clipboard.writeText(note);
    said.textContent = say('office.debrief_page.copied');
  } catch {
    said.textContent = say('office.debrief_page.copy_by');
  }
}

/** Cleared before the page is left, so that Back finds it empty. */
function close() {
  held.clear();
  for (const text of texts) text.value = '';
  location.replace(`/facilitate/${session}/report`);
}

begin(() => {
  const before = held.read();
  for (const text of texts) {
    text.value = before[text.name] ?? '';
    text.addEventListener('input', () => {
      held.write(Object.fromEntries(texts.map(({ name, value }) => [name, value])));
    });
  }
  document.getElementById('copy')?.addEventListener('click', copy);
  document.getElementById('print')?.addEventListener('click', () => print());
  document.getElementById('close')?.addEventListener('click', close);
});
