// The trainers' own debrief: what is written stays in this tab of this browser, and goes with it. Nothing is sent.

import { kept, THIS_TAB } from '../shared/live/storage';
import { pageData } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { begin } from '../shared/ui/show';

const { session } = pageData();
const texts = [...document.querySelectorAll<HTMLTextAreaElement>('.own-debrief textarea')];
const said = document.getElementById('said') as HTMLElement;

/** What this tab holds; a browser that forbids it holds what is on the page. */
const held = kept(`cw debrief ${session}`, undefined, undefined, THIS_TAB);

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
  const before: Record<string, string> = held.read() ?? {};
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
