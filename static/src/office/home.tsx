// Where a facilitator begins: one click fills a room with invented people. The picture is the line itself.

import { render } from 'preact';
import { Strip } from '../shared/strip/strip';
import { freshOnReturn } from '../shared/ui/fresh';
import { post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { begin } from '../shared/ui/show';

const SCALE = { stages: ['1', '2', '3', '4', '5'].map((id) => ({ id, name: '' })) };
const ROOM = [3, 8, 9, 4, 0]; // twenty-four invented people

const button = document.getElementById('rehearse') as HTMLButtonElement;
const said = document.getElementById('rehearse-said') as HTMLElement;
const words = button.querySelector('span') as HTMLElement;
const before = words.textContent;

begin(() => {
  button.addEventListener('click', async () => {
    button.disabled = true;
    words.textContent = say('office.starting.starting');
    said.textContent = say('office.starting.joining');
    const answer = await post('/facilitate/rehearse', {});
    if (answer.ok) {
      location.assign(answer.next);
      return;
    }
    button.disabled = false;
    words.textContent = before;
    said.textContent = answer.message;
  });
  const picture = document.getElementById('picture') as HTMLElement;
  render(<Strip size="list" width={190} height={40} scale={SCALE} tallies={ROOM} needToKnow={0} />, picture);
});
freshOnReturn();
