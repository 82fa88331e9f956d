// Where a facilitator begins: one click fills a room with invented people; a draft is opened; a session gets another name.

import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { freshOnReturn } from '../shared/ui/fresh';
import { Icon } from '../shared/ui/icons';
import { post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { begin } from '../shared/ui/show';
import { tidy } from '../shared/ui/words';
import { PlacedBefore } from './opening';
import { tour } from './tour';

const LONGEST_TITLE = 80;

type About = { session: string; title: string };

const asking = () => document.getElementById('asking') as HTMLElement;
const close = () => render(null, asking());

/** A draft's lobby is opened by whoever has asked the room. */
function Open({ session }: About) {
  const said = useSignal('');
  const busy = useSignal(false);
  const open = async () => {
    busy.value = true;
    const answer = await post(`/facilitate/${session}/open`, { placed_before: false });
    if (answer.ok) {
      location.assign(answer.next);
      return;
    }
    busy.value = false;
    said.value = answer.message;
  };
  return (
    <PlacedBefore
      yes={say('office.setup.before_no')}
      said={said.value}
      busy={busy.value}
      onGo={open}
      onClose={close}
    />
  );
}

function Rename({ session, title }: About) {
  const said = useSignal('');
  const named = useSignal(title);
  const save = async (event: Event) => {
    event.preventDefault();
    const answer = await post(`/facilitate/${session}/title`, { title: tidy(named.value) });
    if (answer.ok) location.reload();
    else said.value = answer.message;
  };
  return (
    <Sheet title={say('office.home.rename', { title })} onClose={close}>
      <form onSubmit={save}>
        <div class="field">
          <label for="named">{say('office.setup.name')}</label>
          <input
            class="input"
            id="named"
            autocomplete="off"
            maxLength={LONGEST_TITLE}
            value={named.value}
            onInput={(e) => {
              named.value = e.currentTarget.value;
            }}
          />
          <p class="aid">{say('office.setup.name_more')}</p>
        </div>
        {said.value && (
          <p class="state state--refused" role="alert">
            <Icon name="refused" />
            {said.value}
          </p>
        )}
        <button class="button button--wide" type="submit">
          {say('office.home.save')}
        </button>
      </form>
    </Sheet>
  );
}

/** Fills a room with invented people: of a draft, or of what is offered first. */
async function rehearse(button: HTMLButtonElement, said: HTMLElement, body: object) {
  const words = button.querySelector('span') as HTMLElement;
  const before = words.textContent;
  button.disabled = true;
  words.textContent = say('office.starting.starting');
  said.textContent = say('office.starting.joining');
  const answer = await post('/facilitate/rehearse', body);
  if (answer.ok) {
    location.assign(answer.next);
    return;
  }
  button.disabled = false;
  words.textContent = before;
  said.textContent = answer.message;
}

function act(button: HTMLButtonElement) {
  const { act: what, session = '', title = '' } = button.dataset;
  if (what === 'open') render(<Open session={session} title={title} />, asking());
  if (what === 'rename') render(<Rename session={session} title={title} />, asking());
  const said = document.getElementById('home-said') as HTMLElement;
  if (what === 'rehearse') rehearse(button, said, { of: session });
}

begin(() => {
  const start = document.getElementById('rehearse') as HTMLButtonElement;
  const said = document.getElementById('rehearse-said') as HTMLElement;
  start.addEventListener('click', () => rehearse(start, said, {}));
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-act]'))
    button.addEventListener('click', () => act(button));
  tour(document.getElementById('tour') as HTMLElement);
});
freshOnReturn();
