// Before the end the room talks: three questions to say aloud, and where support is.

import type { Parts } from '../contract';
import { say, sayAll } from '../shared/ui/say';
import { Foot, Head } from './parts';

export function Screen({ parts }: { parts: Parts['screen'] }) {
  return (
    <main id="main" class="screen screen-debrief">
      <Head left={<h1>{say('screen.debrief.title')}</h1>} />
      <ol>
        {sayAll('screen.debrief.questions').map((question) => (
          <li>{question}</li>
        ))}
      </ol>
      <p class="say">{say('screen.debrief.say')}</p>
      <Foot parts={parts} />
    </main>
  );
}
