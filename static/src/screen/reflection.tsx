// Before you go: how many have written; afterwards what the room still needs, and where support is.

import type { Parts, ReflectionPart } from '../contract';
import { say } from '../shared/ui/say';
import { Bar, Foot, Head, Say } from './parts';
import { Support } from './support';

const ROOM = { asking: 264, closed: 800 }; // units: what the list of support may be high

export function Screen({ parts }: { parts: Parts['screen'] }) {
  const part = parts.reflection;
  if (!part) return null;
  return (
    <main id="main" class="screen">
      {part.state === 'open' ? <Asking parts={parts} part={part} /> : <Closed part={part} />}
      <Foot parts={parts} left="" />
    </main>
  );
}

function Asking({ parts, part }: { parts: Parts['screen']; part: ReflectionPart }) {
  const { answered, resources } = part;
  return (
    <>
      <Head left={parts.session.title} />
      <Say title={say('screen.reflection.title')} say={say('screen.reflection.say')}>
        <Bar
          done={answered}
          of={parts.session.devices}
          words="screen.reflection.answered"
          few="screen.reflection.answered_few"
        />
        <Support
          resources={resources.slice(0, 6)}
          room={ROOM.asking}
          title={say('screen.reflection.support')}
        />
      </Say>
    </>
  );
}

function Closed({ part }: { part: ReflectionPart }) {
  const tallies = [...(part.tallies ?? [])].sort((a, b) => (b.n ?? 0) - (a.n ?? 0)).slice(0, 6);
  const most = Math.max(1, ...tallies.map((t) => t.n ?? 3));
  return (
    <div class="screen-two">
      <section>
        <h1>{tallies.length ? say('screen.reflection.needs') : say('screen.reflection.thanks')}</h1>
        {tallies.length ? (
          <ul class="screen-needs">
            {tallies.map((t) => (
              <li>
                <span>{say(`names.need.${t.tag}`)}</span>
                <b>{t.n ?? say('screen.reflection.three')}</b>
                <i style={{ width: `${(100 * (t.n ?? 3)) / most}%` }} aria-hidden="true" />
              </li>
            ))}
          </ul>
        ) : (
          <p class="say">{say('screen.reflection.thanks_say')}</p>
        )}
      </section>
      <section>
        <Support
          resources={part.resources.slice(0, 6)}
          room={ROOM.closed}
          title={say('screen.reflection.support')}
          narrow={true}
        />
      </section>
    </div>
  );
}
