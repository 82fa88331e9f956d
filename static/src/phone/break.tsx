// A break on a phone; and everybody is asked for questions.

import type { Phone } from '../shared/live/room';
import { Line } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Top } from './controls';
import { Ask } from './questions';

export function Delegate({ room }: { room: Phone }) {
  return (
    <>
      <Top title="" />
      <main id="main" tabindex={-1}>
        <Line />
        <h1>{say('phone.break.title')}</h1>
        <p class="quiet lead">{say('phone.break.text')}</p>
        <h2>{say('phone.questions.everybody')}</h2>
        <Ask room={room} where="question-break" />
      </main>
    </>
  );
}
