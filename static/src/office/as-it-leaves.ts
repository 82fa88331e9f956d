// The page beside: the report as it would leave with the answers so far. What shows it is a frame that runs nothing.

import { smallPages } from './report-pages';

const form = document.getElementById('preview') as HTMLFormElement | null;
const nav = document.querySelector<HTMLElement>('.report-pages');
const HERE = 'here'; // the id of the text that is pointed at (outputs/formats/pointed.py)

/** What the frame was asked for last, and where it began; and the answers that the small pages are of. */
let shown = '';
let place = HERE;
let answered = '';
let asked = 0;
const pages = form && nav ? smallPages(nav, (id) => frame(shown, id)) : null;

function said(given: string) {
  (form?.elements.namedItem('said') as HTMLInputElement).value = given;
}

/** The frame shows it, from the section or the text of this id on. */
function frame(given: string, id: string) {
  if (!form) return;
  said(given);
  [shown, place] = [given, id];
  form.action = `${form.action.split('#')[0]}#${id}`;
  form.submit();
}

/** The report as a document of which nothing runs. The browser makes it of the answer: no script here reads markup. */
function fetched(given: string): Promise<Document | null> {
  const request = new XMLHttpRequest();
  request.open('POST', form!.action);
  request.responseType = 'document';
  said(given);
  const fields = [...new FormData(form!)].map(([name, value]) => [name, String(value)]);
  request.send(new URLSearchParams([...fields, ['parts', '']]));
  return new Promise((done) => {
    request.onloadend = () => done(request.status === 200 ? request.responseXML : null);
  });
}

/** The small pages, of these answers. Of two that come out of turn the later one stays. */
async function renew(given: string, text: string) {
  const turn = (asked += 1);
  const report = await fetched(given);
  if (!report || turn !== asked) return;
  pages?.show(report);
  pages?.follow(text);
}

/** With these answers, at the text of the key `at`, which says `text` now. `anew`: also if that is shown already. */
export function look(answers: object, { at = '', text = '', anew = false } = {}) {
  if (!form) return;
  const now = JSON.stringify(answers);
  const given = JSON.stringify({ ...answers, at });
  if (given !== shown || place !== HERE || anew) frame(given, HERE);
  if (now === answered) return pages?.follow(text);
  answered = now;
  renew(now, text);
}

/** Before anything is answered: the frame has come with the page. */
export function begin(answers: object) {
  if (!form) return;
  answered = JSON.stringify(answers);
  shown = JSON.stringify({ ...answers, at: '' });
  renew(answered, '');
}

/** The button that shows it again. */
export const onAsked = (again: () => void) =>
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    again();
  });
